package org.assay.app.content;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;

/**
 * Commands that PowerShell is given in base64, wherever they stand in a text: UTF-16LE behind {@code -EncodedCommand}, any beginning of
 * that word, or {@code -ec} (Microsoft Learn, "about_PowerShell_exe"). PowerShell takes a slash and three kinds of dashes for the hyphen,
 * too.
 */
final class EncodedCommand {

    private static final String PARAMETER = "encodedcommand";
    private static final String SHORT = "ec";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<!\\w)[-/\u2013\u2014\u2015]([A-Za-z]{1,14})(?:\\s++|:)[\"']?([A-Za-z0-9+/]{16,}+)={0,2}");

    private EncodedCommand() {
    }

    /** The commands in {@code text}, at most {@code most}. What reads as no command is left out: {@code -e} means many things. */
    static List<Decoded> in(String text, int most) {
        List<Decoded> commands = new ArrayList<>();
        Matcher written = WRITTEN.matcher(text);
        while (commands.size() < most && written.find()) {
            String name = written.group(1).toLowerCase(Locale.ROOT);
            String digits = written.group(2);
            if ((PARAMETER.startsWith(name) || name.equals(SHORT)) && digits.length() % 4 != 1) {
                String command = ValueType.units(Bytes.copyOf(Base64.getDecoder().decode(digits)));
                if (isCommand(command)) {
                    commands.add(new Decoded(written.start(), written.end(), "PowerShell, -" + written.group(1), command));
                }
            }
        }
        return commands;
    }

    /** Its syntax is ASCII, whatever its names and texts are. */
    private static boolean isCommand(String text) {
        return text.chars().filter(unit -> unit >= ' ' && unit < 0x7f || unit == '\t' || unit == '\r' || unit == '\n').count() * 2
                >= text.length();
    }
}
