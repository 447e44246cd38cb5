package org.assay.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final Source TREE = asked(SourceKind.TREE, "C:");
    private static final Source HIVE = asked(SourceKind.HIVE, "HKCU");
    private static final Source EXPORT = asked(SourceKind.REG_EXPORT, "");
    private static final Source EARLIER = found("HKLM\\SAM");
    private static final Source FOUND = found("HKLM\\SYSTEM");

    private static Source asked(SourceKind kind, String name) {
        return new Source(kind, name, "/evidence", Optional.of(URI.create("file:///evidence")));
    }

    private static Source found(String name) {
        return new Source(SourceKind.HIVE, name, "C:\\Windows", Optional.empty());
    }

    private static List<String> readers(String stored, Source... sources) {
        Environment environment = new Environment("u", "m", "s", "UTC", CaptureOptions.standard(), 0);
        Attempt ended = new Attempt(1, "0", Instant.EPOCH, Optional.of(Instant.EPOCH), Optional.empty(), environment,
                Optional.of(new Reading(Readers.of(stored), true, 0, 0, 0)));
        Attempt killed = new Attempt(2, "0", Instant.EPOCH, Optional.empty(), Optional.empty(), environment, Optional.empty());
        Snapshot snapshot = new Snapshot(1, "pc", Role.BASELINE, "", SnapshotState.COMPLETE, Instant.EPOCH, Optional.empty(),
                List.of(sources), List.of(), Coverage.NONE, Optional.empty(), List.of(ended, killed));
        return Stream.of(sources).map(snapshot::reader).toList();
    }

    @Test
    void eachSourceHasItsOwn() {
        assertEquals(List.of("linux-native", "regf", "reg-export", "creg"),
                readers("linux-native,regf,reg-export;creg", TREE, HIVE, EXPORT, FOUND));
    }

    @Test
    void whatWasFoundByAnEarlierAttemptIsReadByNobodyKnownAnyMore() {
        assertEquals(List.of("nio", "", "regf"), readers("nio;regf", TREE, EARLIER, FOUND));
    }

    /** Each reader once, whatever the number of sources: one that is alone read them all. */
    @Test
    void oldSnapshotsTellItWhereItCanBeTold() {
        assertEquals(List.of("linux-native", "linux-native", ""), readers("linux-native", TREE, HIVE, FOUND));
        assertEquals(List.of("", ""), readers("", TREE, HIVE));
        assertEquals(List.of("", "", ""), readers("a,b", TREE, HIVE, EXPORT));
    }

    @Test
    void areStoredAsText() {
        for (Readers readers : Set.of(Readers.NONE, new Readers(List.of("nio"), List.of()), new Readers(List.of(), List.of("regf")),
                new Readers(List.of("nio", "regf", "nio"), List.of("regf", "creg")))) {
            assertEquals(readers, Readers.of(readers.stored()));
        }
        assertEquals(new Readers(List.of("a", "b"), List.of("c")), Readers.of(",a,,b,;;c,"));
        assertEquals(List.of("nio", "regf"), new Readers(List.of("nio", "regf"), List.of("regf")).words());
        assertThrows(IllegalArgumentException.class, () -> new Readers(List.of("a,b"), List.of()));
    }
}
