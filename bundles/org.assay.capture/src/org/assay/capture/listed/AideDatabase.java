package org.assay.capture.listed;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.assay.model.text.Bytes;

/**
 * A database of AIDE 0.13 to 0.19, compressed or not: {@code @@db_spec} names the columns, blanks stand between them. Names have bytes as
 * {@code %20}, digests are in base64, and so are times, as text, in seconds. Owners and groups are numbers there and are not taken over.
 */
public final class AideDatabase implements ListFormat {

    private static final String SPEC = "@@db_spec";
    private static final int GZIP = 0x1f8b;
    private static final String NOTHING = "0";

    @Override
    public void read(InputStream in, ListedFiles files) throws IOException {
        ListLines lines = new ListLines(unpacked(in), files);
        List<String> columns = List.of();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            if (text.startsWith(SPEC)) {
                columns = List.of(text.substring(SPEC.length()).strip().split(" +"));
            } else if (text.startsWith("/")) {
                try {
                    files.add(file(columns, text.split(" ")));
                } catch (IllegalArgumentException | DateTimeException e) {
                    lines.problem("it is no row of the columns above");
                }
            }
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        int first = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return first == GZIP ? new GZIPInputStream(buffered) : buffered;
    }

    private static ListedFile file(List<String> columns, String[] cells) {
        if (columns.isEmpty() || !columns.getFirst().equals("name") || cells.length < columns.size()) {
            throw new IllegalArgumentException("too few cells");
        }
        ListedFile file = new ListedFile(decoded(cells[0]));
        // What the file is, its mode tells, and the rest depends on it.
        int mode = columns.indexOf("perm");
        if (mode >= 0) {
            file.mode(Integer.parseInt(cells[mode], 8));
        }
        for (int at = 1; at < columns.size(); at++) {
            if (!cells[at].equals(NOTHING)) {
                take(file, columns.get(at), cells[at]);
            }
        }
        return file;
    }

    private static void take(ListedFile file, String column, String cell) {
        switch (column) {
            case "lname" -> file.target(decoded(cell));
            case "size" -> file.size(Long.parseLong(cell));
            case "mtime" -> file.modified(time(cell));
            case "ctime" -> file.changed(time(cell));
            case "atime" -> file.accessed(time(cell));
            case "md5", "sha1", "sha256", "sha512" -> file.digest(column, Bytes.copyOf(Base64.getDecoder().decode(cell)));
            default -> {
                // Other digests, and what its rules are about.
            }
        }
    }

    private static Instant time(String cell) {
        return Instant.ofEpochSecond(Long.parseLong(new String(Base64.getDecoder().decode(cell), StandardCharsets.ISO_8859_1).strip()));
    }

    private static String decoded(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) == '%' && at + 2 < name.length() && ListedFile.isHex(name.substring(at + 1, at + 3))) {
                bytes.write(Integer.parseInt(name.substring(at + 1, at + 3), 16));
                at += 2;
            } else {
                bytes.write(name.charAt(at));
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean recognises(byte[] start) {
        try {
            InputStream in = unpacked(new ByteArrayInputStream(start));
            return new String(in.readNBytes(16), StandardCharsets.ISO_8859_1).startsWith("@@begin_db");
        } catch (IOException e) {
            // What is damaged so early is not recognised.
            return false;
        }
    }

    @Override
    public boolean filesOnly() {
        return false;
    }
}
