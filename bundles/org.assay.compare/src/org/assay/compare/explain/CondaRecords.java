package org.assay.compare.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.assay.model.snapshot.KeptContent;
import org.assay.model.text.Bytes;

/**
 * The packages of conda and its like: in an environment's folder {@code conda-meta} a JSON file each, with name, version and, below
 * {@code paths_data}, the SHA-256 of each file, as it came ({@code sha256}) and, where the environment's path was written into it, as it
 * was put there ({@code sha256_in_prefix}).
 */
final class CondaRecords implements ToolFormat {

    private static final String META = "conda-meta";
    private static final long MAX_BYTES = 32L << 20;
    /** Folders of an environment in which packages put files. */
    private static final Set<String> PARTS = Set.of("bin", "lib", "libexec", "sbin", "share", "etc", "include", "ssl", META, "Lib",
            "Library", "Scripts", "DLLs");
    /** Environments lie near the top, or in a user's folders. */
    private static final int MAX_DEPTH = 8;

    @Override
    public ToLongFunction<String> keptIn(String directory) {
        return directory.endsWith("/" + META) ? name -> name.endsWith(".json") ? MAX_BYTES : 0 : KeptContent.NOTHING;
    }

    @Override
    public List<String> folders(RecordTree tree, String path) {
        String[] names = path.split("/");
        List<String> folders = new ArrayList<>();
        StringBuilder above = new StringBuilder(names[0]);
        for (int at = 1; at < Math.min(names.length - 1, MAX_DEPTH); at++) {
            if (PARTS.contains(names[at])) {
                folders.add(above.toString());
            }
            above.append('/').append(names[at]);
        }
        return folders;
    }

    @Override
    public void read(RecordTree tree, String folder, PackageRecords records) {
        String meta = folder + "/" + META;
        if (tree.at(meta).isPresent()) {
            tree.files(meta).values().forEach(file -> tree.content(file).ifPresent(content -> new Reading(folder, records).read(content)));
        }
    }

    /** One pass over the file of a package. */
    private static final class Reading {

        private final String folder;
        private final PackageRecords records;
        private final Map<String, String> facts = new HashMap<>();
        private final Map<String, RecordedDigest> files = new HashMap<>();

        Reading(String folder, PackageRecords records) {
            this.folder = folder;
            this.records = records;
        }

        /** Of a file that is not whole nothing is taken. */
        void read(byte[] content) {
            try (JsonParser json = new JsonFactory().createParser(content)) {
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.VALUE_STRING && json.getParsingContext().getParent() != null
                            && json.getParsingContext().getParent().inRoot()) {
                        facts.putIfAbsent(String.valueOf(json.currentName()), json.getText());
                    } else if (json.currentToken() == JsonToken.START_ARRAY && "paths".equals(json.currentName())) {
                        paths(json);
                    }
                }
            } catch (IOException e) {
                return;
            }
            Optional<String> name = Optional.ofNullable(facts.get("name"));
            Optional<String> version = Optional.ofNullable(facts.get("version"));
            if (name.isPresent() && version.isPresent()) {
                InstalledPackage installed = new InstalledPackage(name.get() + " in " + folder, version.get()
                        + Optional.ofNullable(facts.get("build")).map(build -> "-" + build).orElse(""));
                records.add(installed);
                files.forEach((path, digest) -> RecordTree.resolved(folder, path)
                        .ifPresent(place -> records.add(place, new RecordedFile(installed, Optional.of(digest), false))));
            }
        }

        private void paths(JsonParser json) throws IOException {
            Map<String, String> path = new HashMap<>();
            for (JsonToken token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    path.put(String.valueOf(json.currentName()), json.getText());
                } else if (token == JsonToken.END_OBJECT) {
                    digest(path).ifPresent(digest -> files.put(path.getOrDefault("_path", ""), digest));
                    path.clear();
                }
            }
        }

        private static Optional<RecordedDigest> digest(Map<String, String> path) {
            String hex = path.getOrDefault("sha256_in_prefix", path.getOrDefault("sha256", ""));
            try {
                return hex.isEmpty() ? Optional.empty() : Optional.of(RecordedDigest.sha256(Bytes.ofHex(hex)));
            } catch (IllegalArgumentException e) {
                // It is no digest; then nothing is said of the file.
                return Optional.empty();
            }
        }
    }
}
