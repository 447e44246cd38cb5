package org.assay.model.item;

/** What was noticed of a content while it was read, beside its type. Stored by name. */
public enum ContentTrait {
    /** It is of no known type, and its first bytes look like chance: encrypted, or compressed by something that leaves no mark. */
    RANDOM,
    /** A web server that reads it runs a part of it: PHP, ASP, JSP. */
    SERVER_SCRIPT,
    /** The server's script runs text as code: {@code eval} and its like. */
    EVALUATES,
    /** The server's script starts commands of the system. */
    RUNS_COMMANDS,
    /** The server's script takes what a visitor sends. */
    READS_REQUESTS,
    /** The server's script unpacks text that nobody can read. */
    DECODES
}
