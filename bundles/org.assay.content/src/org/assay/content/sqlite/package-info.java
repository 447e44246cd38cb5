/**
 * Reads SQLite files that come as evidence, without SQLite: their tables, row by row, in memory that a hostile file does not grow.
 *
 * <p>{@link org.assay.content.sqlite.SqliteDatabase} is where to begin. The format is the one of "Database File Format" at sqlite.org,
 * whose names are used here.
 */
package org.assay.content.sqlite;
