package org.assay.compare.explain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a folder in which a version of something lies: {@code 102.0.3}, {@code app-1.2.0}, {@code 4.18.2-0},
 * {@code Vendor.App_1.1.0.0_x64__8wekyb3d8bbwe}.
 *
 * @param text the whole name
 * @param prefix what stands before the version
 * @param suffix what stands behind it
 */
record FolderVersion(String text, String prefix, DottedVersion version, String suffix) {

    private static final Pattern FORM = Pattern.compile("(.{0,80}?)([0-9]{1,9}(?:\\.[0-9]{1,9}){1,3})(.{0,80})");

    /** Empty when {@code name} has no version in it. */
    static Optional<FolderVersion> of(String name) {
        Matcher form = FORM.matcher(name);
        return form.matches() ? DottedVersion.of(form.group(2)).map(version -> new FolderVersion(name, form.group(1), version,
                form.group(3))) : Optional.empty();
    }

    /** The version as it stands there. */
    String number() {
        return text.substring(prefix.length(), text.length() - suffix.length());
    }

    /** Whether both are names of the same but for the version. */
    boolean isOfSame(FolderVersion other) {
        return prefix.equalsIgnoreCase(other.prefix) && suffix.equalsIgnoreCase(other.suffix);
    }
}
