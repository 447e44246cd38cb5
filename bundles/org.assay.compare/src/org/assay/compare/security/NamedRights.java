package org.assay.compare.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.assay.model.item.ExtendedAttribute;
import org.assay.model.text.Bytes;

/** Whom POSIX access control lists (acl(5)) let write besides the owner, the group and all others, of which the mode tells. */
public final class NamedRights {

    private static final String MASK = "mask::";
    private static final int PARTS = 3;

    private NamedRights() {
    }

    /** The users and groups by their numbers, {@code user 1000}, that one of these attributes lets write. */
    public static Set<String> writers(List<Map.Entry<String, Bytes>> attributes) {
        Set<String> writers = new TreeSet<>();
        for (Map.Entry<String, Bytes> attribute : attributes) {
            List<String> entries = List.of(ExtendedAttribute.text(attribute.getKey(), attribute.getValue()).split(","));
            boolean masked = entries.stream().anyMatch(entry -> entry.startsWith(MASK) && !entry.contains("w"));
            for (String entry : entries) {
                String[] parts = entry.split(":", PARTS);
                boolean named = parts.length == PARTS && !parts[1].isEmpty();
                if (named && !masked && parts[2].contains("w")) {
                    writers.add(parts[0] + " " + parts[1]);
                }
            }
        }
        return writers;
    }
}
