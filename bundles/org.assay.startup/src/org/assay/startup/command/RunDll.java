package org.assay.startup.command;

import java.util.List;
import java.util.Locale;

import org.assay.startup.text.CommandWords;

/** What {@code rundll32} starts: a library, or what a function of a system library starts in turn. */
public final class RunDll {

    private RunDll() {
    }

    /** Reads {@code library,function arguments}; the library may be quoted and lack its extension. */
    static List<HostedTarget> targets(String rest) {
        String text = rest.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("javascript:") || lower.startsWith("vbscript:")) {
            return List.of(HostedTarget.Decided.SCRIPT);
        }
        int close = text.startsWith("\"") ? text.indexOf('"', 1) : -1;
        int comma = text.indexOf(',', Math.max(close, 0));
        int blank = close >= 0 ? -1 : text.indexOf(' ');
        int end = comma >= 0 ? comma : close >= 0 ? close + 1 : blank >= 0 ? blank : text.length();
        String library = CommandWords.unquoted(text.substring(0, end));
        if (library.isBlank()) {
            return List.of();
        }
        CommandWords.Split call = CommandWords.first(comma >= 0 ? text.substring(comma + 1) : text.substring(end));
        String name = library.toLowerCase(Locale.ROOT);
        name = name.substring(name.lastIndexOf('\\') + 1);
        String stem = name.endsWith(".dll") ? name.substring(0, name.length() - 4) : name;
        List<HostedTarget> inner = inner(stem, call.word().toLowerCase(Locale.ROOT),
                call.rest());
        return inner.isEmpty() ? List.of(new HostedTarget.Library(library)) : inner;
    }

    /** What system libraries start; empty for every other library, which then is what starts. */
    private static List<HostedTarget> inner(String library, String function, String arguments) {
        return switch (library + "," + (function.endsWith("a") || function.endsWith("w") ? function.substring(0, function.length() - 1)
                : function)) {
            case "shell32,control_rundll", "shell32,control_rundllasuser" -> controlPanel(arguments);
            case "shell32,shellexec_rundll", "url,openurl", "url,fileprotocolhandler", "ieframe,openurl", "shdocvw,openurl",
                 "zipfldr,routethecall", "pcwutl,launchapplication" -> HostedTarget.line(arguments);
            case "advpack,launchinfsection", "advpack,launchinfsectionex", "advpack,registerocx", "ieadvpack,launchinfsection",
                 "syssetup,setupinfobjectinstallaction" -> HostedTarget.name(upToComma(arguments));
            case "setupapi,installhinfsection" -> HostedTarget.name(thirdWord(arguments));
            case "mshtml,runhtmlapplication" -> List.of(HostedTarget.Decided.SCRIPT);
            default -> List.of();
        };
    }

    private static List<HostedTarget> controlPanel(String arguments) {
        String name = CommandWords.first(arguments).word();
        return name.isEmpty() ? List.of() : List.of(new HostedTarget.Library(upToComma(name)));
    }

    private static String upToComma(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? text : text.substring(0, comma);
    }

    /** Section and reboot mode stand before the file, which may hold blanks. */
    private static String thirdWord(String arguments) {
        return CommandWords.first(CommandWords.first(arguments).rest()).rest();
    }
}
