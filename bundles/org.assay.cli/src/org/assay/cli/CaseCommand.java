package org.assay.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;

import org.assay.app.Case;
import org.assay.app.VerifyCase;
import org.assay.app.custody.KeyArguments;
import org.assay.app.custody.KeyPlace;
import org.assay.app.custody.PackCase;
import org.assay.app.custody.UnpackCase;
import org.assay.app.edit.RenameHost;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.Program;
import org.assay.cli.command.Watch;
import org.assay.cli.custody.CopyCommand;
import org.assay.cli.fleet.MergeCommand;
import org.assay.cli.option.CommandGroup;
import org.assay.cli.option.ExaminerOption;
import org.assay.cli.option.FormatOption;
import org.assay.cli.option.PasswordOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.change.Comparison;
import org.assay.model.custody.LogHead;

/** {@code assay case}: makes a case and tells what is in one. */
@Command(name = "case", subcommands = {CopyCommand.class, MergeCommand.class}, description = "Create a case, show what is in one, check"
        + " it, pack it to hand it over, or write down what its digest is over.",
        footer = {"", "Example:", "  assay case new outbreak", "  assay case info outbreak", "  assay case verify outbreak"})
final class CaseCommand extends CommandGroup {

    @ParentCommand
    private AssayCommand assay;

    CaseCommand() {
        super("new, info, verify, copy, pack, unpack, dump, merge, rename-host or recover");
    }

    @Command(name = "new", description = "Create a new, empty case.", footer = {"", "Example:", "  assay case new outbreak"})
    int create(@Parameters(paramLabel = "CASE", description = "The case file to create; .mv.db is added to its name.") Path file,
            @Mixin ExaminerOption examiner) {
        try (Case made = Case.create(file, examiner.name())) {
            assay.terminal().say("created the case " + made.file());
        }
        return ExitCode.OK;
    }

    @Command(name = "info", description = "Show what is in a case: its digest, its comparisons, and how many snapshots and tags it holds.",
            footer = {"", "Example:", "  assay case info outbreak --format json"})
    int info(@Mixin ReadCase file, @Mixin FormatOption format) {
        try (Case opened = file.open(assay)) {
            Optional<StoredDigest> digest = opened.digest();
            int snapshots = opened.snapshots().size();
            int tags = opened.tags().size();
            List<Comparison> comparisons = opened.comparisons();
            if (format.isTable()) {
                assay.terminal().say(opened.file() + ": snapshots " + snapshots + ", comparisons " + comparisons.size()
                        + ", tags " + tags);
                digest.ifPresent(stored -> assay.terminal().say("digest " + stored.digest().shortText() + " (SHA-256 "
                        + stored.digest().hex() + "), stored at " + stored.written()));
                assay.terminal().say("read by: " + String.join(", ", readers(opened)));
                assay.terminal().say("the custody log ends with " + opened.logHead().shortText());
            }
            new Listing<>("comparisons", info(opened, snapshots, tags, digest),
                    List.of(ListColumn.<Comparison>fixed("comparison", "No", Comparison::id),
                            ListColumn.fixed("baseline", "Baseline", Comparison::baseline),
                            ListColumn.fixed("suspect", "Suspect", Comparison::suspect),
                            ListColumn.fixed("changes", "Changes", Comparison::changes),
                            ListColumn.fixed("gaps", "Gaps", Comparison::gaps),
                            ListColumn.fixed("compared", "Compared", Comparison::compared)),
                    comparisons).print(format.format(), assay.terminal());
        }
        return ExitCode.OK;
    }

    /** What read the sources of all snapshots, each once. */
    private static List<String> readers(Case opened) {
        return opened.snapshots().stream().flatMap(snapshot -> snapshot.sources().stream().map(snapshot::reader))
                .map(word -> word.isEmpty() ? "not known" : word).distinct().sorted().toList();
    }

    private static Map<String, Object> info(Case opened, int snapshots, int tags, Optional<StoredDigest> digest) {
        Map<String, Object> info = new LinkedHashMap<>();
        LogHead head = opened.logHead();
        info.put("file", opened.file().toString());
        info.put("snapshots", snapshots);
        info.put("readers", readers(opened));
        info.put("tags", tags);
        digest.ifPresent(stored -> {
            info.put("digest", stored.digest().shortText());
            info.put("digest_sha256", stored.digest().hex());
            info.put("digest_generation", stored.generation());
            info.put("digest_written", stored.written().toString());
        });
        info.put("log_entries", head.entries());
        info.put("log_sha256", head.sha256().hex());
        return info;
    }

    @Command(name = "verify", description = "Read everything in a case again and check it against its digest. Exit code 0 when all of it "
            + "is what was stored; 3, with the first thing that does not fit, when not.",
            footer = {"", "Example:", "  assay case verify outbreak --digest 3f2a-9c01-77de-b0c4-1a2b-3c4d-5e6f-7081"})
    int verify(@Mixin ReadCase file,
            @Option(names = "--digest", paramLabel = "DIGEST",
                    description = "What was written down of the digest that the case must have; 'case info' shows it.") String digest,
            @Option(names = "--record", description = "Note in the custody log what was found, which writes to the case.") boolean record,
            @Mixin ExaminerOption examiner) {
        VerifyCase.Outcome outcome;
        try (Case opened = record ? file.openToWrite(assay, examiner.name()) : file.open(assay);
                Watch watch = assay.watch()) {
            outcome = new VerifyCase(Optional.ofNullable(digest), record).run(opened, watch.progress());
        }
        if (!outcome.passed()) {
            assay.terminal().warn("assay: " + outcome.text());
            return ExitCode.FAILED;
        }
        assay.terminal().say(outcome.text());
        return ExitCode.OK;
    }

    @Command(name = "recover", description = "Save what can be read of a damaged case into a new one, and say what is lost. The damaged one"
            + " stays as it is. Exit code 0 when nothing is lost, 2 when something is.",
            footer = {"", "Example:", "  assay case recover outbreak outbreak-saved"})
    int recover(@Parameters(paramLabel = "CASE", description = "The damaged case.") Path damaged,
            @Parameters(paramLabel = "NEW", description = "The case to create.") Path fresh, @Mixin ExaminerOption examiner) {
        List<String> lost;
        try (Watch watch = assay.watch()) {
            lost = Case.recover(damaged, fresh, examiner.name(), watch.progress());
        }
        assay.terminal().say(lost.isEmpty() ? "nothing is lost" : "what could be read is saved; lost is:");
        lost.forEach(what -> assay.terminal().say("  " + what));
        return lost.isEmpty() ? ExitCode.OK : ExitCode.GAPS;
    }

    @Command(name = "pack", description = "Verify a case and write it to one encrypted file, to be handed over, with its custody log and"
            + " its seals. Who has a key or the password that it is encrypted for opens it with 'case unpack' or 'openssl cms -decrypt'.",
            footer = {"", "Example:", "  assay case pack outbreak --out outbreak.assay --to bert.pem"})
    int pack(@Mixin ReadCase file,
            @Option(names = {"-o", "--out"}, required = true, paramLabel = "FILE", description = "The file to write; it must not be there.")
            Path out,
            @Option(names = "--to", paramLabel = "FILE", description = "The certificate (PEM or DER) of one who is to open it. May be given"
                    + " more than once. Without one, and with --password-file or --password-fd, a password opens it.")
            List<Path> recipients, @Mixin PasswordOption password, @Mixin ExaminerOption examiner) {
        List<Path> named = recipients == null ? List.of() : recipients;
        Optional<char[]> secret = named.isEmpty() || password.isGiven() ? Optional.of(password.read("Password of the pack", true))
                : Optional.empty();
        PackCase.Packed packed;
        try (Case opened = file.openToWrite(assay, examiner.name()); Watch watch = assay.watch()) {
            packed = new PackCase(named, out).run(opened, secret, watch.progress());
        }
        assay.terminal().say("packed: " + packed.file() + ", SHA-256 " + packed.sha256().hex());
        assay.terminal().say("the case in it has the digest " + packed.digest().digest().shortText() + "; its custody log ends with "
                + packed.head().shortText());
        return ExitCode.OK;
    }

    @Command(name = "unpack", description = "Decrypt what 'case pack' wrote and check it, then make the case. Nothing is left where the key"
            + " or the password is wrong, or the file is cut off or was altered.",
            footer = {"", "Example:", "  assay case unpack outbreak.assay received --keys bert.p12"})
    int unpack(@Parameters(index = "0", paramLabel = "FILE", description = "The pack.") Path pack,
            @Parameters(index = "1", paramLabel = "CASE", description = "The case file to create; .mv.db is added to its name.")
            Path target,
            @Option(names = "--keys", paramLabel = "FILE", description = "The key file (PKCS#12) with the key that opens it; whatever"
                    + " ASSAY_KEYS says, a password opens it where this is not given.") Optional<Path> keys,
            @Option(names = "--key", paramLabel = "NAME", description = "The key; by default the only one in the key file.")
            Optional<String> key, @Mixin PasswordOption password) {
        UnpackCase.Unpacked unpacked = new UnpackCase(pack, target,
                keys.map(file -> new KeyArguments(new KeyPlace.InFile(file), key.orElse(""))))
                .run(password.read(keys.isPresent() ? "Password of the key file" : "Password of the pack", false));
        assay.terminal().say("unpacked the case " + unpacked.file() + ", which was packed at " + unpacked.manifest().packed());
        assay.terminal().say("it has the digest " + new CaseDigest(unpacked.manifest().digest()).shortText()
                + "; its custody log ends with " + unpacked.manifest().head().shortText());
        return ExitCode.OK;
    }

    @Command(name = "rename-host", description = "Call a host otherwise, in its snapshots and tags. What the custody log says of it from"
            + " before keeps the old name. The name of a host with a sealed snapshot stays.",
            footer = {"", "Example:", "  assay case rename-host outbreak PC17 RECEPTION-PC"})
    int renameHost(@Parameters(index = "0", paramLabel = "CASE", description = "The case file.") Path file,
            @Parameters(index = "1", paramLabel = "HOST", description = "The host, as 'snapshots' lists it.") String host,
            @Parameters(index = "2", paramLabel = "NAME", description = "What it is called from now on.") String name,
            @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = Program.WAIT_SECONDS, description = Program.WAIT)
            int waitSeconds, @Mixin ExaminerOption examiner) {
        try (Case opened = Case.open(file, assay.waiting(waitSeconds), examiner.name())) {
            assay.terminal().say(new RenameHost(host, name).run(opened));
        }
        return ExitCode.OK;
    }

    @Command(name = "dump", description = "Write the text that the digest of a case is over: openssl dgst -sha256 of it gives the digest.",
            footer = {"", "Example:", "  assay case dump outbreak > outbreak.txt", "  openssl dgst -sha256 outbreak.txt"})
    int dump(@Mixin ReadCase file) throws IOException {
        try (Case opened = file.open(assay)) {
            OutputStream out = new BufferedOutputStream(assay.terminal().out(), 1 << 16);
            opened.dump(out);
            out.flush();
        }
        return ExitCode.OK;
    }

    /** The case that a command of this one reads. */
    static final class ReadCase {

        @Spec(Spec.Target.MIXEE)
        private CommandSpec command;

        @Parameters(paramLabel = "CASE", arity = "0..1", defaultValue = "${env:ASSAY_CASE}",
                description = "The case file; by default that of the environment variable ASSAY_CASE.")
        private Path file;

        @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = Program.WAIT_SECONDS, description = Program.WAIT)
        private int waitSeconds;

        Case open(AssayCommand assay) {
            return Case.openToRead(named(), assay.waiting(waitSeconds), "");
        }

        Case openToWrite(AssayCommand assay, String examiner) {
            return Case.open(named(), assay.waiting(waitSeconds), examiner);
        }

        private Path named() {
            if (file == null) {
                throw new ParameterException(command.commandLine(), "name the case, or set ASSAY_CASE to it");
            }
            return file;
        }
    }
}
