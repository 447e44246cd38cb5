package org.assay.model.text;

import org.assay.model.Location;

/** What a {@link Location} names. */
public enum Space {
    /** Something in a directory tree: the first component is the tree's name ({@code C:}, or empty), the rest the path below it. */
    FILE,
    /** A registry key: the first component is the root ({@code HKLM}, {@code HKCU}, {@code HKU} …). */
    KEY,
    /** A registry value: the last component is the value's name (empty for the default value), the rest its key. */
    VALUE,
    /** An alternate data stream: the last component is the stream's name, the rest the file or directory that has it. */
    STREAM;

    /** Whether nothing can lie below it. */
    public boolean isLeaf() {
        return this == VALUE || this == STREAM;
    }

    /** Whether it is in a directory tree and not in the registry. */
    public boolean isFile() {
        return this == FILE || this == STREAM;
    }
}
