package org.assay.compare.explain;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class SignedUpdatesTest {

    private static final String PATH = "C:/Program Files/Ledger/LEDGER.EXE";

    private static FileItem signed(String content, String issuer, int key, String version) {
        Signature signature = Signature.of(SignatureStatus.VALID, "Ledger Software Ltd", issuer, Optional.empty(), "")
                .withKey(Bytes.ofHex(("0" + key).repeat(32)));
        return detailed(at("2000-05-0" + key + "T00:00:00Z", file(PATH, content)), FileDetails.NONE.withContent(Map.of(),
                Optional.of(ContentType.PE), Optional.of(signature)).withVersion(Optional.of(new ProgramVersion(version, "", "", "", ""))));
    }

    private static Change change(FileItem before, FileItem after) {
        return SnapshotComparison.run(ListView.of(before), ListView.of(after), Progress.NONE).getFirst();
    }

    @Test
    void aLaterVersionByTheSameKeyIsAnUpdate() {
        Change change = change(signed("1", "CA", 1, "1.0"), signed("22", "CA", 1, "1.1"));
        assertEquals(ExplanationKind.UPDATE, change.explanation().orElseThrow().kind());
        assertEquals("updates by Ledger Software Ltd", change.explanation().get().subject());
        assertEquals(Severity.LOW, change.severity());
    }

    @Test
    void anotherKeyUnderTheSameNamesIsNone() {
        Change change = change(signed("1", "CA", 1, "1.0"), signed("22", "CA", 2, "1.1"));
        assertFalse(change.isExplained());
        assertEquals("other-signer", change.findings().stream().filter(one -> one.sentence().contains("another key")).findFirst()
                .orElseThrow().code());
        assertEquals(Severity.MEDIUM, change.severity());
    }

    @Test
    void aCertificateThatSomebodyMadeForHimselfIsSevere() {
        assertEquals(Severity.HIGH, change(signed("1", "CA", 1, "1.0"), signed("22", "Ledger Software Ltd", 2, "1.1")).severity());
    }

    @Test
    void anEarlierVersionByTheSameKeyIsNone() {
        assertFalse(change(signed("1", "CA", 1, "1.1"), signed("22", "CA", 1, "1.0")).isExplained());
    }
}
