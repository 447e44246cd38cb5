package org.assay.startup.catalogue;

/** Which of the locations that reach a registry value says what it is: the first that has one. */
public enum Precedence {
    /** It names the key or the value. */
    NAMED,
    /** It only says that what lies there starts nothing: a history, a resource, an installer's list. */
    RECORD,
    /** It takes what no other location has. */
    REST
}
