package org.assay.startup.catalogue;

/** Which part of a registry value carries what starts. */
public enum DataSource {
    /** The value's data. */
    DATA,
    /** The value's name. */
    NAME,
    /** The name of the key that holds the value. */
    KEY,
    /** The data where there is any, else the key's name. */
    DATA_OR_KEY
}
