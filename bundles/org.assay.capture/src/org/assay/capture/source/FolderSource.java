package org.assay.capture.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.capture.file.CaselessTree;
import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.file.LocalPath;
import org.assay.capture.walk.TreeRoot;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Visible;

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
        List<EvidenceTree> trees = folders.stream().<EvidenceTree>map(folder -> new FolderTree(root(folder.path(), files),
                Location.ofTree(folder.name()), files)).toList();
        return OpenEvidence.trees(trees, (sink, _) -> trees.forEach(tree -> new CollectedFolder(new CaselessTree(tree)).hint()
                .ifPresent(hint -> sink.remark(new Remark(tree.location(), hint)))), files);
    }

    @Override
    public Optional<EvidenceTree> tree(Evidence folder, FileSystemReader files) {
        return Optional.of(new FolderTree(folder.path(), Location.ofTree(folder.name()), files));
    }

    /**
     * A folder as a tree.
     *
     * @param root its path
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
            throw image(folder, files).map(image -> new AssayException(ErrorCode.SOURCE, Visible.text(folder) + " is not a folder. "
                    + image.hint(), e)).orElseGet(() -> TreeRoot.unreadable(Visible.text(folder), e));
        }
    }

    /** What is at {@code path} where a folder was to be. */
    private static Optional<ImageFormat> image(String path, FileSystemReader files) {
        try {
            NamedFile file = NamedFile.of(path, files, "");
            return ImageFormat.of(file.tree().start(file.entry(), ImageFormat.START_BYTES));
        } catch (AssayException | IOException e) {
            // It is no file either: that it is no folder is what is said then.
            return Optional.empty();
        }
    }
}
