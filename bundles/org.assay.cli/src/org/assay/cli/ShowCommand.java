package org.assay.cli;

import picocli.CommandLine.Command;

import org.assay.app.Case;
import org.assay.app.ListChanges;
import org.assay.app.ShowContent;
import org.assay.app.page.ContentSheet;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;

/** {@code assay show}: prints what a changed file or value holds. */
@Command(name = "show", description = "Show what a changed file or registry value holds, as text or bytes, with nothing in it that a"
        + " terminal obeys, and what is encoded in it for PowerShell or by the Windows Script Encoder. Nothing is run. Exit code 2 says"
        + " that the case did not keep it.",
        footer = {"", "Example:", "  assay show -c outbreak 12", "  assay show -c outbreak 12 --before --hex"})
final class ShowCommand extends CommandOnCase {

    @Override
    protected void takeArguments(LineArguments line) {
        line.position(ShowContent.NUMBER);
        line.option(ListChanges.COMPARISON);
        line.option(ShowContent.BEFORE);
        line.option(ShowContent.HEX);
        line.option(ShowContent.ALL);
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        ContentSheet sheet = ShowContent.of(comparison(openCase), line().values()).run(openCase);
        sheet.lines().forEach(assay().terminal()::say);
        if (sheet.isShortened()) {
            assay().terminal().say("--all shows everything.");
        }
        return sheet.found() ? ExitCode.OK : ExitCode.GAPS;
    }
}
