package org.assay.capture.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.walk.TreeRoot;
import org.assay.model.Evidence;
import org.assay.model.Location;
import org.assay.model.Visible;

/** Folders of this machine: its own or mounted ones. */
final class FolderSource implements EvidenceSource {

    private final FileSystemReader files;
    private final List<EvidenceTree> trees;

    /** @throws org.assay.model.AssayException when one is no folder that can be listed */
    FolderSource(List<Evidence> folders, FileSystemReader files) {
        this.files = files;
        this.trees = folders.stream().<EvidenceTree>map(folder -> new FolderTree(root(folder.path(), files),
                Location.file(treeName(folder.name())), files)).toList();
    }

    /**
     * A folder as a tree.
     *
     * @param root where it really is
     */
    record FolderTree(Path root, Location location, FileSystemReader files) implements EvidenceTree {

        @Override
        public String name() {
            return Visible.text(root.toString());
        }

        @Override
        public Folder open() throws IOException {
            return files.open(root);
        }
    }

    @Override
    public String reader() {
        return files.name();
    }

    @Override
    public boolean keepsAccessTimes() {
        return files.keepsAccessTimes();
    }

    @Override
    public List<EvidenceTree> trees() {
        return trees;
    }

    /** A single letter is a drive, whatever its case. */
    private static String treeName(String name) {
        return name.matches("[A-Za-z]:?[/\\\\]?") ? name.substring(0, 1).toUpperCase(Locale.ROOT) + ":" : name;
    }

    private static Path root(Path folder, FileSystemReader files) {
        try {
            return files.findFolder(folder);
        } catch (IOException e) {
            throw TreeRoot.unreadable(Visible.text(folder.toString()), e);
        }
    }
}
