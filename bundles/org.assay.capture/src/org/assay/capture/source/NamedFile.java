package org.assay.capture.source;

import java.io.IOException;

import org.assay.capture.file.CaselessTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.FoundFile;
import org.assay.capture.file.Gaps;
import org.assay.capture.source.FolderSource.FolderTree;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.FileKind;
import org.assay.model.text.Visible;

/**
 * A file that the user named. It is read as the files of a tree are, its folder being the tree: access times stay as they are, and what
 * lies beside it is found whatever the case of its name.
 *
 * @param folder what its folder is called
 */
record NamedFile(CaselessTree tree, CaselessTree.Entry entry, String folder) {

    /**
     * Finds it. A link that was named is followed, once and for all.
     *
     * @param advice what to name, a sentence
     * @throws AssayException when it is no regular file
     */
    static NamedFile of(String path, FileSystemReader files, String advice) {
        try {
            FoundFile file = files.findFile(path);
            CaselessTree tree = new CaselessTree(new FolderTree(file.folder(), Location.file(""), files));
            CaselessTree.Entry entry = tree.file(file.name());
            if (entry.kind() == FileKind.FILE) {
                return new NamedFile(tree, entry, file.folderName());
            }
            throw new AssayException(ErrorCode.SOURCE, Visible.text(path) + " is not a file that can be read. " + advice);
        } catch (IOException e) {
            throw unreadable(path, advice, e);
        }
    }

    static AssayException unreadable(String path, String advice, IOException why) {
        return new AssayException(ErrorCode.SOURCE, Visible.text(path) + " cannot be read: " + Gaps.reason(why) + ". " + advice, why);
    }
}
