package org.assay.cli;

import java.util.Locale;

import picocli.CommandLine.Command;

import org.assay.app.Case;
import org.assay.app.WriteSnapshot;
import org.assay.app.written.Written;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.model.text.Visible;

/** {@code assay write}: writes a snapshot for other tools. */
@Command(name = "write", description = "Write what a snapshot holds in a form that other tools read.",
        footer = {"", "Example:", "  assay write -c outbreak 1 --form mtree --out gold.mtree",
                "  assay write -c outbreak 2 --form timesketch --out timeline.csv"})
final class WriteCommand extends CommandOnCase {

    @Override
    protected void takeArguments(LineArguments line) {
        line.position(WriteSnapshot.SNAPSHOT);
        line.option(WriteSnapshot.FORMAT);
        line.option(WriteSnapshot.FILE, "-o");
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        WriteSnapshot write = new WriteSnapshot(line().values().get(WriteSnapshot.SNAPSHOT), line().values().get(WriteSnapshot.FORMAT),
                line().values().get(WriteSnapshot.FILE));
        Written written = write.run(openCase);
        assay().terminal().say(String.format(Locale.ROOT, "%,d items written to %s", written.written(),
                Visible.text(write.file().toString()))
                + (written.left() == 0 ? "" : String.format(Locale.ROOT, "; this form has no place for %,d others", written.left())));
        return openCase.gaps(write.snapshot()).isEmpty() ? ExitCode.OK : ExitCode.GAPS;
    }
}
