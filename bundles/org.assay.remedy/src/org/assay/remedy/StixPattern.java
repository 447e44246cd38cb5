package org.assay.remedy;

import java.util.Optional;

import org.assay.remedy.Indicator.Sign;

/**
 * Spells a sign as a STIX pattern (STIX 2.1, section 9). Evidence comes into a pattern only as a string literal, in which the two
 * characters that mean something, the quote and the backslash, stand behind a backslash (section 9.3, Constants); all others stand for
 * themselves.
 */
final class StixPattern {

    private StixPattern() {
    }

    static String of(Sign sign) {
        return "[" + switch (sign) {
            case Indicator.Content(String sha256, _) -> equal("file:hashes.'SHA-256'", sha256);
            case Indicator.FilePlace(String folder, String name) -> equal("file:name", name) + " AND "
                    + equal("file:parent_directory_ref.path", folder);
            case Indicator.FolderPlace(String path) -> equal("directory:path", path);
            case Indicator.Key(String path) -> equal("windows-registry-key:key", path);
            case Indicator.Value(String key, String name, Optional<String> data) -> equal("windows-registry-key:key", key) + " AND "
                    + equal("windows-registry-key:values[*].name", name)
                    + data.map(text -> " AND " + equal("windows-registry-key:values[*].data", text)).orElse("");
        } + "]";
    }

    private static String equal(String path, String text) {
        return path + " = '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
