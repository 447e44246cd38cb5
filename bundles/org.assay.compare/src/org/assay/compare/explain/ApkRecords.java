package org.assay.compare.explain;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.assay.model.snapshot.KeptContent;
import org.assay.model.text.Bytes;

/**
 * The records of apk, in Alpine and what descends from it: the file {@code installed}, a line a fact, its letter and a colon before it.
 * {@code P} and {@code V} name a package, {@code F} a folder, {@code R} a file in it and {@code Z} that file's digest.
 */
final class ApkRecords implements RecordFormat {

    private static final Set<String> FOLDERS = Set.of("lib/apk/db", "usr/lib/apk/db");
    private static final long MAX_BYTES = 256L << 20;
    private static final String SHA1 = "Q1";
    private static final String SHA256 = "Q2";

    @Override
    public ToLongFunction<String> keptIn(String directory) {
        return FOLDERS.contains(directory) ? name -> name.equals("installed") ? MAX_BYTES : 0 : KeptContent.NOTHING;
    }

    @Override
    public void read(RecordTree tree, PackageRecords records) {
        for (String folder : FOLDERS) {
            tree.content(folder + "/installed").ifPresent(content -> new Reading(records).read(content));
        }
    }

    /** One pass over the file. */
    private static final class Reading {

        private final PackageRecords records;
        private String name = "";
        private Optional<InstalledPackage> owner = Optional.empty();
        private String folder = "";
        private String file = "";

        Reading(PackageRecords records) {
            this.records = records;
        }

        void read(byte[] content) {
            for (String line : RecordTree.lines(content)) {
                if (line.length() > 1 && line.charAt(1) == ':') {
                    take(line.charAt(0), line.substring(2));
                }
            }
        }

        private void take(char kind, String fact) {
            switch (kind) {
                case 'C' -> owner = Optional.empty();
                case 'P' -> name = fact;
                case 'V' -> {
                    owner = Optional.of(new InstalledPackage(name, fact));
                    records.add(owner.get());
                }
                case 'F' -> {
                    folder = fact;
                    record(fact, Optional.empty());
                }
                case 'R' -> {
                    file = folder.isEmpty() ? fact : folder + "/" + fact;
                    record(file, Optional.empty());
                }
                case 'Z' -> record(file, digest(fact));
                default -> {
                    // Dependencies, descriptions and the like.
                }
            }
        }

        private void record(String path, Optional<RecordedDigest> digest) {
            owner.filter(_ -> !path.isEmpty())
                    .ifPresent(installed -> records.add(path, new RecordedFile(installed, digest, path.startsWith("etc/"))));
        }

        private static Optional<RecordedDigest> digest(String text) {
            try {
                return text.startsWith(SHA1) ? Optional.of(RecordedDigest.sha1(bytes(text)))
                        : text.startsWith(SHA256) ? Optional.of(RecordedDigest.sha256(bytes(text))) : Optional.empty();
            } catch (IllegalArgumentException e) {
                // It is no digest; then nothing is said of the file.
                return Optional.empty();
            }
        }

        private static Bytes bytes(String text) {
            return Bytes.copyOf(Base64.getDecoder().decode(text.substring(SHA1.length())));
        }
    }
}
