package org.assay.model;

/** What a {@link Location} names. */
public enum Space {
    /** Something in a directory tree: the first component is the tree's name ({@code C:}, or empty), the rest the path below it. */
    FILE,
    /** A registry key: the first component is the root ({@code HKLM}, {@code HKCU}, {@code HKU} …). */
    KEY,
    /** A registry value: the last component is the value's name (empty for the default value), the rest its key. */
    VALUE
}
