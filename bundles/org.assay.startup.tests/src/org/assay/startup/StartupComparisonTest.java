package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.field.Attribute;
import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupComparisonTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final String RUN = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String WINLOGON = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon";
    private static final String X = "C:\\x.exe";

    private static MemorySnapshot windows(String... files) {
        return new MemorySnapshot().withFolder("C:\\WINDOWS").with(files);
    }

    private static List<StartupEntry> scan(MemorySnapshot snapshot) {
        return StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries();
    }

    private static List<StartupRow> join(MemorySnapshot before, MemorySnapshot after, List<Change> changes, Gap... gaps) {
        return StartupComparison.join(scan(before), scan(after), changes, List.of(gaps));
    }

    private static FileItem file(String path) {
        return (FileItem) new MemorySnapshot().with(path).items().next();
    }

    private static Change change(ChangeKind kind, Item item, Attribute... attributes) {
        return Change.of(1, kind, kind == ChangeKind.ADDED ? Optional.empty() : Optional.of(item),
                kind == ChangeKind.REMOVED ? Optional.empty() : Optional.of(item), Set.of(attributes), List.of());
    }

    private static Gap gap(Location place) {
        return new Gap(place, GapReason.READ_ERROR, "no");
    }

    @Test
    void anUnchangedEntryWithAnUnchangedTargetSaysNothing() {
        StartupRow row = join(windows(X).value(RUN, "x", X), windows(X).value(RUN, "X", X), List.of()).getFirst();
        assertEquals(EntryChange.UNCHANGED, row.change());
        assertEquals(TargetVerdict.UNCHANGED, row.target());
        assertEquals(Severity.INFO, row.severity());
    }

    /** A site's update brings thousands of pages; only what runs text or commands can be a shell. */
    @ParameterizedTest
    @CsvSource({"SERVER_SCRIPT, INFO", "EVALUATES, MEDIUM", "RUNS_COMMANDS, MEDIUM"})
    void aPageOfASiteMattersByWhatItCalls(ContentTrait trait, Severity severity) {
        String page = "/var/www/site/a.php";
        FileItem item = file(page).with(FileDetails.NONE.withTraits(EnumSet.of(ContentTrait.SERVER_SCRIPT, trait)));
        StartupRow row = join(new MemorySnapshot().withFolder("/lib"), new MemorySnapshot().withFolder("/lib").item(item),
                List.of(change(ChangeKind.ADDED, item))).getFirst();
        assertEquals(severity, row.severity());
    }

    @ParameterizedTest
    @CsvSource({"ADDED, , ADDED, HIGH", "MODIFIED, CONTENT, MODIFIED, HIGH", "MODIFIED, MODIFIED_TIME, SAME_CONTENT, INFO",
        "MOVED, , MOVED, HIGH"})
    void theSameCommandWithAnotherFileIsGrave(ChangeKind kind, Attribute attribute, TargetVerdict verdict, Severity severity) {
        Change change = change(kind, file(X), attribute == null ? new Attribute[0] : new Attribute[] {attribute});
        StartupRow row = join(windows(X).value(RUN, "x", X), windows(X).value(RUN, "x", X), List.of(change)).getFirst();
        assertEquals(verdict, row.target());
        assertEquals(severity, row.severity());
        assertEquals(EntryChange.UNCHANGED, row.change());
    }

    @ParameterizedTest
    @CsvSource({"DATA, LOW", "PE, HIGH", "SCRIPT, HIGH"})
    void aDatabaseThatWindowsWritesEveryDayIsMilder(ContentType type, Severity severity) {
        FileItem item = file("C:\\ProgramData\\Microsoft\\Network\\Downloader\\qmgr.db")
                .with(FileDetails.NONE.withContent(Map.of(), Optional.of(type), Optional.empty()));
        MemorySnapshot machine = windows().item(item);
        assertEquals(severity, join(machine, machine, List.of(change(ChangeKind.MODIFIED, item, Attribute.CONTENT))).getFirst().severity());
    }

    @Test
    void aChangedCommandTellsBothCommands() {
        StartupRow row = join(windows(X).value(RUN, "x", X), windows(X).value(RUN, "x", "C:\\x.exe /evil"), List.of()).getFirst();
        assertEquals(EntryChange.CHANGED, row.change());
        assertEquals(Severity.HIGH, row.severity());
        assertEquals("Machine Run key: entry `x` was changed from `C:\\x.exe` to `C:\\x.exe /evil` and starts `C:\\x.exe`, which is "
                + "unchanged.", row.sentence());
    }

    @Test
    void aNewMemberOfAListIsNewAndTheOthersStay() {
        MemorySnapshot before = windows(X).value(WINLOGON, "Userinit", "C:\\Windows\\system32\\userinit.exe,");
        MemorySnapshot after = windows(X).value(WINLOGON, "Userinit", "C:\\x.exe,C:\\Windows\\system32\\userinit.exe,");
        List<StartupRow> rows = join(before, after, List.of());
        assertEquals(List.of("ADDED HIGH C:\\x.exe", "UNCHANGED INFO C:\\Windows\\system32\\userinit.exe"),
                rows.stream().map(row -> row.change() + " " + row.severity() + " " + row.entry().command()).toList());
    }

    @Test
    void aFileThatNowAnswersToTheSameUnquotedPathIsANewRow() {
        String command = "C:\\Program Files\\A B\\c.exe -s";
        String program = "C:\\Program Files\\A B\\c.exe";
        MemorySnapshot after = windows(program, "C:\\Program.exe").value(RUN, "x", command);
        List<StartupRow> rows = join(windows(program).value(RUN, "x", command), after,
                List.of(change(ChangeKind.ADDED, file("C:\\Program.exe"))));
        StartupRow row = rows.stream().filter(each -> each.entry().catalogueId().equals("run-hklm")).findFirst().orElseThrow();
        assertEquals("C:\\Program.exe", row.entry().targetPath());
        assertEquals(Severity.HIGH, row.severity());
    }

    @Test
    void aBareNameThatNowLeadsElsewhereIsGrave() {
        MemorySnapshot before = windows("C:\\WINDOWS\\tool.exe").value(RUN, "x", "tool.exe");
        MemorySnapshot after = windows("C:\\WINDOWS\\tool.exe", "C:\\WINDOWS\\System32\\tool.exe").value(RUN, "x", "tool.exe");
        StartupRow row = join(before, after, List.of()).stream().filter(each -> each.entry().targetPath().contains("System32")).findFirst()
                .orElseThrow();
        assertEquals(Severity.HIGH, row.severity());
        assertTrue(row.sentence().contains("is as before but now starts"), row.sentence());
    }

    @Test
    void withoutABaselineOnlyWhatNoCleanSystemHasMatters() {
        MemorySnapshot snapshot = windows(X).value(RUN, "x", X).value(WINLOGON, "Shell", "evil.exe")
                .value(WINLOGON, "Userinit", "C:\\WINDOWS\\system32\\userinit.exe,");
        List<StartupRow> rows = StartupComparison.alone(scan(snapshot), CATALOGUE);
        assertEquals(List.of("HIGH evil.exe", "INFO " + X, "INFO C:\\WINDOWS\\system32\\userinit.exe"),
                rows.stream().map(row -> row.severity() + " " + row.entry().command()).toList());
        assertTrue(rows.getFirst().sentence().endsWith("; a clean system has something else here, or nothing."),
                rows.getFirst().sentence());
        assertEquals("Machine Run key: entry `x` starts `C:\\x.exe`.", rows.get(1).sentence());
        assertTrue(rows.stream().allMatch(row -> row.change() == EntryChange.PRESENT));
    }

    @Test
    void whatStartsAndCouldNotBeReadIsNeverQuiet() {
        String place = "/etc/cron.d/x";
        MemorySnapshot kept = new MemorySnapshot().with("/bin/true").withText(place, "* * * * * root /bin/true\n");
        MemorySnapshot unkept = new MemorySnapshot().with("/bin/true").withUnkept(place, "padded");
        Change rewritten = change(ChangeKind.MODIFIED, file(place), Attribute.CONTENT);
        assertEquals(Severity.MEDIUM, StartupComparison.alone(scan(unkept), CATALOGUE).getFirst().severity());
        assertEquals(Severity.INFO, StartupComparison.alone(scan(kept), CATALOGUE).getFirst().severity());
        assertEquals(Severity.MEDIUM, join(unkept, unkept, List.of(rewritten)).getFirst().severity());
        assertEquals(Severity.INFO, join(unkept, unkept, List.of()).getFirst().severity());
        assertTrue(join(kept, unkept, List.of(rewritten)).getFirst().severity().compareTo(Severity.MEDIUM) >= 0);
    }

    @Test
    void aReplacedDefaultIsCalledOne() {
        StartupRow row = join(windows(X).value(WINLOGON, "Shell", "Explorer.exe"), windows(X).value(WINLOGON, "Shell", X), List.of())
                .getFirst();
        assertEquals(Severity.HIGH, row.severity());
        assertTrue(row.sentence().contains("was changed from its default `Explorer.exe` to `C:\\x.exe`"), row.sentence());
    }

    @Test
    void aTargetThatIsNoLongerCertainIsGrave() {
        String command = "C:\\PROGRA~1\\x.exe";
        MemorySnapshot before = windows("C:\\Program Files\\x.exe").value(RUN, "x", command);
        MemorySnapshot after = windows("C:\\Program Files\\x.exe", "C:\\Program Data\\x.exe").value(RUN, "x", command);
        StartupRow row = join(before, after, List.of()).getFirst();
        assertEquals(EntryChange.UNCHANGED, row.change());
        assertEquals(Severity.HIGH, row.severity());
        assertTrue(row.sentence().contains("several files may be meant"), row.sentence());
    }

    @Test
    void aRemovedEntryIsToldMilder() {
        StartupRow row = join(windows(X).value(RUN, "x", X), windows(X), List.of(change(ChangeKind.REMOVED, file(X)))).getFirst();
        assertEquals(EntryChange.REMOVED, row.change());
        assertEquals(TargetVerdict.MISSING, row.target());
        assertEquals(Severity.MEDIUM, row.severity());
        assertEquals("Machine Run key: entry `x` is gone; it was `C:\\x.exe`.", row.sentence());
    }

    @Test
    void aTargetThatOnlyGotAnotherModeIsNotCalledUnchanged() {
        Change mode = change(ChangeKind.MODIFIED, file(X), Attribute.MODE);
        StartupRow row = join(windows(X), windows(X).value(RUN, "x", X), List.of(mode)).getFirst();
        assertEquals(TargetVerdict.SAME_CONTENT, row.target());
        assertTrue(row.sentence().contains(", whose content is unchanged, while its attributes differ"), row.sentence());
    }

    @Test
    void nothingInAGapIsMissingOrUnchanged() {
        MemorySnapshot snapshot = windows("C:\\Data\\x.exe").value(RUN, "x", "C:\\Data\\x.exe").value(RUN, "y", "C:\\data\\sub\\y.exe")
                .value(RUN, "z", "z.exe");
        assertEquals(List.of(TargetVerdict.UNCHANGED, TargetVerdict.MISSING, TargetVerdict.MISSING), verdicts(snapshot));
        assertEquals(List.of(TargetVerdict.UNKNOWN, TargetVerdict.UNKNOWN, TargetVerdict.MISSING),
                verdicts(snapshot, gap(Location.file("C:", "Data"))));
        assertEquals(List.of(TargetVerdict.UNCHANGED, TargetVerdict.MISSING, TargetVerdict.UNKNOWN),
                verdicts(snapshot, gap(Location.file("C:", "WINDOWS", "System32"))));
        assertEquals(List.of(TargetVerdict.UNKNOWN, TargetVerdict.UNKNOWN, TargetVerdict.UNKNOWN), verdicts(snapshot, gap(Location
                .file("C:"))));
        assertEquals(List.of(TargetVerdict.UNCHANGED, TargetVerdict.MISSING, TargetVerdict.MISSING),
                verdicts(snapshot, gap(Location.file("D:", "x")), gap(Location.key("HKLM"))));
    }

    private static List<TargetVerdict> verdicts(MemorySnapshot snapshot, Gap... gaps) {
        return join(snapshot, snapshot, List.of(), gaps).stream().map(StartupRow::target).toList();
    }

    @Test
    void aNewEntryInAPlaceThatWasNotReadSaysSo() {
        StartupRow row = join(windows(X), windows(X).value(RUN, "x", X), List.of(), gap(Location.key("HKLM", "SOFTWARE", "Microsoft")))
                .getFirst();
        assertTrue(row.sentence().endsWith("; a part of this place could not be read."), row.sentence());
    }

    @Test
    void aBundleIsModifiedWhenAnythingInItChanges() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/Library").withFolder("/Library/Extensions/a.kext")
                .with("/Library/Extensions/a.kext/x");
        StartupRow row = join(snapshot, snapshot, List.of(change(ChangeKind.ADDED, file("/Library/Extensions/a.kext/x")))).getFirst();
        assertEquals(TargetVerdict.MODIFIED, row.target());
        assertEquals(Severity.HIGH, row.severity());
    }

    @Test
    void aBundleThatWasNotReadWholeIsNotCalledUnchanged() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/Library").withFolder("/Library/Extensions/a.kext");
        Gap inside = gap(Location.file("", "Library", "Extensions", "a.kext", "Contents"));
        assertEquals(TargetVerdict.UNKNOWN, join(snapshot, snapshot, List.of(), inside).getFirst().target());
        assertEquals(TargetVerdict.UNCHANGED, join(snapshot, snapshot, List.of(), gap(Location.file("", "Library", "Extensions", "b")))
                .getFirst().target());
    }

    @Test
    void aRowSpeaksOfItsEntryAndOfWhatThatStarts() {
        StartupRow row = join(windows(), windows(X).value(RUN, "x", X), List.of(change(ChangeKind.ADDED, file(X)))).getFirst();
        assertEquals(List.of(RUN + " [x]", X), row.places().stream().map(Location::text).toList());
        assertEquals(Severity.HIGH, row.severity());
        assertTrue(row.sentence().startsWith("Machine Run key: "), row.sentence());
    }

    @Test
    void rowsStandInTheOrderOfTheScoresOfWhatTheyAreAbout() {
        MemorySnapshot after = windows(X, "C:\\y.exe").value(RUN, "a", X).value(RUN, "b", "C:\\y.exe");
        Change contradicted = change(ChangeKind.ADDED, file("C:\\y.exe"))
                .with(List.of(new Finding("package-contradicted", Severity.HIGH, "…")));
        List<Change> changes = List.of(change(ChangeKind.ADDED, file(X)), contradicted);
        List<StartupRow> rows = join(windows(), after, changes);
        assertEquals(List.of("b 1600", "a 600"), rows.stream().map(row -> row.entry().label() + " " + row.points()).toList());
        assertEquals(rows.stream().map(StartupRow::points).toList(),
                join(windows(), after, changes.stream().map(StartupComparisonTest::started).toList()).stream().map(StartupRow::points)
                        .toList(),
                "what is marked already counts once");
    }

    private static Change started(Change change) {
        return change.with(List.of(new Finding(Finding.AUTOSTART, Severity.HIGH, "…")));
    }

    @Test
    void hostileNamesAreVisibleAndShortInSentences() {
        String name = "\u202e\u0000evil\n" + "a".repeat(1000);
        StartupRow row = join(windows(), windows().value(RUN, name, "C:\\" + name + "\u200b.vbs"), List.of()).getFirst();
        assertFalse(row.sentence().contains("\u202e"));
        assertFalse(row.sentence().contains("\n"));
        assertTrue(row.sentence().contains("\\u{202e}"), row.sentence());
        assertTrue(row.sentence().length() < 700, row.sentence());
    }
}
