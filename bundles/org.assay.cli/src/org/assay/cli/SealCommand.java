package org.assay.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.assay.app.Case;
import org.assay.app.custody.SealSnapshots;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.SigningOptions;
import org.assay.cli.output.Terminal;

/** {@code assay seal}: signs what snapshots are. */
@Command(name = "seal", description = "Sign snapshots, with the state of the whole case and the end of its custody log. Each is verified"
        + " first. Several examiners may seal the same.",
        footer = {"", "Example:", "  assay seal -c outbreak 1 2 --keys ann.p12", "  assay seals -c outbreak --trust ann.pem"})
final class SealCommand extends CommandOnCase {

    @Parameters(paramLabel = "SNAPSHOT", arity = "1..*", description = "The snapshots' numbers.")
    private List<Long> snapshots;

    @Mixin
    private SigningOptions signing;

    @Override
    protected int run(Case openCase) {
        new SealSnapshots(snapshots, signing.key()).run(openCase, signing.password()).forEach(seal -> say(assay().terminal(), seal));
        assay().terminal().say("the custody log ends with " + openCase.logHead().shortText());
        return ExitCode.OK;
    }

    static void say(Terminal terminal, SealSnapshots.Sealed seal) {
        terminal.say("seal " + seal.seal() + " of snapshot " + seal.snapshot() + " by " + seal.signer());
    }
}
