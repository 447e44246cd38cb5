package org.assay.startup.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.text.Bytes;
import org.assay.startup.text.CodePage;
import org.assay.startup.text.TextFile;

/** Reads property lists, binary and XML (Apple's {@code PropertyList-1.0.dtd}); the old text form is not read. */
public final class PropertyList {

    private PropertyList() {
    }

    /** Reads {@code content}. */
    static Node read(byte[] content) throws DamagedFile {
        if (BinaryPlist.isOne(content)) {
            return BinaryPlist.read(content);
        }
        return switch (XmlFile.read(withoutType(content))) {
            case XmlFile.Outcome.Read read when read.root().name().equals("plist") && !read.root().children().isEmpty() ->
                node(read.root().children().getFirst());
            case XmlFile.Outcome.Read _ -> throw new DamagedFile("not a property list");
            case XmlFile.Outcome.Unread unread -> throw new DamagedFile(unread.problem());
        };
    }

    /** Every property list names the same document type, which says nothing more; one that declares something stays, and is refused. */
    private static byte[] withoutType(byte[] content) {
        boolean wide = content.length > 1 && (content[0] == 0 || content[1] == 0 || (content[0] & 0xfe) == 0xfe);
        String text = wide ? TextFile.windows(content, CodePage.GUESSED) : new String(content, StandardCharsets.UTF_8);
        int start = text.indexOf("<!DOCTYPE plist");
        int end = text.indexOf('>', Math.max(start, 0));
        boolean plain = start >= 0 && end > 0 && text.substring(start, end).indexOf('[') < 0;
        return (plain ? text.substring(0, start) + text.substring(end + 1) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static Node node(XmlElement element) {
        return switch (element.name()) {
            case "dict" -> table(element);
            case "array" -> new Node.Row(element.children().stream().map(PropertyList::node).toList());
            case "true", "false" -> new Node.Text(element.name());
            case "data" -> new Node.Data(data(element.text()));
            default -> new Node.Text(element.text());
        };
    }

    /** Keys and values take turns; a key without a value, or a value without a key, counts for nothing. */
    private static Node table(XmlElement element) {
        Map<String, Node> entries = new LinkedHashMap<>();
        List<String> key = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (child.name().equals("key")) {
                key = List.of(child.text());
            } else if (!key.isEmpty()) {
                entries.putIfAbsent(key.getFirst(), node(child));
                key = List.of();
            }
        }
        return new Node.Table(entries);
    }

    private static Bytes data(String text) {
        try {
            return Bytes.copyOf(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // what is no Base64 is kept as it stands
            return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
