package org.assay.content.sqlite;

/** A cell, or the record in it, cannot be what it says. */
final class BrokenCellException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenCellException(String message) {
        super(message);
    }
}
