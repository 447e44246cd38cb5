package org.assay.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.app.capture.CaptureEnvironment;
import org.assay.app.resume.ReusedHashesRemark;
import org.assay.app.resume.StoredFiles;
import org.assay.capture.Capture;
import org.assay.capture.EvidenceKinds;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;
import org.assay.store.SnapshotWriter;

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
    /** Evidence, one argument for each kind there is. */
    public static final List<Argument<List<Evidence>>> EVIDENCE = EvidenceKinds.all().stream().map(CaptureSnapshot::argument).toList();
    public static final Argument<Boolean> NO_HIVES = Argument.flag("no-hives", "Leave out the registry hives in Windows trees",
            "Do not read the registry hives that a tree of Windows holds.");
    public static final Argument<Boolean> DELETED = Argument.flag("deleted", "Look for deleted registry data",
            "Look for deleted keys and values in the unused space of hives, too.");
    public static final Argument<List<DigestAlgorithm>> DIGESTS = Argument.several("digest", "More digests", "Digests beside SHA-256, all"
            + " made in one read.", "NAME", new ArgumentType.Choice<>(DigestAlgorithm.class), true);
    public static final Argument<Boolean> ONE_FILE_SYSTEM = Argument.flag("one-file-system", "Stay on the file system of each tree",
            "Leave out what is mounted below a tree; each such place is a gap.");
    public static final Argument<Long> THREADS = Argument.optional("threads", "Threads", "How many files are read at the same time; as many"
            + " as there are processors by default.", "N", new ArgumentType.WholeNumber(1, 1_000))
            .preset((long) CaptureOptions.standard().threads());

    public static final Argument<Long> SINCE = Argument.optional("since", "Since", "The number of an earlier snapshot of the host: the"
            + " hashes of files whose file number, size, modified and status-changed times are as they were then are taken over from it."
            + " Whoever rules the machine can set these times, so a suspect is captured this way only where its times are trusted.", "N",
            ArgumentType.WholeNumber.ID);
    public static final Argument<Boolean> TRUST_TIMES = Argument.flag("trust-times", "Trust the times of a suspect", "Take over hashes"
            + " of an earlier snapshot also for a suspect or a verification.");

    public static final Argument<Long> TIMEOUT = Argument.optional("timeout", "Time limit of a call", "How many seconds a call on evidence"
            + " may take before what it was about becomes a gap; 60 by default.", "SECONDS",
            new ArgumentType.WholeNumber(1, 86_400)).preset(CaptureOptions.USUAL_TIMEOUT.toSeconds());

    /** Everything that a capture can be told, in the order in which help lists it. */
    public static final List<Argument<?>> ARGUMENTS = Stream.of(List.of(HOST, ROLE, LABEL), EVIDENCE, List.of(NO_HIVES, DELETED,
            SelectionArguments.ONLY, SelectionArguments.EXCLUDED, SelectionArguments.MAX_SIZE, DIGESTS, ONE_FILE_SYSTEM, THREADS,
            TIMEOUT, CatalogueFiles.ARGUMENT)).<Argument<?>>flatMap(List::stream).toList();

    private static Argument<List<Evidence>> argument(EvidenceKind kind) {
        return Argument.several(kind.option(), Labels.capital(kind.title()), kind.help(),
                kind.name().map(name -> "[" + name + "=]").orElse("") + (kind.folder() ? "DIR" : "FILE"),
                new ArgumentType.EvidencePath(kind), false);
    }

    /** The kinds of evidence there are, in the order of {@link #EVIDENCE}. */
    public static List<EvidenceKind> kinds() {
        return EvidenceKinds.all();
    }

    /** What a piece of evidence is. */
    public static EvidenceKind kind(Evidence piece) {
        return EvidenceKinds.of(piece.kind());
    }

    /** The argument that names evidence of this kind. */
    public static Argument<List<Evidence>> evidence(SourceKind kind) {
        return EVIDENCE.get(EvidenceKinds.all().indexOf(EvidenceKinds.of(kind)));
    }

    /** The capture that {@code values} describe. */
    public static CaptureSnapshot of(ArgumentValues values) {
        return new CaptureSnapshot(values.get(HOST), values.get(ROLE), values.get(LABEL), evidence(values),
                new CatalogueFiles(values.get(CatalogueFiles.ARGUMENT)),
                new CaptureOptions(Set.copyOf(values.get(DIGESTS)), values.get(ONE_FILE_SYSTEM), values.get(THREADS).intValue(),
                        new RegistryOptions(!values.get(NO_HIVES), values.get(DELETED)), SelectionArguments.of(values),
                        Duration.ofSeconds(values.get(TIMEOUT))));
    }

    /** What is wrong with values that are all there, as a sentence; empty when the capture can begin. */
    public static Optional<String> problem(ArgumentValues values) {
        if (evidence(values).isEmpty()) {
            List<String> titles = EvidenceKinds.all().stream().map(EvidenceKind::title).toList();
            return Optional.of("There is nothing to capture: name at least one "
                    + String.join(", ", titles.subList(0, titles.size() - 1)) + " or " + titles.getLast() + ".");
        }
        List<String> names = values.get(evidence(SourceKind.TREE)).stream().map(Evidence::name).toList();
        return names.stream().distinct().count() < names.size()
                ? Optional.of("Two trees have the same name: give each its own, such as C: and D:.") : Optional.empty();
    }

    /** The evidence at a path that was chosen, with the name that it is likely to need. */
    public static Evidence proposed(SourceKind kind, String path) {
        return EvidenceKinds.proposed(kind, path);
    }

    private static List<Evidence> evidence(ArgumentValues values) {
        return EVIDENCE.stream().flatMap(argument -> values.get(argument).stream()).toList();
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
        return new CaptureWork(evidence, options, own).run(() -> openCase.store().newSnapshot(host, role, label,
                evidence.stream().map(EvidenceKinds::stored).toList(), CaptureEnvironment.now(options), own), EarlierItems.NONE, progress);
    }

    /**
     * Captures as {@link #run} does, and takes over from {@code earlier} the hashes of files that were not touched since. The snapshot has
     * a remark that says so.
     *
     * @param trusted whether the times of a suspect are believed
     * @throws AssayException {@code WRONG_USAGE} when the times are not to be believed, or {@code earlier} is of another host or not whole
     */
    public Snapshot runSince(Case openCase, long earlier, boolean trusted, Progress progress) {
        sinceProblem(openCase.snapshot(earlier), trusted).ifPresent(sentence -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, sentence);
        });
        List<OwnCatalogue> own = catalogues.read();
        SnapshotView view = openCase.store().view(earlier);
        try (StoredFiles known = new StoredFiles(view)) {
            return new CaptureWork(evidence, options, own).run(() -> {
                SnapshotWriter writer = openCase.store().newSnapshot(host, role, label,
                        evidence.stream().map(EvidenceKinds::stored).toList(), CaptureEnvironment.now(options), own);
                new ReusedHashesRemark(earlier).on(view).forEach(writer::remark);
                return writer;
            }, known, progress);
        }
    }

    private Optional<String> sinceProblem(Snapshot earlier, boolean trusted) {
        return role != Role.BASELINE && !trusted ? Optional.of("A " + Labels.of(role) + " is not captured since another snapshot: whoever"
                + " rules the machine can set times, and what was altered under old ones would keep its old hash. Have all files"
                + " read, or trust the times if you know that nobody set them.")
                : !earlier.state().isWhole() ? Optional.of("Snapshot " + earlier.id() + " is " + earlier.state()
                        + ": only one that is whole can be built on.")
                : !earlier.host().equals(host) ? Optional.of("Snapshot " + earlier.id() + " is of the host " + Visible.text(earlier.host())
                        + ": the same file numbers mean other files there.") : Optional.empty();
    }

    /**
     * Does in vain what every capture begins with. On a thread of its own, while the command line is understood and the case is opened, it
     * has the classes loaded and linked by the time the capture begins.
     */
    public static void warmUp() {
        CatalogueFiles.standardWith(List.of()).keptContent();
        new Capture();
    }
}
