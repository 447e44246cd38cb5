package org.assay.ui.presenter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.assay.model.Bytes;
import org.assay.model.ExtendedAttribute;
import org.assay.model.FileDetails;
import org.assay.model.FileItem;
import org.assay.model.Item;
import org.assay.model.KeyItem;
import org.assay.model.ValueItem;
import org.assay.model.ValueType;
import org.assay.ui.text.DisplayText;

/** An item's attributes by name, in the order in which they are shown, safe to show. */
public final class Attributes {

    /** The name of where the item is. */
    static final String LOCATION = "location";

    private static final int DATA_LIMIT = 500;

    private Attributes() {
    }

    static Map<String, String> of(Item item) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(LOCATION, item.location().text());
        switch (item) {
            case FileItem file -> addFile(attributes, file);
            case KeyItem key -> {
                key.lastWritten().ifPresent(time -> attributes.put("last written", time.toString()));
                key.className().ifPresent(name -> attributes.put("class name", DisplayText.line(name)));
                key.security().ifPresent(bytes -> attributes.put("security descriptor", bytes.hex()));
                if (key.link()) {
                    attributes.put("kind", "symbolic link");
                }
            }
            case ValueItem value -> {
                attributes.put("type", ValueType.name(value.type()));
                attributes.put("length", DisplayText.count(value.data().length(), "byte"));
                attributes.put("data", ValueType.display(value.type(), value.data(), DATA_LIMIT));
            }
        }
        return attributes;
    }

    private static void addFile(Map<String, String> attributes, FileItem file) {
        attributes.put("kind", DisplayText.of(file.kind()));
        if (file.kind().hasContent()) {
            attributes.put("size", DisplayText.count(file.sizeBytes(), "byte"));
            attributes.put("SHA-256", file.sha256().map(Bytes::hex).orElse("(content could not be read)"));
        }
        file.target().ifPresent(target -> attributes.put("link target", DisplayText.line(target)));
        attributes.put("modified", file.modified().toString());
        file.mode().ifPresent(mode -> attributes.put("mode", String.format(Locale.ROOT, "%04o", mode)));
        file.owner().ifPresent(owner -> attributes.put("owner", DisplayText.line(owner)));
        file.group().ifPresent(group -> attributes.put("group", DisplayText.line(group)));
        file.times().statusChanged().ifPresent(time -> attributes.put("status changed", time.toString()));
        file.times().accessed().ifPresent(time -> attributes.put("accessed", time.toString()));
        file.times().created().ifPresent(time -> attributes.put("created", time.toString()));
        addDetails(attributes, file.details());
    }

    private static void addDetails(Map<String, String> attributes, FileDetails details) {
        details.contentType().ifPresent(type -> attributes.put("content", type.word()));
        details.signature().ifPresent(signature -> attributes.put("signature", DisplayText.of(signature)));
        details.digests().forEach((algorithm, digest) -> attributes.put(algorithm.name(), digest.hex()));
        if (!details.flags().isEmpty()) {
            attributes.put("flags", details.flags().stream().map(DisplayText::of).collect(Collectors.joining(", ")));
        }
        details.extended().forEach((name, value) -> attributes.put(DisplayText.line(name), DisplayText.line(ExtendedAttribute.text(name, value))));
        details.inode().ifPresent(inode -> {
            attributes.put("links", Long.toString(inode.links()));
            attributes.put("allocated", DisplayText.count(inode.allocatedBytes(), "byte"));
            attributes.put("inode", Long.toUnsignedString(inode.number()) + " on device " + Long.toUnsignedString(inode.device()));
            attributes.put("owner and group numbers", inode.uid() + ", " + inode.gid());
        });
    }
}
