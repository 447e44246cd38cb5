package org.assay.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing itself: what it is called without one of its own commands is wrong usage. */
public abstract class CommandGroup implements Runnable {

    private final String commands;

    @Spec
    private CommandSpec spec;

    /** @param commands the names of its commands, as a sentence lists them */
    protected CommandGroup(String commands) {
        this.commands = commands;
    }

    @Override
    public final void run() {
        throw wrongUsage("a command is missing: " + commands);
    }

    /** What to throw when the line cannot be obeyed, with the reason; the usage is told behind it. */
    protected final ParameterException wrongUsage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
