package org.assay.content.sqlite;

import java.io.IOException;

/** A file is no SQLite database, or not one that can be read. The message says why, to go after the file's name and a colon. */
public final class SqliteFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    SqliteFormatException(String message) {
        super(message);
    }
}
