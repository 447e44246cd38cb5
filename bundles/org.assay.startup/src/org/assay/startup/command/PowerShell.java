package org.assay.startup.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.assay.model.startup.TargetOutcome;
import org.assay.startup.text.CommandWords;
import org.assay.startup.text.Limits;
import org.assay.startup.text.ProgramName;

/** What {@code powershell} and {@code pwsh} start (Microsoft Learn, "about_PowerShell_exe"). */
public final class PowerShell {

    /** Switches that take a value, and how short each may be written. */
    private static final Set<String> WITH_VALUE = Set.of("executionpolicy", "ep", "ex", "windowstyle", "version", "psconsolefile",
            "inputformat", "outputformat", "configurationname", "workingdirectory", "settingsfile", "custompipename");

    /** They begin a switch as a hyphen does (PowerShell's source, {@code SpecialCharacters.IsDash}). */
    private static final String DASHES = "\u2013\u2014\u2015";

    private PowerShell() {
    }

    /** Reads the arguments. */
    static List<HostedTarget> targets(String rest) {
        String text = rest;
        while (!text.isEmpty()) {
            CommandWords.Split split = CommandWords.first(text);
            String word = split.word();
            if (word.length() < 2 || !ProgramName.isSwitch(word) && DASHES.indexOf(word.charAt(0)) < 0) {
                return script(text);
            }
            String name = word.substring(1).toLowerCase(Locale.ROOT);
            if ("file".startsWith(name)) {
                return HostedTarget.name(CommandWords.first(split.rest()).word());
            }
            if ("encodedcommand".startsWith(name) || name.equals("ec")) {
                return encoded(CommandWords.first(split.rest()).word());
            }
            if ("command".startsWith(name)) {
                return script(split.rest());
            }
            text = takesValue(name) ? CommandWords.first(split.rest()).rest() : split.rest();
        }
        return List.of();
    }

    /** A command that is nothing but a program or script file starts that file; anything else is a script in the command line. */
    private static List<HostedTarget> script(String text) {
        String command = withoutQuotes(text.strip());
        if (command.startsWith("&") || command.startsWith(". ")) {
            command = command.substring(1).strip();
        }
        String first = command.startsWith("'") && command.indexOf('\'', 1) > 0 ? command.substring(1, command.indexOf('\'', 1))
                : CommandWords.first(command).word();
        boolean whole = ProgramName.endsAsProgram(command) && isPath(command);
        return whole ? HostedTarget.name(command) : ProgramName.endsAsProgram(first) && isPath(first) ? HostedTarget.name(first)
                : command.isEmpty() ? List.of() : List.of(HostedTarget.Decided.SCRIPT);
    }

    private static boolean isPath(String text) {
        return text.chars().noneMatch(unit -> "|;(){}$=`".indexOf(unit) >= 0);
    }

    private static String withoutQuotes(String text) {
        return text.indexOf('"', 1) == text.length() - 1 ? CommandWords.unquoted(text) : text;
    }

    private static List<HostedTarget> encoded(String base64) {
        try {
            byte[] decoded = Base64.getMimeDecoder().decode(base64);
            String text = Limits.cut(new String(decoded, 0, decoded.length & ~1, StandardCharsets.UTF_16LE));
            return script(text).stream().map(target -> target.equals(HostedTarget.Decided.SCRIPT)
                    ? new HostedTarget.Decided(TargetOutcome.INLINE_SCRIPT, "", "Its encoded command reads: " + text) : target).toList();
        } catch (IllegalArgumentException e) {
            return List.of(new HostedTarget.Decided(TargetOutcome.UNPARSED, "", "Its encoded command is not Base64."));
        }
    }

    private static boolean takesValue(String name) {
        return name.length() > 1 && WITH_VALUE.stream().anyMatch(whole -> whole.startsWith(name)) || name.equals("w") || name.equals("v");
    }
}
