package org.assay.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.capture.Capture;
import org.assay.model.AssayException;
import org.assay.model.CaptureOptions;
import org.assay.model.DigestAlgorithm;
import org.assay.model.EarlierItems;
import org.assay.model.ErrorCode;
import org.assay.model.Evidence;
import org.assay.model.OwnCatalogue;
import org.assay.model.Progress;
import org.assay.model.RegistryOptions;
import org.assay.model.Role;
import org.assay.model.Snapshot;
import org.assay.model.Source;
import org.assay.model.SourceKind;
import org.assay.model.Visible;

/**
 * Reads evidence of one host into a new snapshot.
 *
 * @param catalogues the user's own startup locations: the content of the files that they name is kept as that of the standard ones is, and
 *        they are kept with the snapshot
 */
public record CaptureSnapshot(String host, Role role, String label, List<Evidence> evidence, CatalogueFiles catalogues,
        CaptureOptions options) {

    public static final Argument<String> HOST = Argument.required("host", "Host", "The machine's name.", "NAME", new ArgumentType.Text());
    public static final Argument<Role> ROLE = Argument.required("role", "Role", "Which state of the machine the snapshot shows.", "ROLE",
            new ArgumentType.Choice<>(Role.class));
    public static final Argument<String> LABEL = Argument.optional("label", "Label", "A name for the snapshot.", "TEXT",
            new ArgumentType.Text()).preset("");
    public static final Argument<List<Evidence>> TREES = Argument.several("tree", "Directory trees", "A directory tree, live or mounted."
            + " NAME is what it is called in the case, C for drive C: of Windows.", "[NAME=]DIR",
            new ArgumentType.EvidencePath(SourceKind.TREE), false);
    public static final Argument<Boolean> NO_HIVES = Argument.flag("no-hives", "Leave out the registry hives in Windows trees",
            "Do not read the registry hives that a tree of Windows holds.");
    public static final Argument<Boolean> DELETED = Argument.flag("deleted", "Look for deleted registry data",
            "Look for deleted keys and values in the unused space of hives, too.");
    public static final Argument<List<Evidence>> EXPORTS = Argument.several("reg", "Registry exports", "A registry export (.reg). USER is"
            + " whose HKEY_CURRENT_USER it holds; then it meets that user's hive.", "[USER=]FILE",
            new ArgumentType.EvidencePath(SourceKind.REG_EXPORT), false);
    public static final Argument<List<Evidence>> HIVES = Argument.several("hive", "Registry hives", "A registry hive. ROOT is where it"
            + " belongs, HKLM\\SYSTEM or the like; by default it is detected.", "[ROOT=]FILE",
            new ArgumentType.EvidencePath(SourceKind.HIVE), false);
    public static final Argument<List<Evidence>> AUTORUNS = Argument.several("autoruns", "Lists of Autoruns", "A list that autorunsc -c or"
            + " -x wrote (with -h and -s it tells more), alone in its snapshot.", "FILE",
            new ArgumentType.EvidencePath(SourceKind.AUTORUNS), false);
    public static final Argument<List<DigestAlgorithm>> DIGESTS = Argument.several("digest", "More digests", "Digests beside SHA-256, all"
            + " made in one read.", "NAME", new ArgumentType.Choice<>(DigestAlgorithm.class), true);
    public static final Argument<Boolean> ONE_FILE_SYSTEM = Argument.flag("one-file-system", "Stay on the file system of each tree",
            "Leave out what is mounted below a tree; each such place is a gap.");
    public static final Argument<Long> THREADS = Argument.optional("threads", "Threads", "How many files are read at the same time; as many"
            + " as there are processors by default.", "N", new ArgumentType.WholeNumber(1, 1_000))
            .preset((long) CaptureOptions.standard().threads());

    public static final Argument<Long> TIMEOUT = Argument.optional("timeout", "Time limit of a call", "How many seconds a call on evidence"
            + " may take before what it was about becomes a gap; 60 by default.", "SECONDS",
            new ArgumentType.WholeNumber(1, 86_400)).preset(CaptureOptions.USUAL_TIMEOUT.toSeconds());

    /** Everything that a capture can be told, in the order in which help lists it. */
    public static final List<Argument<?>> ARGUMENTS = List.of(HOST, ROLE, LABEL, TREES, NO_HIVES, DELETED, EXPORTS, HIVES, AUTORUNS,
            DIGESTS, ONE_FILE_SYSTEM, THREADS, TIMEOUT, CatalogueFiles.ARGUMENT);

    /** The capture that {@code values} describe. */
    public static CaptureSnapshot of(ArgumentValues values) {
        return new CaptureSnapshot(values.get(HOST), values.get(ROLE), values.get(LABEL), evidence(values),
                new CatalogueFiles(values.get(CatalogueFiles.ARGUMENT)),
                new CaptureOptions(Set.copyOf(values.get(DIGESTS)), values.get(ONE_FILE_SYSTEM), values.get(THREADS).intValue(),
                        new RegistryOptions(!values.get(NO_HIVES), values.get(DELETED)), Duration.ofSeconds(values.get(TIMEOUT))));
    }

    /** What is wrong with values that are all there, as a sentence; empty when the capture can begin. */
    public static Optional<String> problem(ArgumentValues values) {
        if (evidence(values).isEmpty()) {
            return Optional.of("There is nothing to capture: name at least one directory tree, registry export, hive or list of Autoruns.");
        }
        List<String> names = values.get(TREES).stream().map(Evidence::name).toList();
        return names.stream().distinct().count() < names.size()
                ? Optional.of("Two trees have the same name: give each its own, such as C: and D:.") : Optional.empty();
    }

    private static List<Evidence> evidence(ArgumentValues values) {
        return Stream.of(TREES, EXPORTS, HIVES, AUTORUNS).flatMap(argument -> values.get(argument).stream()).toList();
    }

    public CaptureSnapshot {
        evidence = List.copyOf(evidence);
        if (host.isBlank()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "the host has no name: give the machine's name");
        }
    }

    /**
     * Captures. Evidence that cannot be opened at all fails before anything is stored; what cannot be read later becomes a gap. A cancelled
     * capture keeps what it has and says so in its state.
     */
    public Snapshot run(Case openCase, Progress progress) {
        List<OwnCatalogue> own = catalogues.read();
        return new CaptureWork(evidence, options, own)
                .run(() -> openCase.store().newSnapshot(host, role, label, sources(), CaptureEnvironment.now(options), own),
                        EarlierItems.NONE, progress);
    }

    /**
     * Does in vain what every capture begins with. On a thread of its own, while the command line is understood and the case is opened, it
     * has the classes loaded and linked by the time the capture begins.
     */
    public static void warmUp() {
        CatalogueFiles.standardWith(List.of()).keptContent();
        new Capture();
    }

    private List<Source> sources() {
        return evidence.stream()
                .map(one -> new Source(one.kind(), one.name(), Visible.text(one.path().toAbsolutePath().normalize().toString()),
                        Optional.of(one.path().toUri()))).toList();
    }
}
