package org.assay.compare.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.assay.compare.rpm.RpmDatabase;
import org.assay.compare.rpm.RpmPackage;
import org.assay.model.snapshot.KeptContent;

/**
 * The records of rpm, in Fedora, Red Hat, SUSE and what descends from them: a database of SQLite, of rpm's own format or, until
 * 4.16, of Berkeley DB.
 */
final class RpmRecords implements RecordFormat {

    private static final Set<String> FOLDERS = Set.of("var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm");
    private static final String SQLITE = "rpmdb.sqlite";
    private static final String SQLITE_LOG = SQLITE + "-wal";
    private static final String NDB = "Packages.db";
    private static final String BDB = "Packages";
    private static final Set<String> NAMES = Set.of(SQLITE, SQLITE_LOG, NDB, BDB);

    /** A server of 3,000 packages has about half of it. */
    private static final long MAX_BYTES = 256L << 20;

    @Override
    public ToLongFunction<String> keptIn(String directory) {
        return FOLDERS.contains(directory) ? name -> NAMES.contains(name) ? MAX_BYTES : 0 : KeptContent.NOTHING;
    }

    @Override
    public void read(RecordTree tree, PackageRecords records) {
        for (String folder : FOLDERS) {
            Optional<byte[]> log = tree.content(folder + "/" + SQLITE_LOG);
            tree.content(folder + "/" + SQLITE).ifPresent(file -> add(RpmDatabase.sqlite(file, log), records));
            tree.content(folder + "/" + NDB).ifPresent(file -> add(RpmDatabase.ndb(file), records));
            tree.content(folder + "/" + BDB).ifPresent(file -> add(RpmDatabase.bdb(file), records));
        }
    }

    private static void add(List<RpmPackage> packages, PackageRecords records) {
        for (RpmPackage found : packages) {
            InstalledPackage installed = new InstalledPackage(found.name(), found.version());
            records.add(installed);
            found.files().forEach(file -> records.add(file.path(), new RecordedFile(installed,
                    file.digest().map(digest -> new RecordedDigest(file.algorithm(), digest)), file.configuration())));
        }
    }
}
