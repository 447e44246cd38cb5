package org.assay.capture.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.NoAnswerException;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;

/** Every kind of evidence that can be captured. */
public final class EvidenceSources {

    /** In the order in which they are offered, and read. */
    public static final List<EvidenceSource> ALL = Stream.concat(Stream.of(new FolderSource(), new ExportSource(), new HiveSource(),
            new AutorunsSource()), ListSource.ALL.stream()).toList();

    /** How much of a file tells what it is. */
    private static final int START_BYTES = 1 << 16;

    private EvidenceSources() {
    }

    /** @throws AssayException when this Assay has none for it */
    public static EvidenceSource of(SourceKind kind) {
        return ALL.stream().filter(source -> source.kind().kind().equals(kind)).findFirst()
                .orElseThrow(() -> new AssayException(ErrorCode.SOURCE, "Evidence of the kind '" + kind.label()
                        + "' cannot be read by this Assay. Use the Assay that it was captured with, or a newer one."));
    }

    /**
     * Checks all evidence of a capture before any of it is read.
     *
     * @throws AssayException when a piece of evidence is not what it was said to be, or two stand for the same place
     */
    public static OpenEvidence open(List<Evidence> evidence, FileSystemReader files) {
        evidence.forEach(piece -> of(piece.kind()));
        List<OpenEvidence> all = new ArrayList<>();
        String[] readers = new String[evidence.size()];
        for (EvidenceSource source : ALL) {
            List<Integer> places = IntStream.range(0, readers.length)
                    .filter(at -> evidence.get(at).kind().equals(source.kind().kind())).boxed().toList();
            if (!places.isEmpty()) {
                OpenEvidence open = open(source, places.stream().map(evidence::get).toList(), files);
                IntStream.range(0, places.size()).forEach(at -> readers[places.get(at)] = open.readers().get(at));
                all.add(open);
            }
        }
        OpenEvidence open = OpenEvidence.all(all, List.of(readers));
        checkDistinct(open.trees(), EvidenceTree::location, "trees", "C=FOLDER and D=FOLDER");
        checkDistinct(open.registry().stream().filter(source -> !source.format().isRooted()).toList(), RegistrySource::unknown, "hives",
                "HKU\\alice=FILE and HKU\\bob=FILE");
        return open;
    }

    private static OpenEvidence open(EvidenceSource source, List<Evidence> pieces, FileSystemReader files) {
        try {
            return source.open(pieces, files);
        } catch (AssayException e) {
            // What did not answer is not asked again.
            boolean asked = e.code() == ErrorCode.SOURCE && !(e.getCause() instanceof NoAnswerException);
            throw pieces.stream().filter(_ -> asked).flatMap(piece -> hint(source, piece, files).stream()).findFirst()
                    .map(hint -> new AssayException(e.code(), e.getMessage() + hint, e)).orElse(e);
        }
    }

    /** What a piece of evidence is rather than what it was said to be. */
    private static Optional<String> hint(EvidenceSource source, Evidence piece, FileSystemReader files) {
        try {
            NamedFile file = NamedFile.of(piece.path(), files, "");
            byte[] start = file.tree().start(file.entry(), START_BYTES);
            return source.recognises(start) ? Optional.empty() : ALL.stream().filter(other -> other.recognises(start)).findFirst()
                    .map(other -> " " + Visible.text(piece.path()) + " looks like " + Labels.one(other.kind().title())
                            + ": name it as that.");
        } catch (AssayException | IOException e) {
            // What the evidence was refused for is said already.
            return Optional.empty();
        }
    }

    private static <T> void checkDistinct(List<T> evidence, Function<T, Location> place, String kind, String example) {
        List<Location> places = evidence.stream().map(place).sorted(Location.ORDER).toList();
        for (int at = 1; at < places.size(); at++) {
            if (places.get(at).sameAs(places.get(at - 1))) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "Two " + kind + " are to be captured as " + places.get(at)
                        + ". Give each a name of its own, such as " + example + ".");
            }
        }
    }
}
