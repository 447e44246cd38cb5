package org.assay.startup.command;

import java.util.List;
import java.util.Locale;

import org.assay.startup.text.Words;

/** What {@code rundll32} starts: a library, or what a function of a system library starts in turn. */
public final class RunDll {

    private RunDll() {
    }

    /** Reads {@code library,function arguments}; the library may be quoted and lack its extension. */
    static List<Part> parts(String rest) {
        String text = rest.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("javascript:") || lower.startsWith("vbscript:")) {
            return List.of(Part.Settled.SCRIPT);
        }
        int close = text.startsWith("\"") ? text.indexOf('"', 1) : -1;
        int comma = text.indexOf(',', Math.max(close, 0));
        int blank = close >= 0 ? -1 : text.indexOf(' ');
        int end = comma >= 0 ? comma : close >= 0 ? close + 1 : blank >= 0 ? blank : text.length();
        String library = Words.unquoted(text.substring(0, end));
        if (library.isBlank()) {
            return List.of();
        }
        Words.Split call = Words.first(comma >= 0 ? text.substring(comma + 1) : text.substring(end));
        String name = library.toLowerCase(Locale.ROOT);
        name = name.substring(name.lastIndexOf('\\') + 1);
        List<Part> inner = inner(name.endsWith(".dll") ? name.substring(0, name.length() - 4) : name, call.word().toLowerCase(Locale.ROOT),
                call.rest());
        return inner.isEmpty() ? List.of(new Part.Library(library)) : inner;
    }

    /** What system libraries start; empty for every other library, which then is what starts. */
    private static List<Part> inner(String library, String function, String arguments) {
        return switch (library + "," + (function.endsWith("a") || function.endsWith("w") ? function.substring(0, function.length() - 1)
                : function)) {
            case "shell32,control_rundll", "shell32,control_rundllasuser" -> controlPanel(arguments);
            case "shell32,shellexec_rundll", "url,openurl", "url,fileprotocolhandler", "ieframe,openurl", "shdocvw,openurl",
                 "zipfldr,routethecall", "pcwutl,launchapplication" -> Part.line(arguments);
            case "advpack,launchinfsection", "advpack,launchinfsectionex", "advpack,registerocx", "ieadvpack,launchinfsection",
                 "syssetup,setupinfobjectinstallaction" -> Part.name(upToComma(arguments));
            case "setupapi,installhinfsection" -> Part.name(thirdWord(arguments));
            case "mshtml,runhtmlapplication" -> List.of(Part.Settled.SCRIPT);
            default -> List.of();
        };
    }

    private static List<Part> controlPanel(String arguments) {
        String name = Words.first(arguments).word();
        return name.isEmpty() ? List.of() : List.of(new Part.Library(upToComma(name)));
    }

    private static String upToComma(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? text : text.substring(0, comma);
    }

    /** Section and reboot mode stand before the file, which may hold blanks. */
    private static String thirdWord(String arguments) {
        return Words.first(Words.first(arguments).rest()).rest();
    }
}
