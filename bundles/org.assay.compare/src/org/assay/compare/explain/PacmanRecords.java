package org.assay.compare.explain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;

/**
 * The records of pacman, in Arch Linux and its descendants: a folder a package with {@code desc}, which names it, {@code files}, which
 * says what people may edit, and {@code mtree}, an mtree(5) manifest that gzip packed.
 */
final class PacmanRecords implements RecordFormat {

    private static final String FOLDER = "var/lib/pacman/local";
    private static final Set<String> NAMES = Set.of("desc", "files", "mtree");
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_MANIFEST_BYTES = 256 << 20;
    private static final String SHA256 = "sha256digest=";

    @Override
    public ToLongFunction<String> keptIn(String directory) {
        return directory.startsWith(FOLDER + "/") ? name -> NAMES.contains(name) ? MAX_BYTES : 0 : KeptContent.NOTHING;
    }

    @Override
    public void read(RecordTree tree, PackageRecords records) {
        for (String folder : folders(tree)) {
            Map<String, List<String>> description = tree.content(folder + "/desc").map(PacmanRecords::sections).orElse(Map.of());
            Optional<String> name = first(description, "NAME");
            Optional<String> version = first(description, "VERSION");
            if (name.isPresent() && version.isPresent()) {
                InstalledPackage installed = new InstalledPackage(name.get(), version.get());
                records.add(installed);
                Set<String> editable = new HashSet<>();
                tree.content(folder + "/files").map(PacmanRecords::sections).map(found -> found.getOrDefault("BACKUP", List.of()))
                        .orElse(List.of()).forEach(line -> editable.add(line.split("\t")[0]));
                tree.content(folder + "/mtree").flatMap(PacmanRecords::unpacked)
                        .ifPresent(manifest -> add(installed, manifest, editable, records));
            }
        }
    }

    private static Set<String> folders(RecordTree tree) {
        Set<String> folders = new HashSet<>();
        try (ItemStream items = tree.snapshot().itemsWithin(Location.file(tree.tree(), FOLDER.split("/")))) {
            while (items.hasNext()) {
                Item item = items.next();
                String path = RecordTree.path(item.location());
                if (path.endsWith("/desc")) {
                    folders.add(path.substring(0, path.length() - "/desc".length()));
                }
            }
        }
        return folders;
    }

    private static void add(InstalledPackage installed, byte[] manifest, Set<String> editable, PackageRecords records) {
        for (String line : RecordTree.lines(manifest)) {
            String[] words = line.split(" ");
            if (words[0].startsWith("./") && !words[0].startsWith("./.")) {
                String path = unescaped(words[0].substring(2));
                Optional<RecordedDigest> digest = Optional.empty();
                for (String word : words) {
                    digest = word.startsWith(SHA256) ? digest(word.substring(SHA256.length())) : digest;
                }
                records.add(path, new RecordedFile(installed, digest, editable.contains(path)));
            }
        }
    }

    private static Optional<RecordedDigest> digest(String hex) {
        try {
            return Optional.of(RecordedDigest.sha256(Bytes.ofHex(hex)));
        } catch (IllegalArgumentException e) {
            // It is no digest; then nothing is said of the file.
            return Optional.empty();
        }
    }

    /** Names have blanks and everything beyond ASCII as a backslash and three octal digits. */
    private static String unescaped(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = FileName.encode(name);
        for (int at = 0; at < text.length; at++) {
            if (text[at] == '\\' && at + 3 < text.length && isOctal(text, at + 1)) {
                bytes.write(Integer.parseInt(new String(text, at + 1, 3, StandardCharsets.US_ASCII), 8));
                at += 3;
            } else {
                bytes.write(text[at]);
            }
        }
        return FileName.decode(bytes.toByteArray());
    }

    private static boolean isOctal(byte[] text, int at) {
        for (int digit = at; digit < at + 3; digit++) {
            if (text[digit] < '0' || text[digit] > '7') {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] manifest = in.readNBytes(MAX_MANIFEST_BYTES);
            return in.read() < 0 ? Optional.of(manifest) : Optional.empty();
        } catch (IOException e) {
            // It is damaged; then nothing is said of the package's files.
            return Optional.empty();
        }
    }

    /** Lines below a title between percent signs; an empty line ends them. */
    private static Map<String, List<String>> sections(byte[] text) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : RecordTree.lines(text)) {
            if (line.length() > 2 && line.startsWith("%") && line.endsWith("%")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
            } else if (!line.isEmpty()) {
                section.add(line);
            }
        }
        return sections;
    }

    private static Optional<String> first(Map<String, List<String>> sections, String title) {
        return sections.getOrDefault(title, List.of()).stream().findFirst();
    }
}
