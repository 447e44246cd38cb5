package org.assay.compare.explain;

import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.testkit.ListView;

/** A tree without a name in which packages lie, with their records as dpkg writes them. */
public final class PackagedTree {

    private final List<Item> items = new ArrayList<>();
    private final Map<Bytes, byte[]> contents = new HashMap<>();
    private final StringBuilder status = new StringBuilder();

    /** Adds a package with the files {@code paths}, whose contents end with its version. */
    public PackagedTree with(String name, String version, String... paths) {
        StringBuilder list = new StringBuilder("/.\n");
        StringBuilder sums = new StringBuilder();
        for (String path : paths) {
            String content = path + " " + version;
            put(program(path, content));
            list.append(path).append('\n');
            sums.append(hex("MD5", content)).append("  ").append(path.substring(1)).append('\n');
        }
        return recorded(name, version, "Section: x\n", list.toString(), sums.toString());
    }

    /** Adds the records of a package and nothing of what it owns. */
    public PackagedTree recorded(String name, String version, String moreFields, String list, String sums) {
        status.append("Package: ").append(name).append("\nStatus: install ok installed\nVersion: ").append(version).append('\n')
                .append(moreFields).append('\n');
        kept("/var/lib/dpkg/info/" + name + ".list", list);
        kept("/var/lib/dpkg/info/" + name + ".md5sums", sums);
        return this;
    }

    /** Puts {@code item} where it says, in place of what is there. */
    public PackagedTree put(Item item) {
        items.removeIf(other -> other.location().equals(item.location()));
        items.add(item);
        return this;
    }

    /** Puts a file there whose content the capture kept. */
    public PackagedTree kept(String path, String content) {
        FileItem file = file(path, content);
        contents.put(file.sha256().orElseThrow(), content.getBytes(StandardCharsets.UTF_8));
        return put(file);
    }

    /** The same of a file that is no text. */
    public PackagedTree kept(String path, byte[] content) {
        FileItem file = file(path, HexFormat.of().formatHex(content));
        contents.put(file.sha256().orElseThrow(), content);
        return put(file);
    }

    public ListView view() {
        kept("/var/lib/dpkg/status", status.toString());
        return new ListView(items, List.of(), contents);
    }

    /** An ELF program with all digests that packages record. */
    public static FileItem program(String path, String content) {
        return typed(file(path, content), content, ContentType.ELF);
    }

    static FileItem typed(FileItem file, String content, ContentType type) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(DigestAlgorithm.MD5, Bytes.ofHex(hex("MD5", content)),
                DigestAlgorithm.SHA1, Bytes.ofHex(hex("SHA-1", content))), Optional.of(type), Optional.empty()));
    }

    static String hex(String algorithm, String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
