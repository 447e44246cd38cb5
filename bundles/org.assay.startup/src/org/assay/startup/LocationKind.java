package org.assay.startup;

/** What kind of thing an autostart location is; {@code docs/startup-catalogue.md} describes each. */
public enum LocationKind {
    /** Named values of a key. */
    REGISTRY_VALUE,
    /** All, or a pattern of, the values of a key. */
    REGISTRY_VALUES,
    /** A value in each subkey, or the subkey's name itself. */
    REGISTRY_SUBKEYS,
    /** Values of a key and of every key below it. */
    REGISTRY_TREE,
    /** A file that is run, loaded or read. */
    FILE,
    /** Every file of a folder. */
    FOLDER,
    /** A setting in a text file. */
    INI_VALUE,
    /** A line of a crontab. */
    CRONTAB_LINE,
    PLIST_VALUE, JSON_VALUE, XML_VALUE, SQLITE, RAW_SECTOR, REGISTRY_HIVE_FILE, FILE_ATTRIBUTE, TEXT_PATTERN, MACHO, NVRAM;

    /** Whether Assay reads places of this kind. */
    public boolean isRead() {
        return compareTo(SQLITE) < 0 && this != PLIST_VALUE && this != JSON_VALUE && this != XML_VALUE;
    }

    /** Whether its places are registry keys. */
    public boolean isRegistry() {
        return compareTo(REGISTRY_TREE) <= 0;
    }
}
