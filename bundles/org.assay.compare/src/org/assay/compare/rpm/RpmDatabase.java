package org.assay.compare.rpm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.content.sqlite.SqliteDatabase;
import org.assay.content.sqlite.SqliteProblem;
import org.assay.content.sqlite.SqliteRow;
import org.assay.content.sqlite.SqliteSink;
import org.assay.content.sqlite.SqliteSource;
import org.assay.content.sqlite.SqliteTable;

/** The formats of rpm's database. What cannot be read of one is left out: then less is explained. */
public final class RpmDatabase {

    private static final String TABLE = "Packages";
    private static final List<String> HEADER = List.of("blob");

    private RpmDatabase() {
    }

    /** The packages in {@code rpmdb.sqlite}, with what its write-ahead log adds. */
    public static List<RpmPackage> sqlite(byte[] file, Optional<byte[]> log) {
        try {
            List<RpmPackage> packages = new ArrayList<>();
            SqliteDatabase database = SqliteDatabase.open(SqliteSource.of(file), log.map(SqliteSource::of));
            Optional<SqliteTable> table = database.table(TABLE).filter(found -> found.has(HEADER));
            if (table.isPresent()) {
                database.rows(table.get(), HEADER, new SqliteSink() {

                    @Override
                    public void row(SqliteRow row) {
                        row.at(0).asBlob().flatMap(blob -> read(blob.toArray())).ifPresent(packages::add);
                    }

                    @Override
                    public void problem(SqliteProblem problem) {
                        // What is missing there explains nothing.
                    }
                });
            }
            return packages;
        } catch (IOException e) {
            // It is no database, so that nothing is known from it.
            return List.of();
        }
    }

    /** The packages in {@code Packages.db}. */
    public static List<RpmPackage> ndb(byte[] file) {
        List<RpmPackage> packages = new ArrayList<>();
        NdbFile.headers(file, header -> read(header).ifPresent(packages::add));
        return packages;
    }

    /** The packages in {@code Packages}. */
    public static List<RpmPackage> bdb(byte[] file) {
        List<RpmPackage> packages = new ArrayList<>();
        BdbFile.headers(file, header -> read(header).ifPresent(packages::add));
        return packages;
    }

    private static Optional<RpmPackage> read(byte[] header) {
        return RpmHeader.read(header).flatMap(RpmPackage::of);
    }
}
