package org.assay.app.incident;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.model.incident.Channel;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.SystemKind;

/** Of systems that are switched off and on again, and of people who are told. */
public final class SystemArguments {

    public static final Argument<String> SYSTEM = Argument.required("system", "System", "What people call the system or service.", "SYSTEM",
            new ArgumentType.Text());
    public static final Argument<String> WHY = Argument.required("why", "Why", "Why it is switched off.", "TEXT", new ArgumentType.Text());
    public static final Argument<SystemKind> KIND = Argument.optional("kind", "Kind", "What it is.", "KIND",
            new ArgumentType.Choice<>(SystemKind.class)).preset(SystemKind.SERVICE);
    public static final Argument<String> OFF = Argument.required("system", "System", "What is on again: its name, or the number of the"
            + " entry that says that it was switched off.", "SYSTEM", new ArgumentType.Text());
    public static final Argument<String> WHO = Argument.required("who", "Who", "Who was told.", "WHO", new ArgumentType.Text());
    public static final Argument<String> WHAT = Argument.required("what", "What", "What they were told.", "TEXT", new ArgumentType.Text());
    public static final Argument<Channel> CHANNEL = Argument.required("by", "Channel", "How they were told.", "CHANNEL",
            new ArgumentType.Choice<>(Channel.class));

    private SystemArguments() {
    }

    /** That what is called {@code system} and off is on again. */
    public static NoteEntry on(String system, String text, String author, EntryArguments arguments) {
        return new NoteEntry(log -> new EntryDetail.SwitchedOn(log.off(system).number()), text, author, arguments);
    }
}
