package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.junit.jupiter.api.Test;

class TagTest extends CaseTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123456789Z");
    private static final Bytes ONE = Sha256.of(new byte[1]);
    private static final Bytes TWO = Sha256.of(new byte[2]);
    private static final Location RUN = Location.key("HKLM", "Software", "Run").value("Virus");
    private static final Location WIN_INI = Location.file("C:", "WINDOWS", "win.ini");

    @Test
    void tagsOutliveTheProcessWhateverTheyHold() {
        List<Tag> tags = new ArrayList<>();
        RandomItems random = new RandomItems(3);
        for (int at = 0; at < 300; at++) {
            tags.add(new Tag("pc" + at % 3, random.item().location(), random.bytes(32), Decision.values()[at % 4], random.text(),
                    random.text(), random.time()));
        }
        caseFile.saveTags(tags);
        reopen();
        assertEquals(sorted(tags), caseFile.tags());
    }

    @Test
    void aNewDecisionOnTheSameChangeTakesTheOldOnesPlace() {
        caseFile.saveTags(List.of(tag("pc", RUN, ONE, Decision.INVESTIGATE), tag("pc", WIN_INI, ONE, Decision.ACCEPT)));
        Location shouted = Location.key("hklm", "SOFTWARE", "RUN").value("VIRUS");
        caseFile.saveTags(List.of(tag("pc", shouted, ONE, Decision.QUARANTINE)));
        assertEquals(List.of(tag("pc", WIN_INI, ONE, Decision.ACCEPT), tag("pc", shouted, ONE, Decision.QUARANTINE)), caseFile.tags());
    }

    @Test
    void anotherHostPlaceOrFingerprintIsAnotherTag() {
        List<Tag> tags = List.of(tag("pc", WIN_INI, ONE, Decision.ACCEPT), tag("pc", WIN_INI, TWO, Decision.REPAIR),
                tag("pc2", WIN_INI, ONE, Decision.REPAIR), tag("pc", Location.file("C:", "WINDOWS", "WIN.INI"), ONE, Decision.REPAIR),
                tag("pc", Location.key("HKLM", "Software", "Run", "Virus"), ONE, Decision.REPAIR), tag("pc", RUN, ONE, Decision.REPAIR));
        caseFile.saveTags(tags);
        assertEquals(6, caseFile.tags().size());
    }

    @Test
    void removingTakesAwayExactlyTheTagsNamed() {
        caseFile.saveTags(List.of(tag("pc", RUN, ONE, Decision.ACCEPT), tag("pc", RUN, TWO, Decision.ACCEPT),
                tag("pc2", RUN, ONE, Decision.ACCEPT)));
        Tag named = tag("pc", Location.key("hklm", "software", "run").value("virus"), ONE, Decision.REPAIR);
        assertEquals(1, caseFile.removeTags(List.of(named, named)));
        assertEquals(0, caseFile.removeTags(List.of(named)));
        assertEquals(List.of(tag("pc", RUN, TWO, Decision.ACCEPT), tag("pc2", RUN, ONE, Decision.ACCEPT)), caseFile.tags());
    }

    @Test
    void whenOneTagCannotBeStoredNoneIs() {
        Tag endless = new Tag("pc", RUN, ONE, Decision.ACCEPT, "n".repeat(65_537), "analyst", NOON);
        AssayException failure = assertThrows(AssayException.class,
                () -> caseFile.saveTags(List.of(tag("pc", WIN_INI, ONE, Decision.ACCEPT), endless)));
        assertEquals(ErrorCode.WRONG_USAGE, failure.code());
        assertEquals(List.of(), caseFile.tags());
    }

    private static Tag tag(String host, Location location, Bytes fingerprint, Decision decision) {
        return new Tag(host, location, fingerprint, decision, "", "analyst", NOON);
    }

    private static List<Tag> sorted(List<Tag> tags) {
        return tags.stream().sorted(Comparator.comparing(Tag::host).thenComparing(Tag::location, Location.ORDER)
                .thenComparing(Tag::decided).thenComparing(Tag::fingerprint)).toList();
    }
}
