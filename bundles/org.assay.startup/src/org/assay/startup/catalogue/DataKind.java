package org.assay.startup.catalogue;

import org.assay.startup.command.CommandResolver;

/** How the data at an autostart location tells what starts. */
public enum DataKind {
    /** A command line, a path, a class id or an address: {@link CommandResolver} finds out which. */
    COMMAND(Subject.NAMED, Form.TEXTS),
    /** A library's name or path; {@code .dll} where it has no extension. */
    LIBRARY(Subject.NAMED, Form.TEXTS),
    /** A command of the Windows Session Manager, {@code autocheck} before it allowed. */
    NATIVE(Subject.NAMED, Form.TEXTS),
    /** {@code library|function|arguments} or {@code library!function}; without a bar, a command line. */
    FUNCTION(Subject.NAMED, Form.TEXTS),
    /** The name of a Windows service, whose own command counts. */
    SERVICE(Subject.NAMED, Form.TEXTS),
    /** The names of units of systemd, whose own commands count. */
    UNIT(Subject.NAMED, Form.TEXTS),
    /** A source and a destination of a file that is renamed at the next start. */
    RENAME(Subject.NAMED, Form.PAIRS),
    /** Bytes that begin with a path in the ANSI code page, ended by NUL. */
    ANSI_PATH(Subject.NAMED, Form.ANSI_BYTES),
    /** A directory; it starts nothing by itself. */
    FOLDER(Subject.NAMED, Form.TEXTS),
    /** A directory from which everything is started. */
    DROP_INS(Subject.NAMED, Form.TEXTS),
    /** Anything that starts no file by itself: a switch, a name, a list. */
    TEXT(Subject.NOTHING, Form.TEXTS),
    /** The file itself. */
    FILE(Subject.FILE, Form.TEXTS),
    /** The file or, where programs are directories, the directory itself. */
    BUNDLE(Subject.FILE_OR_FOLDER, Form.TEXTS);

    private final Subject subject;
    private final Form form;

    DataKind(Subject subject, Form form) {
        this.subject = subject;
        this.form = form;
    }

    /** What starts by such data. */
    private enum Subject {
        NOTHING, NAMED, FILE, FILE_OR_FOLDER
    }

    /** In which form such data has its texts. */
    public enum Form {
        /** A text, or a list of texts. */
        TEXTS,
        /** Pairs: a name, and what is to be done with it. */
        PAIRS,
        /** Bytes in the ANSI code page, where the data is of no type that has text. */
        ANSI_BYTES
    }

    /** Whether nothing starts by such data, whatever it says. */
    public boolean startsNothing() {
        return subject == Subject.NOTHING;
    }

    /** Whether the file in which the data stands is what starts. */
    public boolean isFileItself() {
        return subject == Subject.FILE;
    }

    /** Whether what starts may be the folder at the place. */
    public boolean mayBeFolder() {
        return subject == Subject.FILE_OR_FOLDER;
    }

    /** As what a text is read that stands in such data: of a file that starts itself, what it holds are commands. */
    public DataKind ofText() {
        return isFileItself() ? COMMAND : this;
    }

    public Form form() {
        return form;
    }
}
