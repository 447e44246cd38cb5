package org.assay.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.capture.file.CaselessTree;
import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.ReplacedException;
import org.assay.capture.source.EvidenceSources;
import org.assay.capture.source.SystemFiles;
import org.assay.model.Location;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Space;

/** The files of what a snapshot was read from, opened again. No link is followed within a tree, and nothing but files is opened. */
public final class TreeFiles {

    private final FileSystemReader files = SystemFiles.reader();
    private final List<EvidenceTree> trees;

    /** @param sources what the snapshot was read from, of which only what holds files counts */
    public TreeFiles(List<Source> sources) {
        trees = sources.stream().flatMap(this::tree).toList();
    }

    /**
     * What the file at {@code location} holds now. Empty when it is not there any more, or no file.
     *
     * @throws IOException when it is there and cannot be read
     */
    public Optional<InputStream> open(Location location) throws IOException {
        for (EvidenceTree tree : trees) {
            List<String> root = tree.location().components();
            List<String> names = location.components();
            boolean within = names.size() > root.size() && names.subList(0, root.size()).equals(root);
            Optional<InputStream> found = within && location.space() == Space.FILE
                    ? open(tree, new CaselessTree.Entry(names.subList(root.size(), names.size()), location, FileKind.FILE))
                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<InputStream> open(EvidenceTree tree, CaselessTree.Entry file) throws IOException {
        try {
            return Optional.of(new CaselessTree(tree).stream(file));
        } catch (NoSuchFileException | NotDirectoryException | ReplacedException e) {
            // it was there once
            return Optional.empty();
        }
    }

    private Stream<EvidenceTree> tree(Source source) {
        try {
            return EvidenceKinds.read(source).flatMap(evidence -> EvidenceSources.of(evidence.kind()).tree(evidence, files)).stream();
        } catch (RuntimeException e) {
            // a path of another system, or a kind that only a newer Assay knows: nothing of it can be opened here
            return Stream.empty();
        }
    }
}
