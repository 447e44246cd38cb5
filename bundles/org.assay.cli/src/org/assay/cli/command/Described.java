package org.assay.cli.command;

/** A command that takes the arguments of a use case. */
public interface Described {

    /** Says once, before a command line is read, which arguments the command takes and how; {@code line} has the values afterwards. */
    void describe(LineArguments line);
}
