package org.assay.startup.text;

import java.util.Locale;
import java.util.Set;

/** What the names in Windows commands look like. */
public final class ProgramName {

    private static final Set<String> EXTENSIONS = Set.of("exe", "com", "bat", "cmd", "pif", "scr", "vbs", "vbe", "js", "jse", "wsf", "wsh",
            "hta", "ps1", "cpl", "msc", "lnk", "dll", "sys", "msi", "reg", "inf", "ocx", "drv", "vxd", "386",
            "ax", "ime", "acm", "tsp", "efi", "sct", "xll", "wll", "jar", "py",
            "pl", "rb", "sh", "php", "lua", "psm1", "chm", "mof", "xlam", "dotm", "so", "xpi");

    private ProgramName() {
    }

    /** Whether {@code name} ends as the names of programs, scripts and libraries do. */
    public static boolean endsAsProgram(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && name.length() - dot <= 5 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether {@code text} is a GUID in braces, as class ids are written. */
    public static boolean isClassId(String text) {
        return text.length() == 38 && text.charAt(0) == '{' && text.charAt(37) == '}' && text.charAt(9) == '-' && text.charAt(14) == '-'
                && text.substring(1, 37).chars().allMatch(unit -> unit == '-' || Character.digit(unit, 16) >= 0);
    }

    /** Whether {@code word} is a switch of a Windows program: it begins with a slash or a hyphen. */
    public static boolean isSwitch(String word) {
        return word.startsWith("/") || word.startsWith("-");
    }
}
