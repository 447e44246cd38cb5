package org.assay.app.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.assay.compare.BadList;
import org.assay.compare.Voucher;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;

/**
 * A list of files that are known to be good or bad, by their digests: what {@code sha256sum} and its like write, what {@code hashdeep}
 * writes, NSRL's RDS as text or as a database ({@link HashDatabase}), or a digest a line. It is gone through once; memory grows with the
 * changes that are asked about, not with the list.
 */
public record HashList(Path file) implements Voucher {

    /** In lists with commas the digests stand among the first cells, and the name, which can look like one, behind them. */
    private static final int DIGEST_CELLS = 4;

    @Override
    public Map<Integer, Explanation> explain(List<Change> changes) {
        Map<Integer, Explanation> explained = new HashMap<>();
        find(changes.stream().filter(HashList::isOfContent).toList())
                .forEach((number, digest) -> explained.put(number, explanation(digest)));
        return explained;
    }

    /** The list as one of files that are known to be bad. */
    BadList bad() {
        return changes -> {
            Map<Integer, String> known = new HashMap<>();
            find(changes.stream().filter(change -> change.after().isPresent()).toList()).forEach((number, digest) -> known.put(number,
                    "Its content has the digest " + digest + ", which stands in the list of known-bad files " + name() + "."));
            return known;
        };
    }

    /** By the numbers of the changes whose content stands in the list: the digest that does. */
    private Map<Integer, String> find(List<Change> changes) {
        Map<String, List<Change>> asked = new HashMap<>();
        changes.forEach(change -> digests(change)
                .forEach(digest -> asked.computeIfAbsent(digest.hex(), _ -> new ArrayList<>(1)).add(change)));
        Map<Integer, String> found = new HashMap<>();
        try {
            each(digest -> asked.getOrDefault(digest, List.of()).forEach(change -> found.putIfAbsent(change.number(), digest)));
        } catch (IOException | UncheckedIOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The list " + name() + " cannot be read: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Name an existing file of digests.", e);
        }
        return found;
    }

    /** Gives all digests of the list, and of a database whatever stands in its columns of digests. */
    private void each(Consumer<String> digests) throws IOException {
        if (HashDatabase.isOne(file)) {
            HashDatabase.read(file, digests);
        } else {
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                in.lines().flatMap(HashList::digests).forEach(digests);
            }
        }
    }

    private String name() {
        return Visible.text(file.toString());
    }

    private Explanation explanation(String digest) {
        return new Explanation(ExplanationKind.KNOWN, "files known by " + Visible.text(file.getFileName().toString()), "the list " + name(),
                "Its content has the digest " + digest + ", which stands there.");
    }

    /** A list of digests knows nothing of rights and owners. */
    private static boolean isOfContent(Change change) {
        return change.after().isPresent() && Stream.of(Attribute.MODE, Attribute.OWNER, Attribute.GROUP, Attribute.EXTENDED,
                Attribute.FLAGS).noneMatch(change.attributes()::contains);
    }

    private static Stream<Bytes> digests(Change change) {
        return change.item() instanceof FileItem file && file.sizeBytes() > 0
                ? Stream.concat(file.sha256().stream(), file.details().digests().values().stream()) : Stream.empty();
    }

    /** The digests of a line, in lower case. */
    private static Stream<String> digests(String line) {
        if (line.startsWith("%") || line.startsWith("#")) {
            return Stream.empty();
        }
        int comma = line.indexOf(',');
        int blank = line.indexOf(' ');
        if (comma >= 0 && (blank < 0 || comma < blank)) {
            return Stream.of(line.split(",", DIGEST_CELLS + 1)).limit(DIGEST_CELLS).map(cell -> cell.replace("\"", "").strip())
                    .filter(HashList::isDigest).map(cell -> cell.toLowerCase(Locale.ROOT));
        }
        String first = line.substring(line.startsWith("\\") ? 1 : 0, blank < 0 ? line.length() : blank).strip();
        return isDigest(first) ? Stream.of(first.toLowerCase(Locale.ROOT)) : Stream.empty();
    }

    /** Whether it is MD5, SHA-1, SHA-256 or SHA-512 in hexadecimal digits. */
    private static boolean isDigest(String text) {
        int length = text.length();
        return (length == 32 || length == 40 || length == 64 || length == 128)
                && text.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && digit < 0x80);
    }
}
