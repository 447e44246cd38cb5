package org.assay.cli;

import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.assay.app.Case;
import org.assay.app.custody.KeyArguments;
import org.assay.app.custody.SealSnapshots;
import org.assay.cli.option.KeyFileOption;
import org.assay.cli.option.PasswordOption;

/** {@code assay seal}: signs what snapshots are. */
@Command(name = "seal", description = "Sign snapshots, with the state of the whole case and the end of its custody log. Each is verified"
        + " first. Several examiners may seal the same.",
        footer = {"", "Example:", "  assay seal -c outbreak 1 2 --keys ann.p12", "  assay seals -c outbreak --trust ann.pem"})
final class SealCommand extends CommandOnCase {

    @Parameters(paramLabel = "SNAPSHOT", arity = "1..*", description = "The snapshots' numbers.")
    private List<Long> snapshots;

    @Mixin
    private KeyFileOption keys;

    @Option(names = "--key", paramLabel = "NAME", description = "The key; by default the only one in the key file.")
    private Optional<String> key;

    @Mixin
    private PasswordOption password;

    @Override
    int run(Case openCase) {
        new SealSnapshots(snapshots, new KeyArguments(keys.file(), key.orElse("")))
                .run(openCase, password.read("Password of the key file", false))
                .forEach(seal -> assay().terminal().say("seal " + seal.seal() + " of snapshot " + seal.snapshot() + " by "
                        + seal.signer()));
        assay().terminal().say("the custody log ends with " + openCase.logHead().shortText());
        return ExitCode.OK;
    }
}
