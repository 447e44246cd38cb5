package org.assay.model.field;

/** What of an item is compared. */
public enum Attribute {
    KIND, SIZE, CONTENT, MODIFIED_TIME, MODE, OWNER, GROUP, LINK_TARGET, LINKS, FLAGS, EXTENDED,
    VALUE_TYPE, VALUE_DATA, CLASS_NAME, SECURITY
}
