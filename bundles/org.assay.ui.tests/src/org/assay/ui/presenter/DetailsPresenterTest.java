package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.field.Attribute;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Bytes;
import org.assay.testkit.Items;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.Selection;
import org.assay.ui.work.ShownComparison;
import org.junit.jupiter.api.Test;

class DetailsPresenterTest {

    private final DetailsPresenter presenter = new DetailsPresenter();

    private DetailsPage page(ShownComparison comparison, Selection selection) {
        return presenter.show(Optional.of(comparison), selection).orElseThrow();
    }

    private static DetailsPage.Row row(DetailsPage page, String attribute) {
        return page.rows().stream().filter(row -> row.attribute().equals(attribute)).findFirst().orElseThrow();
    }

    private static List<String> texts(DetailsPage page) {
        return page.remarks().stream().map(DetailsPage.Remark::text).takeWhile(text -> !text.startsWith("Score ")).toList();
    }

    @Test
    void nothingSelectedHasNoPage() {
        assertTrue(presenter.show(Optional.of(Samples.shown(Samples.fourChanges())), Selection.NONE).isEmpty());
        assertTrue(presenter.show(Optional.empty(), Selection.of(List.of(1))).isEmpty());
        assertEquals(0, presenter.table().rowCount());
    }

    @Test
    void whatDiffersIsMarkedAndTheRestIsNot() {
        DetailsPage page = page(Samples.shown(Samples.fourChanges()), Selection.of(List.of(1)));

        assertEquals("#1  modified  C:\\WINDOWS\\WIN.INI", page.heading());
        assertEquals(new DetailsPage.Row("size", "4 bytes", "12 bytes", Tint.MODIFIED, false), row(page, "size"));
        assertTrue(row(page, "SHA-256").differs());
        assertTrue(!row(page, "kind").differs() && !row(page, "modified").differs() && !row(page, "location").differs());
        assertEquals(page.rows().size(), presenter.table().rowCount());
        assertEquals(Tint.MODIFIED, presenter.table().rowTint(page.rows().indexOf(row(page, "size"))));
    }

    @Test
    void theScoreIsExplained() {
        List<String> all = page(Samples.shown(Samples.fourChanges()), Selection.of(List.of(2))).remarks().stream()
                .map(DetailsPage.Remark::text).toList();

        assertEquals(List.of("Score 404", "    400  sample, HIGH: is code", "    4  sample, LOW: is code, as something above does"),
                all.subList(all.size() - 3, all.size()));
    }

    @Test
    void findingsAreSentencesMostSevereFirst() {
        DetailsPage page = page(Samples.shown(Samples.fourChanges()), Selection.of(List.of(2, 3)));

        assertEquals(List.of("The first of 2 selected changes.", "High: It starts by itself.", "Low: It is a script.", "No decision yet."),
                texts(page));
        assertEquals(new DetailsPage.Row("kind", "", "file", Tint.NONE, false), row(page, "kind"),
                "what has one side only does not differ");
    }

    @Test
    void aFindingThatHasAPageNamesIt() {
        Change change = Samples.added(1, Items.file("C:/a.txt.vbs", "x"), new Finding("double-extension", Severity.HIGH, "It hides."),
                new Finding("of-another-version", Severity.LOW, "It is odd."));
        DetailsPage page = page(Samples.shown(List.of(Samples.untagged(change))), Selection.of(List.of(1)));

        assertEquals(List.of(Optional.of("double-extension"), Optional.empty(), Optional.empty()),
                page.remarks().stream().map(DetailsPage.Remark::finding).limit(3).toList());
    }

    @Test
    void aTagTellsWhoWhenAndWhy() {
        DetailsPage page = page(Samples.shown(Samples.fourChanges()), Selection.of(List.of(3)));

        assertEquals(List.of("Repair, decided by eve at 2000-05-04 12:00:00 UTC: from gold"), texts(page));
    }

    @Test
    void registryDataIsReadableAndSideBySideInHex() {
        Change change = Samples.changed(1, ChangeKind.MODIFIED, Items.string(Samples.RUN, "x", "abcd"),
                Items.string(Samples.RUN, "x", "abxd\0hidden"), Set.of(Attribute.VALUE_DATA));
        DetailsPage page = page(Samples.shown(List.of(Samples.untagged(change))), Selection.of(List.of(1)));

        assertEquals("abcd", row(page, "data").before());
        assertTrue(row(page, "data").after().contains("hidden"), "what lies behind the terminator is shown");
        assertEquals("REG_SZ", row(page, "type").after());
        assertEquals(new DetailsPage.Row("000000", "61 00 62 00 63 00 64 00  a.b.c.d.",
                "61 00 62 00 78 00 64 00  a.b.x.d.", Tint.MODIFIED, true),
                row(page, "000000"));
        assertEquals("00 00                    ..", row(page, "000008").before());
    }

    @Test
    void longDataIsCutAndItsRestStillCompared() {
        byte[] before = new byte[6000];
        byte[] after = before.clone();
        after[5999] = 1;
        Change change = Samples.changed(1, ChangeKind.MODIFIED, Items.value(Samples.RUN, "x", ValueType.BINARY, Bytes.copyOf(before)),
                Items.value(Samples.RUN, "x", ValueType.BINARY, Bytes.copyOf(after)), Set.of(Attribute.VALUE_DATA));
        DetailsPage page = page(Samples.shown(List.of(Samples.untagged(change))), Selection.of(List.of(1)));

        assertEquals(new DetailsPage.Row("001000 and on", "1,904 more bytes", "1,904 more bytes", Tint.MODIFIED, true),
                page.rows().getLast());
        assertTrue(page.rows().stream().filter(DetailsPage.Row::code).count() == 513);
    }

    @Test
    void aStartupEntryIsExplainedWithTheFileItStarts() {
        StartupRow row = Samples.startup(Items.keyPlace(Samples.RUN).value("Worm"), "wscript\nworm.vbs", EntryChange.ADDED,
                TargetVerdict.ADDED, Severity.HIGH, Optional.of(Items.file("C:/WINDOWS/worm.vbs", "worm")));
        ShownComparison comparison = Samples.shown(Samples.fourChanges(), List.of(row), 0, SnapshotState.COMPLETE);
        DetailsPage page = page(comparison, Selection.of(row, List.of()));

        assertEquals("no change  " + Samples.RUN + " [Worm]", page.heading());
        assertEquals(List.of("The entry is ADDED.", "Run at logon (ATT&CK T1547.001)", "Runs: wscript\\nworm.vbs",
                "Its target is change #2: added C:\\WINDOWS\\worm.vbs"), texts(page));
    }

    @Test
    void whatTheStartupEntrySaysIsNotSaidAgainByItsChange() {
        StartupRow row = Samples.startup(Items.keyPlace(Samples.RUN).value("x"), "x.exe", EntryChange.ADDED, TargetVerdict.MISSING,
                Severity.HIGH, Optional.empty());
        Change change = Samples.added(1, Items.string(Samples.RUN, "x", "x.exe"), Samples.finding(Severity.HIGH, row.sentence()),
                Samples.finding(Severity.LOW, "Something else."));
        ShownComparison comparison = Samples.shown(List.of(Samples.untagged(change)), List.of(row), 0, SnapshotState.COMPLETE);
        DetailsPage page = page(comparison, Selection.of(row, List.of(1)));

        assertEquals(1, texts(page).stream().filter(text -> text.contains(row.sentence())).count());
        assertTrue(texts(page).contains("Low: Something else."));
    }

    @Test
    void aFileThatCouldNotBeReadSaysSo() {
        Change change = Samples.added(1, Items.unread("C:/locked.dat", 10));
        DetailsPage page = page(Samples.shown(List.of(Samples.untagged(change))), Selection.of(List.of(1)));

        assertEquals("(content was not read)", row(page, "SHA-256").after());
    }
}
