package org.assay.cli;

/** A command that takes the arguments of a use case. */
interface Described {

    /** Says once, before a command line is read, which arguments the command takes and how; {@code line} has the values afterwards. */
    void describe(LineArguments line);
}
