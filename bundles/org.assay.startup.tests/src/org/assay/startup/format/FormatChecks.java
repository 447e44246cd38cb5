package org.assay.startup.format;

import java.util.List;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;

/** What holds of everything that a format reads, whatever the content. */
public final class FormatChecks {

    /** Remarks, labels and users are bounded by the file or, where a format says how much it shows, by this. */
    private static final long MAX_SHOWN_LENGTH = 1000L * 1000;
    private static final long MAX_SHOWN_OF_BYTE = 200;

    private FormatChecks() {
    }

    /** Reads {@code content} twice, as content of {@code format} at any place. */
    static void check(StartupFormat format, byte[] content) {
        FileStarts starts = Places.read(format, content);
        if (!starts.equals(Places.read(format, content)) || format.isInert(content) != format.isInert(content)) {
            throw new AssertionError("the same content is read in two ways");
        }
        check(starts, content.length);
    }

    static void check(FileStarts starts, int length) {
        if (starts.starts().size() > Limits.MAX_COMMAND_COUNT + 1) {
            throw new AssertionError("commands: " + starts.starts().size());
        }
        long shown = starts.problem().map(String::length).orElse(0);
        for (FileStart start : starts.starts()) {
            if (start.command().length() > Limits.MAX_TEXT_LENGTH) {
                throw new AssertionError("units of a command: " + start.command().length());
            }
            shown += start.command().length() + start.label().length() + start.details().raw().length() + start.details().user().length()
                    + start.details().remarks().stream().mapToInt(String::length).sum();
        }
        if (shown > MAX_SHOWN_LENGTH + MAX_SHOWN_OF_BYTE * length) {
            throw new AssertionError("units shown: " + shown + " of " + length + " bytes");
        }
    }

    /** No setting is longer than its file. */
    static void check(String text, List<Setting> settings) {
        for (Setting setting : settings) {
            if (setting.section().length() + setting.name().length() + setting.value().length() > 3 * text.length()) {
                throw new AssertionError("a setting of " + setting + " in " + text.length() + " units");
            }
        }
        if (settings.size() > text.length()) {
            throw new AssertionError("settings: " + settings.size() + " in " + text.length() + " units");
        }
    }
}
