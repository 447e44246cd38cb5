package org.assay.capture.source;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.Location;
import org.assay.model.snapshot.ItemSink;

/**
 * Evidence that was checked and is ready to be read: trees, which are walked and searched for registry hives, files with registry data,
 * which are put together with all others, and what else it lists.
 *
 * @param readers a short word for what reads each piece, in the order of the pieces, kept in the snapshot: it tells which attributes an
 *        item can have
 * @param keepsAccessTimes whether what was read until now left every access time as it was; false when the system may have set some
 * @param trees in the order of their locations
 * @param registry in the order in which they are to be read
 * @param lists what is told of places that are neither
 */
public record OpenEvidence(List<String> readers, BooleanSupplier keepsAccessTimes, List<EvidenceTree> trees, List<RegistrySource> registry,
        List<ItemList> lists) {

    public OpenEvidence {
        readers = List.copyOf(readers);
        trees = trees.stream().sorted(Comparator.comparing(EvidenceTree::location, Location.ORDER)).toList();
        registry = List.copyOf(registry);
        lists = List.copyOf(lists);
    }

    static OpenEvidence trees(List<EvidenceTree> trees, ItemList list, FileSystemReader files) {
        return new OpenEvidence(trees.stream().map(_ -> files.name()).toList(), files::keepsAccessTimes, trees, List.of(), List.of(list));
    }

    static OpenEvidence registry(List<RegistrySource> registry, FileSystemReader files) {
        return new OpenEvidence(registry.stream().map(source -> source.format().reader()).toList(), files::keepsAccessTimes, List.of(),
                registry, List.of());
    }

    static OpenEvidence lists(List<String> readers, List<ItemList> lists, FileSystemReader files) {
        return new OpenEvidence(readers, files::keepsAccessTimes, List.of(), List.of(), lists);
    }

    /** All of it as one, its pieces read by {@code readers}. */
    static OpenEvidence all(List<OpenEvidence> all, List<String> readers) {
        return new OpenEvidence(readers,
                () -> all.stream().allMatch(each -> each.keepsAccessTimes().getAsBoolean()),
                together(all, OpenEvidence::trees), together(all, OpenEvidence::registry), together(all, OpenEvidence::lists));
    }

    private static <T> List<T> together(List<OpenEvidence> all, Function<OpenEvidence, List<T>> part) {
        return all.stream().map(part).flatMap(List::stream).toList();
    }

    /** Hands on what is told beside trees and registry data. {@code isRead} tells where these were. */
    public void list(ItemSink sink, Predicate<Location> isRead) {
        lists.forEach(list -> list.handOn(sink, isRead));
    }
}
