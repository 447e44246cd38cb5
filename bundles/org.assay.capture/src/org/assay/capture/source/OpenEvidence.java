package org.assay.capture.source;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.Location;
import org.assay.model.snapshot.ItemSink;

/**
 * Evidence that was checked and is ready to be read: trees, which are walked and searched for registry hives, files with registry data,
 * which are put together with all others, and what else it lists.
 *
 * @param reader a short word for what reads it, kept in the snapshot: a reader of the snapshot can tell which attributes it can hold
 * @param keepsAccessTimes whether what was read until now left every access time as it was; false when the system may have set some
 * @param trees in the order of their locations
 * @param registry in the order in which they are to be read
 * @param lists each hands on items and gaps that it has as they are
 */
public record OpenEvidence(String reader, BooleanSupplier keepsAccessTimes, List<EvidenceTree> trees, List<RegistrySource> registry,
        List<Consumer<ItemSink>> lists) {

    public OpenEvidence {
        trees = trees.stream().sorted(Comparator.comparing(EvidenceTree::location, Location.ORDER)).toList();
        registry = List.copyOf(registry);
        lists = List.copyOf(lists);
    }

    static OpenEvidence trees(List<EvidenceTree> trees, Consumer<ItemSink> list, FileSystemReader files) {
        return new OpenEvidence(files.name(), files::keepsAccessTimes, trees, List.of(), List.of(list));
    }

    static OpenEvidence registry(List<RegistrySource> registry, FileSystemReader files) {
        return new OpenEvidence(files.name(), files::keepsAccessTimes, List.of(), registry, List.of());
    }

    static OpenEvidence lists(String reader, List<Consumer<ItemSink>> lists, FileSystemReader files) {
        return new OpenEvidence(reader, files::keepsAccessTimes, List.of(), List.of(), lists);
    }

    /** All of it as one; each reader is named once, with commas between. */
    static OpenEvidence all(List<OpenEvidence> all) {
        return new OpenEvidence(all.stream().map(OpenEvidence::reader).distinct().collect(Collectors.joining(",")),
                () -> all.stream().allMatch(each -> each.keepsAccessTimes().getAsBoolean()),
                together(all, OpenEvidence::trees), together(all, OpenEvidence::registry), together(all, OpenEvidence::lists));
    }

    private static <T> List<T> together(List<OpenEvidence> all, Function<OpenEvidence, List<T>> part) {
        return all.stream().map(part).flatMap(List::stream).toList();
    }

    /** Hands on what is told beside trees and registry data. */
    public void list(ItemSink sink) {
        lists.forEach(list -> list.accept(sink));
    }
}
