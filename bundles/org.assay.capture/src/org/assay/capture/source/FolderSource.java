package org.assay.capture.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.file.LocalPath;
import org.assay.capture.walk.TreeRoot;
import org.assay.model.Evidence;
import org.assay.model.EvidenceKind;
import org.assay.model.Location;
import org.assay.model.SourceKind;
import org.assay.model.Visible;

/** Folders of this machine: its own or mounted ones. */
final class FolderSource implements EvidenceSource {

    @Override
    public EvidenceKind kind() {
        return new EvidenceKind(SourceKind.TREE, "directory tree", "tree", "A directory tree, live or mounted. NAME is what it is called in"
                + " the case, C for drive C: of Windows.", Optional.of("NAME"), true, List.of());
    }

    /** {@code C:} for what looks like a drive of Windows. */
    @Override
    public String proposedName(String path) {
        return Stream.of("Windows", "WINDOWS", "windows", "WINNT").anyMatch(name -> LocalPath.hasFolder(path, name)) ? "C:" : "";
    }

    @Override
    public OpenEvidence open(List<Evidence> folders, FileSystemReader files) {
        return OpenEvidence.trees(folders.stream().<EvidenceTree>map(folder -> new FolderTree(root(folder.path(), files),
                Location.ofTree(folder.name()), files)).toList(), files);
    }

    /**
     * A folder as a tree.
     *
     * @param root where it really is
     */
    record FolderTree(String root, Location location, FileSystemReader files) implements EvidenceTree {

        @Override
        public String name() {
            return Visible.text(root);
        }

        @Override
        public Folder open() throws IOException {
            return files.open(root);
        }
    }

    private static String root(String folder, FileSystemReader files) {
        try {
            return files.findFolder(folder);
        } catch (IOException e) {
            throw TreeRoot.unreadable(Visible.text(folder), e);
        }
    }
}
