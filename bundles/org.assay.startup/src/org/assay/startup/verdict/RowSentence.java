package org.assay.startup.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Signature;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Visible;

/** Says in one sentence what starts, and what is new about it. */
public final class RowSentence {

    private static final int MAX_QUOTED_LENGTH = 200;
    private static final Set<String> SCRIPTS = Set.of("vbs", "vbe", "js", "jse", "wsf", "wsh", "bat", "cmd", "ps1", "hta", "sct", "py",
            "sh", "pl", "rb", "php");

    private RowSentence() {
    }

    /**
     * @param another whether the same command now leads to another file than before
     * @param covered whether a part of the entry's place could not be read
     */
    public static String of(StartupEntry entry, EntryChange change, Optional<StartupEntry> before, TargetVerdict verdict, boolean another,
            boolean covered) {
        String said = isItself(entry) ? file(entry, change, verdict) : switch (change) {
            case ADDED -> "new entry " + quoted(entry.label()) + " " + starts(entry, Optional.of(verdict));
            case REMOVED -> "entry " + quoted(entry.label()) + " is gone; it was " + quoted(entry.command());
            case CHANGED -> changed(entry, before, verdict);
            case PRESENT -> "entry " + quoted(entry.label()) + " " + starts(entry, Optional.empty());
            case UNCHANGED -> "entry " + quoted(entry.label()) + " is as before " + (another ? "but now " : "and ")
                    + starts(entry, Optional.of(verdict));
        };
        return title(entry) + ": " + said + disabled(entry, change)
                + (covered ? "; a part of this place could not be read" : "") + ".";
    }

    /** An entry that is held against no baseline; {@code suspicious} says whether a clean system has something else there, or nothing. */
    public static String alone(StartupEntry entry, boolean suspicious) {
        String said = isItself(entry) ? "file " + quoted(entry.targetPath()) + kind(entry)
                : "entry " + quoted(entry.label()) + " " + starts(entry, Optional.empty());
        return title(entry) + ": " + said + disabled(entry, EntryChange.PRESENT)
                + (suspicious ? "; a clean system has something else here, or nothing" : "") + ".";
    }

    /** The location's title, and what a person must know besides to read the sentence rightly. */
    private static String title(StartupEntry entry) {
        return Visible.text(entry.title()) + (entry.shadowsMachine() ? " (in place of the machine's class)" : "");
    }

    private static boolean isItself(StartupEntry entry) {
        return entry.target().isPresent() && entry.target().get().location().equals(entry.location());
    }

    private static boolean replaced(StartupEntry entry, Optional<StartupEntry> before) {
        return before.map(StartupEntry::cleanDefault).orElse(false) && !entry.cleanDefault();
    }

    private static String changed(StartupEntry entry, Optional<StartupEntry> before, TargetVerdict verdict) {
        boolean sameCommand = before.filter(old -> old.command().equals(entry.command())).isPresent();
        return "entry " + quoted(entry.label()) + (sameCommand ? " was " + before.map(old -> word(old.details().state())).orElse("")
                + ", is " + word(entry.details().state()) + " now, and "
                : " was changed from " + (replaced(entry, before) ? "its default " : "")
                        + quoted(before.map(StartupEntry::command).orElse("")) + " to " + quoted(entry.command()) + " and ")
                + starts(entry, Optional.of(verdict));
    }

    private static String disabled(StartupEntry entry, EntryChange change) {
        boolean stated = entry.details().state() != EntryState.ENABLED && change != EntryChange.CHANGED && change != EntryChange.REMOVED;
        return stated ? "; it is " + word(entry.details().state()) : "";
    }

    private static String word(EntryState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String file(StartupEntry entry, EntryChange change, TargetVerdict verdict) {
        String what = switch (change) {
            case ADDED -> "new file ";
            case REMOVED -> "file is gone: ";
            case CHANGED, UNCHANGED, PRESENT -> "file ";
        };
        boolean stated = change == EntryChange.ADDED && verdict == TargetVerdict.ADDED || change == EntryChange.REMOVED;
        return what + quoted(entry.targetPath()) + (stated ? "" : state(verdict)) + kind(entry);
    }

    /** {@code verdict} is empty where there is nothing to judge by. */
    private static String starts(StartupEntry entry, Optional<TargetVerdict> verdict) {
        String path = quoted(entry.targetPath());
        return switch (entry.outcome()) {
            case FOUND -> "starts " + path + verdict.map(RowSentence::state).orElse("") + kind(entry);
            case MISSING -> "starts " + path
                    + (verdict.equals(Optional.of(TargetVerdict.MISSING)) ? ", which is not there" : ", which was not found")
                    + kind(entry);
            case AMBIGUOUS -> "starts " + path + ", and several files may be meant";
            case INLINE_SCRIPT -> "carries a script in its command: " + quoted(entry.command());
            case REMOTE -> "leads to another machine: " + path;
            case NONE -> entry.command().isEmpty() ? "is empty" : "is set to " + quoted(entry.command());
            case UNPARSED -> "could not be understood: " + quoted(entry.command());
        };
    }

    private static String state(TargetVerdict verdict) {
        return switch (verdict) {
            case ADDED -> ", which is new";
            case MODIFIED -> ", which was modified";
            case MOVED -> ", which was moved there";
            case UNCHANGED -> ", which is unchanged";
            case SAME_CONTENT -> ", whose content is unchanged, while its attributes differ";
            case MISSING -> ", which is gone";
            case UNKNOWN -> ", of which it is not known whether it is unchanged";
        };
    }

    /** What the file is, by its first bytes where the snapshot tells them, else by its name; and whether it is signed. */
    private static String kind(StartupEntry entry) {
        Optional<FileDetails> details = entry.target().map(FileItem::details);
        String path = entry.targetPath();
        boolean named = SCRIPTS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        boolean script = details.flatMap(FileDetails::contentType).filter(type -> type == ContentType.SCRIPT).isPresent();
        return (script ? ", a script" : named ? ", a script (by extension)" : "")
                + details.flatMap(FileDetails::signature).map(RowSentence::signed).orElse("");
    }

    private static String signed(Signature signature) {
        return switch (signature.status()) {
            case UNSIGNED -> ", without a signature of its own";
            case VALID -> ", signed by " + quoted(signature.signer());
            case INVALID -> ", with a signature that is not valid";
            case UNREADABLE -> ", with a signature that cannot be read";
        };
    }

    private static String quoted(String text) {
        String shown = Visible.text(text.length() <= MAX_QUOTED_LENGTH ? text : text.substring(0, MAX_QUOTED_LENGTH));
        return "`" + (shown.length() <= MAX_QUOTED_LENGTH && text.length() <= MAX_QUOTED_LENGTH ? shown
                : shown.substring(0, Math.min(shown.length(), MAX_QUOTED_LENGTH)) + "…") + "`";
    }
}
