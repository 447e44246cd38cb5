package org.assay.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.app.ChangeList;
import org.assay.app.ListLeads;
import org.assay.app.SnapshotSheet;
import org.assay.app.StartupList;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.Lead;
import org.assay.model.change.Score;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Coverage;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Bytes;
import org.assay.testkit.Items;
import org.assay.ui.work.ShownComparison;

/** Small comparisons to present. */
public final class Samples {

    static final Instant NOON = Instant.parse("2000-05-04T12:00:00Z");
    public static final String RUN = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    private Samples() {
    }

    public static Snapshot snapshot(long id, String host, Role role, SnapshotState state, String label) {
        return new Snapshot(id, host, role, label, state, NOON, Optional.of(NOON.plusSeconds(60)),
                List.of(new Source(SourceKind.TREE, "C:", "/evidence/c", Optional.empty())), List.of(),
                new Coverage(1234, 5_600_000,
                        state == SnapshotState.PARTIAL ? Map.of(GapReason.ACCESS_DENIED, 2L) : Map.of(), Optional.empty(),
                        Optional.empty()), Optional.of(Items.sha256("blocks")), List.of());
    }

    /** A snapshot of one attempt with a gap and a remark, all of them hostile, that cannot be resumed when it is complete. */
    public static SnapshotSheet sheet(SnapshotState state) {
        Environment environment = new Environment("e\u202eve", "lab\n", "Linux", "UTC", CaptureOptions.standard(), 1000);
        Attempt attempt = new Attempt(1, "0.1.0", NOON, Optional.empty(), Optional.empty(), environment, Optional.empty());
        Snapshot known = snapshot(2, "ward\u202e-12", Role.SUSPECT, state, "\u0007");
        Snapshot snapshot = new Snapshot(known.id(), known.host(), known.role(), known.label(), state, NOON, known.finished(),
                List.of(new Source(SourceKind.TREE, "C\n:", "/evidence/\u202ec", Optional.empty())), List.of(), known.coverage(),
                        known.digest(),
                        List.of(attempt));
        return new SnapshotSheet(snapshot, List.of(new Gap(Items.place("C:/a\u202eb"), GapReason.DAMAGED, "line 4\n: no")),
                List.of(new Remark(Items.place("C:/z"), "read as \u0007UTF-8")), List.of(),
                state == SnapshotState.COMPLETE ? Optional.of("Snapshot 2 is " + state + ": there is nothing to resume.")
                        : Optional.empty());
    }

    public static Comparison comparison(long gaps, List<Change> changes) {
        Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);
        changes.forEach(change -> counts.merge(change.kind(), 1L, Long::sum));
        return new Comparison(1, 1, 2, NOON, ComparisonBasis.USUAL, counts, gaps);
    }

    public static Change added(int number, Item item, Finding... findings) {
        return Change.of(number, ChangeKind.ADDED, Optional.empty(), Optional.of(item), Set.of(), List.of(findings));
    }

    static Change removed(int number, Item item, Finding... findings) {
        return Change.of(number, ChangeKind.REMOVED, Optional.of(item), Optional.empty(), Set.of(), List.of(findings));
    }

    public static Change changed(int number, ChangeKind kind, Item before, Item after, Set<Attribute> attributes, Finding... findings) {
        return Change.of(number, kind, Optional.of(before), Optional.of(after), attributes, List.of(findings));
    }

    public static Finding finding(Severity severity, String sentence) {
        return new Finding("sample", severity, sentence);
    }

    public static Tag tag(Location location, Decision decision, String note) {
        return new Tag("ward-12", location, Bytes.EMPTY, decision, note, "eve", NOON);
    }

    /** Four changes of four kinds; number 2 is the most severe and 3 has a tag. */
    public static List<TaggedChange> fourChanges() {
        Item moved = Items.file("C:/WINDOWS/TEMP/notepad.bak", "notepad");
        Change first = changed(1, ChangeKind.MODIFIED, Items.file("C:/WINDOWS/WIN.INI", "run="),
                Items.file("C:/WINDOWS/WIN.INI", "run=worm.vbs"), Set.of(Attribute.SIZE, Attribute.CONTENT),
                finding(Severity.MEDIUM, "It names worm.vbs."));
        Change second = added(2, Items.file("C:/WINDOWS/worm.vbs", "worm"), finding(Severity.LOW, "It is a script."),
                finding(Severity.HIGH, "It starts by itself."));
        Change third = removed(3, Items.file("C:/WINDOWS/regedit.exe", "regedit"));
        Change fourth = changed(4, ChangeKind.MOVED, Items.file("C:/WINDOWS/notepad.exe", "notepad"), moved, Set.of(),
                finding(Severity.LOW, "It moved."));
        return List.of(untagged(first), untagged(second),
                new TaggedChange(third, Optional.of(tag(third.location(), Decision.REPAIR, "from gold"))), untagged(fourth));
    }

    public static TaggedChange untagged(Change change) {
        return new TaggedChange(change, Optional.empty());
    }

    public static StartupRow startup(Location location, String command, EntryChange change, TargetVerdict verdict, Severity severity,
            Optional<FileItem> target) {
        StartupEntry entry = new StartupEntry("run", "Run at logon", "Logon", "T1547.001", severity, location, location.name(), command,
                target.isPresent() ? TargetOutcome.FOUND : TargetOutcome.MISSING,
                target.map(file -> file.location().text()).orElse(""), target, false, false, Optional.empty(), EntryDetails.NONE);
        return new StartupRow(entry, change, Optional.empty(), verdict, severity, "The entry is " + change + ".",
                Score.points(new Finding(Finding.AUTOSTART, severity, "")));
    }

    /** The unexplained changes above LOW, each a lead. */
    private static List<Lead> leads(List<TaggedChange> changes) {
        return changes.stream().map(TaggedChange::change).filter(change -> change.severity().compareTo(Severity.LOW) > 0)
                .sorted(Change.MOST_SEVERE_FIRST)
                .map(change -> new Lead(Score.points(change), List.of(change), List.of(change.location().text() + " changed."))).toList();
    }

    public static ShownComparison shown(List<TaggedChange> changes) {
        return shown(changes, List.of(), 0, SnapshotState.COMPLETE);
    }

    public static ShownComparison shown(List<TaggedChange> changes, List<StartupRow> startup, int gaps, SnapshotState suspectState) {
        return shown(changes, startup, gaps, suspectState, List.of());
    }

    public static ShownComparison shown(List<TaggedChange> changes, List<StartupRow> startup, int gaps, SnapshotState suspectState,
            List<Gap> unread) {
        List<Gap> places = new ArrayList<>();
        for (int number = 0; number < gaps; number++) {
            places.add(new Gap(Items.place("C:/secret" + number), GapReason.ACCESS_DENIED, "Permission denied"));
        }
        Comparison comparison = comparison(gaps, changes.stream().map(TaggedChange::change).toList());
        Snapshot baseline = snapshot(1, "gold", Role.BASELINE, SnapshotState.COMPLETE, "");
        Snapshot suspect = snapshot(2, "ward-12", Role.SUSPECT, suspectState, "");
        ShownComparison shown = new ShownComparison(new ChangeList(comparison, baseline, suspect, changes, List.of(), places, List.of(),
                List.of()));
        shown.tell(shown.story(new ListLeads.Outcome(new StartupList(comparison, baseline, suspect, startup, List.of(), places, List.of(),
                unread, List.of()), leads(changes))));
        return shown;
    }
}
