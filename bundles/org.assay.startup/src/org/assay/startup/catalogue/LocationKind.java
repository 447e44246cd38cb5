package org.assay.startup.catalogue;

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
    /** Values in a property list. */
    PLIST_VALUE,
    /** Values in a JSON file. */
    JSON_VALUE,
    /** Values in an XML file. */
    XML_VALUE,
    /** A program that runs with the rights of its owner or group (POSIX modes 04000 and 02000). */
    FILE_ATTRIBUTE,
    SQLITE, RAW_SECTOR, REGISTRY_HIVE_FILE, MACHO, NVRAM;

    /** Whether Assay reads places of this kind. */
    public boolean isRead() {
        return compareTo(SQLITE) < 0;
    }

    /** Whether its places are registry keys. */
    public boolean isRegistry() {
        return compareTo(REGISTRY_TREE) <= 0;
    }
}
