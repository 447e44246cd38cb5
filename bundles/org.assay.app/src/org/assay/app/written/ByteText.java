package org.assay.app.written;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.text.FileName;

/** Texts whose names keep their bytes: a character a byte. */
final class ByteText {

    private ByteText() {
    }

    /** The bytes that {@code text} carries, a character each; of a text that carries none the bytes of UTF-8. */
    static String of(String text) {
        return new String(FileName.hasKnownBytes(text) ? FileName.encode(text) : text.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
    }

    /** The path below the tree's root without a separator before it; of a tree with a name with that before it. */
    static String path(Location location) {
        List<String> components = location.components();
        String tree = components.getFirst();
        String below = String.join("/", components.subList(1, components.size()));
        return of(tree.isEmpty() ? below : below.isEmpty() ? tree : tree + "/" + below);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
