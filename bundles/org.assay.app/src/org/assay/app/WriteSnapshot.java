package org.assay.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.assay.app.written.SnapshotFormat;
import org.assay.app.written.Written;
import org.assay.app.written.WrittenForms;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.item.ItemStream;
import org.assay.model.text.Visible;

/**
 * Writes what a snapshot holds in a form that other tools read.
 *
 * @param file where to; nothing may be there yet
 */
public record WriteSnapshot(long snapshot, SnapshotFormat format, Path file) {

    public static final Argument<Long> SNAPSHOT = Argument.required("snapshot", "Snapshot", "The snapshot's number.", "SNAPSHOT",
            ArgumentType.WholeNumber.ID);
    public static final Argument<SnapshotFormat> FORMAT = Argument.required("form", "Form", "In which form: every field as JSON a line, a"
            + " table of files, a specification of mtree, a list of digests, a body file, or a timeline for Timesketch.", "FORM",
            new ArgumentType.Choice<>(SnapshotFormat.class));
    public static final Argument<Path> FILE = Argument.required("out", "File", "Where to; nothing may be there yet.", "FILE",
            new ArgumentType.FilePath(false));

    /** Writes; the file is there when all of it is. */
    public Written run(Case openCase) {
        openCase.snapshot(snapshot);
        if (Files.exists(file)) {
            throw new AssayException(ErrorCode.OUTPUT, Visible.text(file.toString()) + " is there already. Name a new file.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Written written = write(openCase, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, Visible.text(file.toString()) + " cannot be written: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Name a file in a folder in which there is room.", e);
        }
    }

    private Written write(Case openCase, Path unfinished) throws IOException {
        Files.deleteIfExists(unfinished);
        try (ItemStream items = openCase.store().view(snapshot).items();
                OutputStream out = new BufferedOutputStream(OwnerOnly.create(unfinished))) {
            return WrittenForms.write(format, items, out);
        }
    }
}
