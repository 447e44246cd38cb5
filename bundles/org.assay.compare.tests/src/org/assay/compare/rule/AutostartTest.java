package org.assay.compare.rule;

import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.compare.Findings;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.Finding;
import org.assay.model.item.FileItem;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.junit.jupiter.api.Test;

class AutostartTest {

    private static final FileItem ENTRY = file("C:/WINDOWS/win.ini", "load=worm.vbs");
    private static final FileItem WORM = file("C:/WINDOWS/worm.vbs", "worm");

    @Test
    void onlyEntriesAndTargetsAreMarkedAndTheMostSevereRowSpeaks() {
        List<Change> changes = List.of(added(1, ENTRY), added(2, WORM), added(3, file("C:/other.exe", "x")));
        assertEquals(List.of("1 HIGH second", "2 HIGH second"), marked(changes, row(Severity.MEDIUM, "first", 900),
                row(Severity.HIGH, "second", 100), row(Severity.LOW, "third", 0)));
        assertEquals(List.of("1 LOW earlier", "2 LOW earlier"), marked(changes, row(Severity.LOW, "later", 1),
                row(Severity.LOW, "earlier", 2)), "as severe: the one with the higher score");
        assertEquals(List.of(), marked(changes, row(Severity.INFO, "as it should be", 0)));
    }

    @Test
    void whatStartsIsNeitherChurnNorOneOfMany() {
        Change one = added(1, WORM).explainedBy(new Explanation(ExplanationKind.PART_OF, "mass change #9", "", ""));
        Change packaged = added(2, ENTRY).explainedBy(new Explanation(ExplanationKind.PACKAGE, "win", "", ""));
        List<Change> changes = Findings.withStartup(List.of(one, packaged), List.of(row(Severity.HIGH, "it starts", 0)));
        assertEquals(List.of(false, true), changes.stream().map(Change::isExplained).toList());
    }

    private static List<String> marked(List<Change> changes, StartupRow... rows) {
        return Findings.withStartup(changes, List.of(rows)).stream().flatMap(change -> change.findings().stream()
                .filter(finding -> finding.code().equals(Finding.AUTOSTART))
                .map(finding -> change.number() + " " + finding.severity() + " " + finding.sentence())).toList();
    }

    private static Change added(int number, FileItem file) {
        return Change.of(number, ChangeKind.ADDED, Optional.empty(), Optional.of(file), Set.of(), List.of());
    }

    private static StartupRow row(Severity severity, String sentence, int points) {
        StartupEntry entry = new StartupEntry("win-ini-load", "win.ini load=", "Logon", "T1547", severity, ENTRY.location(), "load",
                "worm.vbs", TargetOutcome.FOUND, WORM.location().text(), Optional.of(WORM), false, false, Optional.empty(),
                EntryDetails.NONE);
        return new StartupRow(entry, EntryChange.ADDED, Optional.empty(), TargetVerdict.ADDED, severity, sentence, points);
    }
}
