package org.assay.startup.catalogue;

import org.assay.startup.command.CommandResolver;

/** How the data at an autostart location tells what starts. */
public enum DataKind {
    /** A command line, a path, a class id or an address: {@link CommandResolver} finds out which. */
    COMMAND,
    /** A library's name or path; {@code .dll} where it has no extension. */
    LIBRARY,
    /** A command of the Windows Session Manager, {@code autocheck} before it allowed. */
    NATIVE,
    /** {@code library|function|arguments} or {@code library!function}; without a bar, a command line. */
    FUNCTION,
    /** The name of a Windows service, whose own command counts. */
    SERVICE,
    /** The names of units of systemd, whose own commands count. */
    UNIT,
    /** A source and a destination of a file that is renamed at the next start. */
    RENAME,
    /** Bytes that begin with a path in the ANSI code page, ended by NUL. */
    ANSI_PATH,
    /** A directory; it starts nothing by itself. */
    FOLDER,
    /** A directory from which everything is started. */
    DROP_INS,
    /** Anything that starts no file by itself: a switch, a name, a list. */
    TEXT,
    /** The file itself. */
    FILE,
    /** The file or, where programs are directories, the directory itself. */
    BUNDLE
}
