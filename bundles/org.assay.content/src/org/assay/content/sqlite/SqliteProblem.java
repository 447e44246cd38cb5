package org.assay.content.sqlite;

/**
 * Something in a database that could not be read; rows are missing there.
 *
 * @param page the number of the page, from 1
 * @param reason what is wrong with it, as the end of a sentence that begins with the page
 */
public record SqliteProblem(long page, String reason) {

    @Override
    public String toString() {
        return "page " + page + " " + reason;
    }
}
