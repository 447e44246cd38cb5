package org.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.app.GapSentences;
import org.assay.app.ResumeCapture;
import org.assay.model.CaptureOptions;
import org.assay.model.Coverage;
import org.assay.model.DigestAlgorithm;
import org.assay.model.Evidence;
import org.assay.model.RegistryOptions;
import org.assay.model.Role;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotState;
import org.assay.model.SourceKind;
import org.assay.model.Visible;

/** {@code assay capture}: reads evidence into a new snapshot. */
@Command(name = "capture", description = "Read evidence of one host into a new snapshot of the case.",
        footer = {"", "Example:",
                "  assay capture -c outbreak --host PC17 --role suspect --tree C=/mnt/pc17 --reg pc17-hklm.reg",
                "  assay capture -c outbreak --host PC17 --role baseline --hive HKCU=gold/NTUSER.DAT",
                "  assay capture -c outbreak --resume"})
final class CaptureCommand extends CommandOnCase {

    /** Of {@code --resume}: the latest snapshot that can be resumed. */
    private static final String LATEST = "";

    /** Options that go with {@code --resume}. */
    private static final Set<String> WITH_RESUME = Set.of("--resume", "--case");

    @Spec
    private CommandSpec spec;

    @Option(names = "--host", paramLabel = "NAME", description = "The machine's name.")
    private Optional<String> host;

    @Option(names = "--role", paramLabel = "ROLE", description = "baseline, suspect or verification.")
    private Optional<Role> role;

    @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "A name for the snapshot.")
    private String label;

    @Option(names = "--tree", paramLabel = "[NAME=]DIR",
            description = "A directory tree, live or mounted. NAME is what it is called in the case, C for drive C: of Windows.")
    private List<String> trees = new ArrayList<>();

    @Option(names = "--no-hives", description = "Do not read the registry hives that a tree of Windows holds.")
    private boolean noHives;

    @Option(names = "--deleted", description = "Look for deleted keys and values in the unused space of hives, too.")
    private boolean deleted;

    @Option(names = "--reg", paramLabel = "[USER=]FILE",
            description = "A registry export (.reg). USER is whose HKEY_CURRENT_USER it holds; then it meets that user's hive.")
    private List<String> exports = new ArrayList<>();

    @Option(names = "--hive", paramLabel = "[ROOT=]FILE",
            description = "A registry hive. ROOT is where it belongs, HKLM\\SYSTEM or the like; it is found out where it is left out.")
    private List<String> hives = new ArrayList<>();

    @Option(names = "--autoruns", paramLabel = "FILE",
            description = "A list that autorunsc -c or -x wrote (with -h and -s it tells more), alone in its snapshot.")
    private List<Path> autoruns = new ArrayList<>();

    @Option(names = "--digest", split = ",", paramLabel = "NAME",
            description = "Digests beside SHA-256: sha1, md5, sha512, blake3. All are made in one read.")
    private Set<DigestAlgorithm> digests = EnumSet.noneOf(DigestAlgorithm.class);

    @Option(names = "--one-file-system", description = "Leave out what is mounted below a tree; each such place is a gap.")
    private boolean oneFileSystem;

    @Option(names = "--threads", paramLabel = "N",
            description = "How many files are read at the same time; as many as there are processors where it is left out.")
    private int threads = CaptureOptions.standard().threads();

    @Option(names = "--resume", arity = "0..1", fallbackValue = LATEST, paramLabel = "SNAPSHOT",
            description = "Go on with a capture that was killed, cancelled or failed, the latest one where no number is given: its evidence"
                    + " and options are used again, and what is stored and was not touched since is not hashed again. Of a snapshot with"
                    + " gaps a new one is made so.")
    private Optional<String> resumed;

    @Mixin
    private CatalogueOption catalogue;

    @Override
    void check() {
        if (resumed.isPresent()) {
            checkResumed(resumed.get());
            return;
        }
        if (host.isEmpty() || role.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--host and --role are missing: name the machine, and say whether this is its"
                    + " baseline, suspect or verification");
        }
        if (trees.isEmpty() && exports.isEmpty() && hives.isEmpty() && autoruns.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "nothing to capture: name at least one --tree, --reg, --hive or --autoruns");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is " + threads + ": give 1 or more");
        }
    }

    private void checkResumed(String number) {
        if (!number.matches("[0-9]{0,18}")) {
            throw new ParameterException(spec.commandLine(), "--resume takes the number of a snapshot, not " + number);
        }
        List<String> other = spec.commandLine().getParseResult().matchedOptions().stream().map(OptionSpec::longestName)
                .filter(name -> !WITH_RESUME.contains(name)).toList();
        if (!other.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "a resumed capture keeps its evidence and options: leave out "
                    + String.join(", ", other));
        }
    }

    @Override
    int run(Case openCase) {
        Snapshot snapshot;
        try (AssayCommand.Watch watch = assay().watch()) {
            snapshot = resumed.isPresent() ? resume(openCase, resumed.get()).run(openCase, watch.progress())
                    : anew().run(openCase, watch.progress());
        }
        assay().stored("Snapshot " + snapshot.id() + " is stored: assay snapshots " + snapshot.id() + " tells of it.");
        report(openCase, snapshot);
        return snapshot.state() == SnapshotState.COMPLETE ? ExitCode.OK
                : snapshot.state() == SnapshotState.PARTIAL ? ExitCode.GAPS : ExitCode.FAILED;
    }

    private ResumeCapture resume(Case openCase, String number) {
        return number.equals(LATEST) ? ResumeCapture.latest(openCase)
                : new ResumeCapture(Long.parseLong(number));
    }

    private CaptureSnapshot anew() {
        List<Evidence> evidence = new ArrayList<>();
        trees.forEach(tree -> evidence.add(named(SourceKind.TREE, tree)));
        exports.forEach(export -> evidence.add(named(SourceKind.REG_EXPORT, export)));
        hives.forEach(hive -> evidence.add(named(SourceKind.HIVE, hive)));
        autoruns.forEach(list -> evidence.add(new Evidence(SourceKind.AUTORUNS, "", list)));
        return new CaptureSnapshot(host.orElseThrow(), role.orElseThrow(), label, evidence, catalogue.files(),
                new CaptureOptions(digests, oneFileSystem, threads, new RegistryOptions(!noHives, deleted)));
    }

    private void report(Case openCase, Snapshot snapshot) {
        Terminal terminal = assay().terminal();
        Coverage coverage = snapshot.coverage();
        terminal.out().println("snapshot " + snapshot.id() + " of " + Visible.text(snapshot.host()) + ": " + snapshot.state() + ", "
                + String.format(Locale.ROOT, "%,d", coverage.items()) + " items, " + Sizes.text(coverage.hashedBytes()) + " hashed, "
                + coverage.gaps() + " gaps" + GapSentences.reasons(coverage.gapsByReason()));
        snapshot.attempts().getLast().reading().filter(reading -> reading.earlierFiles() > 0).ifPresent(reading -> terminal.out().println(
                "  of these " + String.format(Locale.ROOT, "%,d", reading.earlierFiles()) + " files, " + Sizes.text(reading.earlierBytes())
                        + ", were hashed before and not touched since"));
        long found = snapshot.sources().stream().filter(source -> source.path().isEmpty()).count();
        if (found > 0) {
            terminal.out().println("  with " + found + " registry hives found in the trees");
        }
        GapNotice.afterCapture(terminal, openCase, snapshot);
        GapSentences.ofUnfinished(snapshot).ifPresent(lacks -> terminal.err().println("  " + lacks));
        GapNotice.ofResuming(terminal, snapshot);
    }

    /** Splits {@code NAME=PATH}; a path that holds {@code =} itself must be given with a name, which may be empty: {@code =PATH}. */
    private static Evidence named(SourceKind kind, String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? new Evidence(kind, "", Path.of(text))
                : new Evidence(kind, text.substring(0, equals), Path.of(text.substring(equals + 1)));
    }
}
