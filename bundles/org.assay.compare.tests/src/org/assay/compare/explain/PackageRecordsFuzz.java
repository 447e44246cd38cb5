package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.testkit.Items;
import org.assay.testkit.ListView;

/** Fuzz target: the records of packages, of a suspect's disk: the input stands for each file of each kind of records. */
public final class PackageRecordsFuzz {

    private static final Bytes CONTENT = Bytes.ofHex("00".repeat(32));
    private static final List<String> FILES = List.of("var/lib/dpkg/status", "var/lib/dpkg/diversions", "var/lib/dpkg/info/a.list",
            "var/lib/dpkg/info/a.md5sums", "usr/share/pam-configs/a", "lib/apk/db/installed", "var/lib/pacman/local/a-1-1/desc",
            "var/lib/pacman/local/a-1-1/files", "var/lib/pacman/local/a-1-1/mtree", "var/lib/rpm/rpmdb.sqlite",
            "var/lib/rpm/rpmdb.sqlite-wal", "v/site-packages/a-1.dist-info/RECORD", "v/conda-meta/a.json",
            "usr/lib/sysimage/rpm/Packages.db", "usr/lib/sysimage/rpm/Packages");

    private PackageRecordsFuzz() {
    }

    /** Takes one input; fails when more is recorded than the records can hold. */
    public static void fuzzerTestOneInput(byte[] input) {
        PackageRecords records = read(input);
        if (records.packages().size() > FILES.size() * (input.length + 1)) {
            throw new IllegalStateException("more packages than bytes: " + records.packages().size());
        }
        for (String path : List.of("a", "etc/passwd", "bin/sh", "usr/bin/sh", "..")) {
            records.at(path);
        }
    }

    static PackageRecords read(byte[] input) {
        List<Item> items = new ArrayList<>(FILES.stream().map(path -> file(path, input.length)).toList());
        items.add(Items.directory("/var/lib/pacman/local/a-1-1"));
        items.add(Items.directory("/v/conda-meta"));
        ListView view = new ListView(items, List.of(), Map.of(CONTENT, input));
        RecordTree tree = new RecordTree(view, "");
        PackageRecords records = RecordFormats.read(tree);
        new PythonRecords().read(tree, "v/site-packages", records);
        new CondaRecords().read(tree, "v", records);
        return records;
    }

    private static Item file(String path, long bytes) {
        return new FileItem(Location.file("", path.split("/")), FileKind.FILE, bytes, FileTimes.modifiedAt(Items.MODIFIED),
                Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(CONTENT), Optional.empty(), FileDetails.NONE);
    }
}
