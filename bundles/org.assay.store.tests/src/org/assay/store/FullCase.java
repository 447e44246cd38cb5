package org.assay.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.Tag;
import org.assay.model.field.Attribute;
import org.assay.model.incident.StoredChecklist;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.testkit.OldCases;

/** A case in which every table has rows: those that only older cases have, and a capture that never ended, too. */
final class FullCase {

    private static final byte[] KEPT = "kept".repeat(1000).getBytes(StandardCharsets.UTF_8);

    private static final List<OwnCatalogue> CATALOGUES =
            List.of(new OwnCatalogue("ours.json", Bytes.copyOf("[]".getBytes(StandardCharsets.UTF_8))));

    private FullCase() {
    }

    /** Makes one in {@code folder}. */
    static Path create(Path folder) {
        Path path = OldCases.copy(3, folder);
        List<Item> items = new RandomItems(1).items(3000).stream().sorted(RandomItems.ORDER).toList();
        try (CaseFile opened = CaseFile.open(path)) {
            long first = capture(opened, items, SnapshotState.COMPLETE);
            long second = capture(opened, items.subList(0, 2500), SnapshotState.PARTIAL);
            List<Change> changes = IntStream.rangeClosed(1, 100).mapToObj(number -> new Change(number, ChangeKind.REMOVED,
                    Optional.of(items.get(2499 + number)), Optional.<Item>empty(), Set.of(Attribute.KIND),
                    List.of(new Finding("gone", Severity.MEDIUM, "It is gone.")), Optional.empty())).toList();
            opened.saveComparison(first, second, new ComparisonBasis(ComparisonBasis.USUAL.options(), List.of("case was ignored")), changes,
                    CATALOGUES);
            opened.saveTags(List.of(new Tag("pc", Location.file("C:", "new\ufeff\udcff\"\\"), Sha256.of(), Decision.ACCEPT, "a note", "me",
                    Instant.EPOCH)));
            opened.custody().seal(first, Bytes.copyOf(KEPT), Instant.EPOCH, "a seal");
            opened.custody().stamp(1, Bytes.copyOf(KEPT), "a time stamp");
            opened.incident().add(new StoredChecklist("ours", Bytes.copyOf(KEPT)), IncidentEntries.note("a checklist"));
            IncidentEntries.one(1, "pc").forEach(entry -> opened.incident().append(entry, _ -> { }, "a summary"));
            unended(opened, items);
        }
        return path;
    }

    private static long capture(CaseFile opened, List<Item> items, SnapshotState state) {
        SnapshotWriter writer = opened.newSnapshot("pc", Role.BASELINE, "full", List.of(), Environment.UNKNOWN, CATALOGUES);
        writer.area(new Area(Location.file("C:"), true, Duration.ofSeconds(2)));
        items.forEach(writer::item);
        writer.gap(new Gap(Location.file("C:", "closed"), GapReason.ACCESS_DENIED, "detail"));
        writer.remark(new Remark(Location.file("C:", "odd"), "it was guessed"));
        writer.content(Sha256.of(KEPT), KEPT);
        return writer.finish(state, Reading.NONE).id();
    }

    private static void unended(CaseFile opened, List<Item> items) {
        try (SnapshotWriter writer = opened.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of())) {
            items.forEach(writer::item);
            writer.gap(new Gap(Location.file("C:", "closed"), GapReason.ACCESS_DENIED, "detail"));
            writer.flush();
        }
    }
}
