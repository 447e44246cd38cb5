package org.assay.remedy;

import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.string;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeFingerprint;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.Lead;
import org.assay.model.change.Sameness;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.Coverage;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.startup.StartupRow;
import org.assay.model.text.Bytes;
import org.assay.remedy.plan.Planner;

/** Makes changes, tags and what an export needs besides, in one line each. */
public final class Changes {

    public static final String HOST = "PC-17";
    private static final Sameness RULES = new Sameness(CommonScope.ofEverything());

    /** The machine knows one user. */
    private static final UserProfiles USERS = UserProfiles.of(Map.of("S-1-5-21-7-8-9-1001", "C:\\Users\\ann"));

    private Changes() {
    }

    public static Change added(int number, Item after, Finding... findings) {
        return Change.of(number, ChangeKind.ADDED, Optional.empty(), Optional.of(after), Set.of(), List.of(findings));
    }

    public static Change removed(int number, Item before, Finding... findings) {
        return Change.of(number, ChangeKind.REMOVED, Optional.of(before), Optional.empty(), Set.of(), List.of(findings));
    }

    public static Change modified(int number, Item before, Item after, Attribute... attributes) {
        return Change.of(number, ChangeKind.MODIFIED, Optional.of(before), Optional.of(after), Set.of(attributes), List.of());
    }

    public static Change moved(int number, Item before, Item after) {
        return Change.of(number, ChangeKind.MOVED, Optional.of(before), Optional.of(after), Set.of(), List.of());
    }

    public static TaggedChange tagged(Decision decision, Change change) {
        return tagged(decision, "", change);
    }

    public static TaggedChange tagged(Decision decision, String note, Change change) {
        return new TaggedChange(change, Optional.of(new Tag(HOST, change.location(), ChangeFingerprint.of(change, RULES), decision, note,
                "mara",
                Instant.parse("2026-03-02T10:15:00Z"))));
    }

    public static TaggedChange untagged(Change change) {
        return new TaggedChange(change, Optional.empty());
    }

    /** The key of this path, added. */
    public static Change addedKey(int number, String path) {
        return added(number, key(path));
    }

    /** A REG_SZ value in the key of this path, added. */
    public static Change addedValue(int number, String path, String name) {
        return added(number, string(path, name, "evil.exe"));
    }

    /** A REG_SZ value in a key whose last name is {@code last}, whatever that holds. */
    public static ValueItem valueBelow(String path, String last, String name) {
        ValueItem text = string("HKLM", "", "text");
        return new ValueItem(keyPlace(path).child(last).value(name), text.type(), text.data());
    }

    public static Location keyBelow(String path, String last) {
        return keyPlace(path).child(last);
    }

    public static ExportContents contents(TaggedChange... changes) {
        return contents(List.of(changes), List.of(), List.of(), List.of());
    }

    public static ExportContents contents(List<TaggedChange> changes, List<StartupRow> startup, List<Gap> baselineGaps,
            List<Gap> suspectGaps) {
        return contents(changes, startup, baselineGaps, suspectGaps, GoldSource.NONE);
    }

    public static ExportContents contents(List<TaggedChange> changes, List<StartupRow> startup, List<Gap> baselineGaps,
            List<Gap> suspectGaps,
            GoldSource gold) {
        Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);
        changes.forEach(tagged -> counts.merge(tagged.change().kind(), 1L, Long::sum));
        Comparison comparison = new Comparison(3, 1, 2, Instant.parse("2026-03-02T09:30:00Z"), ComparisonBasis.USUAL, counts,
                baselineGaps.size() + suspectGaps.size());
        return new ExportContents(snapshot(1, Role.BASELINE, "gold image", baselineGaps), snapshot(2, Role.SUSPECT, "", suspectGaps),
                comparison, changes, leads(changes), startup, List.of(), Planner.plan(changes, _ -> true, startup), baselineGaps,
                        suspectGaps, USERS, gold,
                Optional.of(new CaseDigest(Bytes.ofHex("0123456789abcdef".repeat(4)))), List.of());
    }

    /** One of all changes that have findings. */
    private static List<Lead> leads(List<TaggedChange> changes) {
        List<Change> found = changes.stream().map(TaggedChange::change).filter(change -> !change.findings().isEmpty()).toList();
        return found.isEmpty() ? List.of() : List.of(new Lead(1_200, found, List.of(found.getFirst().location().text() + " came first.")));
    }

    private static Snapshot snapshot(long id, Role role, String label, List<Gap> gaps) {
        Instant started = Instant.parse("2026-03-0" + id + "T08:00:00Z");
        return new Snapshot(id, HOST, role, label, gaps.isEmpty() ? SnapshotState.COMPLETE : SnapshotState.PARTIAL, started,
                Optional.of(started.plusSeconds(90)), List.of(new Source(SourceKind.TREE, "C:", "/evidence/" + id, Optional.empty())),
                        List.of(),
                new Coverage(1_200, 3_000_000, gaps.stream().collect(Collectors.groupingBy(Gap::reason, Collectors.counting())),
                        Optional.empty(), Optional.empty()), Optional.of(Bytes.ofHex(("0" + id).repeat(32))), List.of());
    }
}
