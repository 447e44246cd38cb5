package org.assay.startup.format;

import org.assay.startup.text.Limits;
import org.assay.startup.text.CommandWords;

/** The words of a scheduled task's action, put together as a command line. */
public final class TaskCommand {

    private TaskCommand() {
    }

    /** A program whose name has blanks needs quotes in a command line; the Task Scheduler needs none. */
    static String of(String program, String arguments) {
        String plain = CommandWords.unquoted(program);
        boolean quote = plain.indexOf(' ') >= 0 && plain.indexOf('"') < 0;
        return ((quote ? "\"" + plain + "\"" : plain) + " " + arguments.strip()).strip();
    }

    /** The folder that it starts in, for people; empty without one. */
    static String folder(String folder) {
        return folder.isBlank() ? "" : "in " + Limits.cut(folder);
    }
}
