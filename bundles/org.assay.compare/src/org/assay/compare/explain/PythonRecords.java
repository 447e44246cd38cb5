package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.text.Bytes;

/**
 * The packages that pip and its like install: in {@code site-packages}, a folder {@code NAME-VERSION.dist-info} each, whose file
 * {@code RECORD} has a line a file with its SHA-256 (PEP 376, PEP 627).
 */
final class PythonRecords implements ToolFormat {

    private static final String INFO = ".dist-info";
    private static final String RECORD = "RECORD";
    private static final List<String> SITES = List.of("site-packages", "dist-packages");
    private static final List<String> SCRIPTS = List.of("bin", "Scripts");
    private static final String SHA256 = "sha256=";
    private static final int SHA256_HEX_LENGTH = 64;
    private static final int SHA256_BASE64_LENGTH = 43;
    private static final long MAX_BYTES = 16L << 20;

    @Override
    public ToLongFunction<String> keptIn(String directory) {
        return directory.endsWith(INFO) ? name -> name.equals(RECORD) ? MAX_BYTES : 0 : KeptContent.NOTHING;
    }

    /** The {@code site-packages} that it lies in, or, of a script, those beside. The system's own belong to the system's packages. */
    @Override
    public List<String> folders(RecordTree tree, String path) {
        List<String> names = List.of(path.split("/"));
        int site = SITES.stream().mapToInt(names::lastIndexOf).max().orElse(-1);
        if (site >= 0) {
            return List.of(String.join("/", names.subList(0, site + 1)));
        }
        int above = names.size() - 2;
        if (above < 1 || !SCRIPTS.contains(names.get(above)) || above == 1 && names.getFirst().equals("usr")) {
            return List.of();
        }
        String top = String.join("/", names.subList(0, above));
        List<String> folders = new ArrayList<>(List.of(top + "/Lib/site-packages"));
        tree.folders(top + "/lib").stream().filter(name -> name.startsWith("python"))
                .forEach(name -> SITES.forEach(one -> folders.add(top + "/lib/" + name + "/" + one)));
        return folders;
    }

    @Override
    public void read(RecordTree tree, String folder, PackageRecords records) {
        List<FileItem> found = new ArrayList<>();
        Location site = tree.location(folder);
        try (ItemStream items = tree.snapshot().itemsWithin(site)) {
            items.forEachRemaining(item -> {
                List<String> components = item.location().components();
                if (item instanceof FileItem file && components.size() == site.components().size() + 2
                        && components.getLast().equals(RECORD) && components.get(components.size() - 2).endsWith(INFO)) {
                    found.add(file);
                }
            });
        }
        found.forEach(file -> tree.content(file).ifPresent(content -> read(folder, file, content, records)));
    }

    private static void read(String folder, FileItem file, byte[] content, PackageRecords records) {
        List<String> components = file.location().components();
        String info = components.get(components.size() - 2);
        String title = info.substring(0, info.length() - INFO.length());
        int dash = title.lastIndexOf('-');
        if (dash > 0) {
            InstalledPackage installed = new InstalledPackage(title.substring(0, dash).toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-")
                    + " in " + folder, title.substring(dash + 1));
            records.add(installed);
            RecordTree.lines(content).forEach(line -> add(folder, installed, line.strip(), records));
        }
    }

    /** A line is the path, from the folder on, the digest and the size, as in a CSV; the path stands in quotes if it needs them. */
    private static void add(String folder, InstalledPackage installed, String line, PackageRecords records) {
        int size = line.lastIndexOf(',');
        int digest = size < 0 ? -1 : line.lastIndexOf(',', size - 1);
        if (digest > 0) {
            String written = line.substring(0, digest);
            String path = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"")
                    ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written;
            RecordTree.resolved(folder, path.replace('\\', '/')).ifPresent(place -> records.add(place, new RecordedFile(installed,
                    digest(line.substring(digest + 1, size)), false)));
        }
    }

    private static Optional<RecordedDigest> digest(String text) {
        try {
            String value = text.startsWith(SHA256) ? text.substring(SHA256.length()) : "";
            // Base64 is what the format wants; some tools that build packages write hexadecimal digits.
            return value.length() == SHA256_HEX_LENGTH ? Optional.of(RecordedDigest.sha256(Bytes.ofHex(value)))
                    : value.length() == SHA256_BASE64_LENGTH ? Optional.of(RecordedDigest.sha256(Bytes.copyOf(Base64.getUrlDecoder()
                            .decode(value)))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // It is no digest; then nothing is said of the file.
            return Optional.empty();
        }
    }
}
