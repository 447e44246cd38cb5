package org.assay.app.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.FileName;
import org.assay.remedy.GoldSource;

/**
 * The content of a baseline's files: from the case, where that kept it, else from the trees that the baseline was read from. No link is
 * followed within a tree, and nothing but files is opened.
 *
 * @param trees what the baseline was read from; empty when only the case is asked
 */
public record BaselineFiles(SnapshotView baseline, List<Source> trees) implements GoldSource {

    @Override
    public Optional<InputStream> open(FileItem file) throws IOException {
        Optional<byte[]> kept = baseline.content(file.sha256().orElseThrow());
        if (kept.isPresent()) {
            return Optional.of(new ByteArrayInputStream(kept.get()));
        }
        for (Source tree : trees) {
            Optional<Path> path = path(tree, file.location());
            if (path.isPresent()) {
                return Optional.of(Files.newInputStream(path.get(), LinkOption.NOFOLLOW_LINKS));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> path(Source tree, Location file) {
        List<String> names = file.components();
        if (!tree.kind().equals(SourceKind.TREE) || tree.path().isEmpty()
                || !Location.ofTree(tree.name()).name().equals(names.getFirst())) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(tree.path().get());
            for (String name : names.subList(1, names.size())) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !path.equals(Path.of(tree.path().get())) || !isName(name)) {
                    return Optional.empty();
                }
                path = path.resolve(name);
            }
            return Optional.of(path).filter(found -> Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Java has no paths for names that are not UTF-8. */
    private static boolean isName(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0 && !FileName.holdsOtherBytes(name);
    }
}
