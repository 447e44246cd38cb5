package org.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.model.CaptureOptions;
import org.assay.model.DigestAlgorithm;
import org.assay.model.Evidence;
import org.assay.model.RegistryOptions;
import org.assay.model.Role;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotState;
import org.assay.model.SourceKind;

/** {@code assay capture}: reads evidence into a new snapshot. */
@Command(name = "capture", description = "Read evidence of one host into a new snapshot of the case.",
        footer = {"", "Example:",
                "  assay capture -c outbreak --host PC17 --role suspect --tree C=/mnt/pc17 --reg pc17-hklm.reg",
                "  assay capture -c outbreak --host PC17 --role baseline --hive HKCU=gold/NTUSER.DAT"})
final class CaptureCommand extends CommandOnCase {

    @Spec
    private CommandSpec spec;

    @Option(names = "--host", required = true, paramLabel = "NAME", description = "The machine's name.")
    private String host;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "baseline, suspect or verification.")
    private Role role;

    @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "A name for the snapshot.")
    private String label;

    @Option(names = "--tree", paramLabel = "[NAME=]DIR",
            description = "A directory tree, live or mounted. NAME is what it is called in the case, C for drive C: of Windows.")
    private List<String> trees = new ArrayList<>();

    @Option(names = "--no-hives", description = "Do not read the registry hives that a tree of Windows holds.")
    private boolean noHives;

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

    @Mixin
    private CatalogueOption catalogue;

    @Override
    void check() {
        if (trees.isEmpty() && exports.isEmpty() && hives.isEmpty() && autoruns.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "nothing to capture: name at least one --tree, --reg, --hive or --autoruns");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is " + threads + ": give 1 or more");
        }
    }

    @Override
    int run(Case openCase) {
        List<Evidence> evidence = new ArrayList<>();
        trees.forEach(tree -> evidence.add(named(SourceKind.TREE, tree)));
        exports.forEach(export -> evidence.add(named(SourceKind.REG_EXPORT, export)));
        hives.forEach(hive -> evidence.add(named(SourceKind.HIVE, hive)));
        autoruns.forEach(list -> evidence.add(new Evidence(SourceKind.AUTORUNS, "", list)));
        Snapshot snapshot;
        try (AssayCommand.Watch watch = assay().watch()) {
            snapshot = new CaptureSnapshot(host, role, label, evidence, catalogue.own(),
                    new CaptureOptions(digests, oneFileSystem, threads, new RegistryOptions(!noHives))).run(openCase, watch.progress());
        }
        assay().terminal().out().println("snapshot " + snapshot.id() + " of " + host + ": " + snapshot.state() + ", "
                + String.format("%,d", snapshot.coverage().items()) + " items, " + Sizes.text(snapshot.coverage().hashedBytes())
                + " hashed, " + snapshot.coverage().gaps() + " gaps");
        long found = snapshot.sources().size() - evidence.size();
        if (found > 0) {
            assay().terminal().out().println("  with " + found + " registry hives found in the trees");
        }
        GapNotice.afterCapture(assay().terminal(), openCase, snapshot);
        return snapshot.state() == SnapshotState.COMPLETE ? ExitCode.OK
                : snapshot.state() == SnapshotState.PARTIAL ? ExitCode.GAPS : ExitCode.FAILED;
    }

    /** Splits {@code NAME=PATH}; a path that holds {@code =} itself must be given with a name, which may be empty: {@code =PATH}. */
    private static Evidence named(SourceKind kind, String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? new Evidence(kind, "", Path.of(text))
                : new Evidence(kind, text.substring(0, equals), Path.of(text.substring(equals + 1)));
    }
}
