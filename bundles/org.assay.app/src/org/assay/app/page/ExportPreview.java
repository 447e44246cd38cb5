package org.assay.app.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** Reads what people read or run of an export that is written for it and taken away again. */
public final class ExportPreview {

    /** How much of a file is shown. */
    static final int MAX_BYTES = 1 << 18;

    private static final List<String> SHOWN = List.of("README.txt", "remedy.sh", "remedy.cmd", "repair.reg", "undo.reg");
    /** {@code .reg} files of version 5 are UTF-16 with a mark in front. */
    private static final int MARK = 0xfeff;

    private ExportPreview() {
    }

    /**
     * The files that {@code export} writes into a new folder, which only this user can read.
     *
     * @param export is given the folder and gives the files
     * @throws AssayException with {@link ErrorCode#OUTPUT} when there is no room for them
     */
    public static List<RemediationSheet.Preview> of(Function<Path, List<Path>> export) {
        try {
            Path folder = Files.createTempDirectory("assay-preview");
            try {
                List<Path> files = export.apply(folder.resolve("export"));
                List<RemediationSheet.Preview> previews = new ArrayList<>();
                for (String name : SHOWN) {
                    for (Path file : files) {
                        if (file.endsWith(name)) {
                            previews.add(read(name, file));
                        }
                    }
                }
                return previews;
            } finally {
                remove(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The preview cannot be written: " + e.getMessage()
                    + ". Make room in the folder for temporary files, " + System.getProperty("java.io.tmpdir") + ".", e);
        }
    }

    private static RemediationSheet.Preview read(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            boolean wide = bytes.length > 1 && ((bytes[1] & 0xff) << 8 | bytes[0] & 0xff) == MARK;
            String text = wide ? new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE)
                    : new String(bytes, StandardCharsets.UTF_8);
            return new RemediationSheet.Preview(name, text, in.read() < 0);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
