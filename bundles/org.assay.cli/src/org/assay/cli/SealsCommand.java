package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.custody.SealReport;
import org.assay.app.custody.VerifySeals;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.custody.Seal;
import org.assay.model.text.Visible;

/** {@code assay seals}: lists seals and says whether they hold. */
@Command(name = "seals", description = "List the seals of the case, by whom each is, and whether everything is as it was signed. Exit code"
        + " 0 when all seals hold and are of keys that are trusted; 3 when one does not, or there is none.",
        footer = {"", "Example:", "  assay seals -c outbreak --trust ann.pem --trust authority.pem --crl authority.crl",
                "  assay seals -c outbreak --extract 1 --out seal-1.p7s"})
final class SealsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--trust", paramLabel = "FILE", defaultValue = "${env:ASSAY_TRUST}", description = "Certificates to trust (PEM or"
            + " DER): of examiners, of an authority that vouches for them, of one that stamps times. May be given more than once; by"
            + " default that of the environment variable ASSAY_TRUST.")
    private List<Path> anchors = List.of();

    @Option(names = "--crl", paramLabel = "FILE", description = "A list of revoked certificates (PEM or DER). May be given more than once.")
    private List<Path> revocations = List.of();

    @Option(names = "--deep", description = "Read everything in the case again as well, as 'case verify' does.")
    private boolean deep;

    @Option(names = "--extract", paramLabel = "SEAL", description = "Write the message of this seal, which 'openssl cms -verify -inform"
            + " DER' reads, to --out; its time stamp to the same with .tsr behind it.")
    private Optional<Long> extracted;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "The file for --extract; it must not be there.")
    private Optional<Path> out;

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected void check() {
        if (extracted.isPresent() != out.isPresent()) {
            throw line().refusal("--extract and --out go together");
        }
    }

    @Override
    protected int run(Case openCase) {
        if (extracted.isPresent()) {
            return extract(openCase, extracted.get(), out.get());
        }
        VerifySeals.Outcome outcome;
        try (Watch watch = assay().watch()) {
            outcome = new VerifySeals(anchors, revocations, deep).run(openCase, watch.progress());
        }
        if (format.isTable()) {
            outcome.seals().forEach(seal -> seal.lines().forEach(line -> assay().terminal().say(line)));
            if (outcome.seals().isEmpty()) {
                assay().terminal().say("no snapshot of the case is sealed");
            }
        } else {
            new Listing<>("seals", Map.of("file", openCase.file().toString()), columns(), outcome.seals())
                    .print(format.format(), assay().terminal());
        }
        outcome.damage().ifPresent(damage -> assay().terminal().warn("assay: verification failed: " + damage));
        return outcome.passed() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static List<ListColumn<SealReport>> columns() {
        return List.of(ListColumn.<SealReport>exact("seal", row -> row.seal().id()),
                ListColumn.<SealReport>exact("snapshot", row -> row.seal().snapshot()),
                ListColumn.<SealReport>exact("signed", row -> row.seal().sealed().toString()),
                ListColumn.<SealReport>exact("state", SealReport::word),
                ListColumn.<SealReport>exact("signer", SealReport::signer),
                ListColumn.<SealReport>exact("certificate_sha256", SealReport::fingerprint),
                ListColumn.<SealReport>exact("trusted", SealReport::trusted),
                ListColumn.<SealReport>exact("trust", SealReport::trust),
                ListColumn.<SealReport>exact("altered", SealReport::differences),
                ListColumn.<SealReport>exact("entries_since", row -> row.since().stream()
                        .map(entry -> entry.number() + " " + entry.action()).collect(Collectors.toList())));
    }

    private int extract(Case openCase, long number, Path file) {
        Seal seal = openCase.seals().stream().filter(one -> one.id() == number).findFirst().orElseThrow(
                () -> new AssayException(ErrorCode.WRONG_USAGE, "The case has no seal " + number + ". 'assay seals' lists them."));
        try {
            OwnerOnly.write(file, seal.message().toArray());
            if (seal.timeStamp().isPresent()) {
                OwnerOnly.write(Path.of(file + ".tsr"), seal.timeStamp().get().toArray());
            }
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The file " + Visible.text(file.toString())
                    + " could not be written, or is there already.", e);
        }
        assay().terminal().say("written: " + file);
        return ExitCode.OK;
    }
}
