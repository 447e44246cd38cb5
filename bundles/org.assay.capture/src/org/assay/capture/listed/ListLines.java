package org.assay.capture.listed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a list, a character a byte, so that names keep their bytes. A line that is longer than any is cut, and told. */
final class ListLines {

    static final int MAX_LENGTH = 1 << 20;

    private final InputStream in;
    private final ListedFiles files;
    private long number;

    ListLines(InputStream in, ListedFiles files) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.files = files;
    }

    /** The next line without its end; empty at the end. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        number++;
        boolean cut = false;
        for (; octet >= 0 && octet != '\n'; octet = in.read()) {
            cut |= line.length() == MAX_LENGTH;
            if (!cut) {
                line.append((char) octet);
            }
        }
        if (cut) {
            files.problem("line " + number + " has more than " + MAX_LENGTH + " bytes");
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        if (number == 1 && line.toString().startsWith("\u00ef\u00bb\u00bf")) {
            line.delete(0, 3);
        }
        return Optional.of(line.toString());
    }

    /** Tells that the line that came last could not be understood. */
    void problem(String why) {
        files.problem("line " + number + ": " + why);
    }
}
