package org.assay.ui.handler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.app.Export;
import org.assay.model.custody.LogHead;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.ui.Samples;
import org.assay.ui.work.ShownComparison;
import org.junit.jupiter.api.Test;

class ExportRemediationHandlerTest {

    @Test
    void gapsAreToldWithWhatWasWritten() {
        ShownComparison comparison = Samples.shown(List.of(), List.of(), 2, SnapshotState.PARTIAL);
        String report = ExportRemediationHandler.report(new Export(Path.of("out"), List.of(), 0, 0, comparison.gaps(),
                Optional.empty(), new LogHead(1, Bytes.EMPTY)));

        assertTrue(report.endsWith("Not everything could be read (gaps: 0 in the baseline, 2 (access denied 2) in the suspect): "
                + "what is not listed there is not known to be unchanged."), report);
    }
}
