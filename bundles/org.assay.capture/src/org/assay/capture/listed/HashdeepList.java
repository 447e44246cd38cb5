package org.assay.capture.listed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What {@code hashdeep} writes: {@code %%%% size,md5,sha256,filename} names the columns, the name is the last and may hold commas. */
public final class HashdeepList implements ListFormat {

    private static final String HEAD = "%%%% ";

    @Override
    public void read(InputStream in, ListedFiles files) throws IOException {
        ListLines lines = new ListLines(in, files);
        List<String> columns = List.of();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            if (text.startsWith(HEAD)) {
                columns = text.contains(",") ? List.of(text.substring(HEAD.length()).split(",")) : columns;
            } else if (!text.startsWith("##") && !text.isEmpty()) {
                file(columns, text).ifPresentOrElse(files::add, () -> lines.problem("it is no row of the columns above"));
            }
        }
    }

    private static Optional<ListedFile> file(List<String> columns, String line) {
        String[] cells = line.split(",", Math.max(1, columns.size()));
        if (columns.isEmpty() || cells.length < columns.size() || !columns.getLast().equals("filename")) {
            return Optional.empty();
        }
        ListedFile file = new ListedFile(cells[cells.length - 1]);
        for (int at = 0; at < cells.length - 1; at++) {
            if (columns.get(at).equals("size")) {
                if (!cells[at].matches("[0-9]{1,18}")) {
                    return Optional.empty();
                }
                file.size(Long.parseLong(cells[at]));
            } else {
                file.digest(columns.get(at), cells[at]);
            }
        }
        return Optional.of(file);
    }

    @Override
    public boolean recognises(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).startsWith("%%%% HASHDEEP");
    }

    @Override
    public boolean filesOnly() {
        return true;
    }
}
