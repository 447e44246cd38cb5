package org.assay.capture.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Evidence;
import org.assay.model.ItemSink;
import org.assay.model.Location;
import org.assay.model.SourceKind;

/** All evidence of a capture, checked before any of it is read: a source for each kind that was named. */
public record EvidenceSources(List<EvidenceSource> all) {

    public EvidenceSources {
        all = List.copyOf(all);
    }

    /** @throws AssayException when a piece of evidence is not what it was said to be, or two stand for the same place */
    public static EvidenceSources of(List<Evidence> evidence, FileSystemReader files) {
        List<EvidenceSource> all = new ArrayList<>();
        for (SourceKind kind : SourceKind.values()) {
            List<Evidence> pieces = evidence.stream().filter(piece -> piece.kind() == kind).toList();
            if (!pieces.isEmpty()) {
                all.add(source(kind, pieces, files));
            }
        }
        EvidenceSources sources = new EvidenceSources(all);
        sources.check();
        return sources;
    }

    /** The one place where a kind of evidence is registered. */
    private static EvidenceSource source(SourceKind kind, List<Evidence> pieces, FileSystemReader files) {
        return switch (kind) {
            case TREE -> new FolderSource(pieces, files);
            case REG_EXPORT -> RegistryFileSource.exports(pieces, files);
            case HIVE -> RegistryFileSource.hives(pieces, files);
            case AUTORUNS -> new AutorunsSource(pieces, files);
        };
    }

    private void check() {
        Optional<String> alone = all.stream().flatMap(source -> source.reasonToStandAlone().stream()).findFirst();
        if (alone.isPresent() && all.size() > 1) {
            throw new AssayException(ErrorCode.WRONG_USAGE, alone.get());
        }
        checkDistinct(trees(), EvidenceTree::location, "trees", "C=FOLDER and D=FOLDER");
        checkDistinct(registry().stream().filter(source -> !source.format().isRooted()).toList(), RegistrySource::unknown, "hives",
                "HKU\\alice=FILE and HKU\\bob=FILE");
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

    /** The trees of all sources, in the order of their locations. */
    public List<EvidenceTree> trees() {
        return all.stream().flatMap(source -> source.trees().stream())
                .sorted(Comparator.comparing(EvidenceTree::location, Location.ORDER)).toList();
    }

    /** The registry data of all sources. */
    public List<RegistrySource> registry() {
        return all.stream().flatMap(source -> source.registry().stream()).toList();
    }

    /** Hands on what sources tell beside trees and registry data. */
    public void list(ItemSink sink) {
        all.forEach(source -> source.list(sink));
    }

    /** What read them, each reader once, with commas between. */
    public String readers() {
        return all.stream().map(EvidenceSource::reader).distinct().collect(Collectors.joining(","));
    }

    /** Whether reading left every access time as it was. */
    public boolean keepsAccessTimes() {
        return all.stream().allMatch(EvidenceSource::keepsAccessTimes);
    }
}
