package org.assay.cli.fleet;

import java.util.List;
import java.util.Map;

import org.assay.app.Case;
import org.assay.app.fleet.ExportFleet;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.Program;
import org.assay.cli.command.Watch;
import org.assay.cli.output.Format;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;

/** {@code assay export --hosts}: the remediation of many hosts. */
public final class ExportedHosts {

    private ExportedHosts() {
    }

    /** Exports and says what was written; gives the exit code, that of one export. */
    public static int run(Program assay, Case openCase, ExportFleet export) {
        ExportFleet.Outcome outcome;
        try (Watch watch = assay.watch()) {
            outcome = export.run(openCase, watch.progress());
        }
        new Listing<>("hosts", Map.of(), List.of(
                ListColumn.<ExportFleet.Row>fixed("host", "Host", ExportFleet.Row::host),
                ListColumn.<ExportFleet.Row>fixed("actions", "Actions", row -> row.export().map(one -> String.valueOf(one.actions()))
                        .orElse("")),
                ListColumn.<ExportFleet.Row>fixed("manual", "By hand", row -> row.export().map(one -> String.valueOf(one.manualSteps()))
                        .orElse("")),
                ListColumn.<ExportFleet.Row>elastic("folder", "Folder", row -> row.export().map(one -> one.folder().toString())
                        .orElse(row.why()))), outcome.rows()).print(Format.TABLE, assay.terminal());
        outcome.common().ifPresent(common -> assay.terminal().say("common: " + common.steps() + " steps in "
                + common.folder() + "; " + common.left() + " more are in the folders of single hosts only"));
        long gaps = outcome.rows().stream().filter(row -> row.export().filter(one -> !one.gaps().isEmpty()).isPresent()).count();
        if (gaps > 0) {
            assay.terminal().warn("of " + gaps + " of these hosts not everything could be read: what is not listed there is not known to be"
                    + " unchanged");
        }
        return ExitCode.OK;
    }
}
