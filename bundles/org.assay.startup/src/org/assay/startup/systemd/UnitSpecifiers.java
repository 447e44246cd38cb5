package org.assay.startup.systemd;

import java.util.Optional;

import org.assay.startup.text.Limits;

/**
 * What stands behind a percent sign in a unit (systemd.unit(5), "Specifiers"), as far as the unit's name, its file and its manager tell.
 *
 * @param name the unit, an instance where it is one
 * @param manager {@code system}, {@code user} for all users, or a user's home without the slash before it
 * @param path the unit's file in its tree
 */
record UnitSpecifiers(UnitName name, String manager, String path) {

    /** What only the machine or its running system tells: names, identifiers, versions, users. */
    private static final String OF_MACHINE = "aAbBHlmMoqvwWUGug";

    /** {@code text} with its specifiers filled in; one that only the machine tells is any folder or file, one that is not known stays. */
    String fill(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        for (int at = 0; at < text.length() && filled.length() < Limits.MAX_TEXT_LENGTH; at++) {
            char next = text.charAt(at);
            if (next != '%' || at + 1 == text.length()) {
                filled.append(next);
            } else {
                char specifier = text.charAt(++at);
                boolean whole = at > 1 && text.charAt(at - 2) == '/' && (at + 1 == text.length() || text.charAt(at + 1) == '/');
                filled.append(value(specifier).orElse(whole && OF_MACHINE.indexOf(specifier) >= 0 ? "*" : "%" + specifier));
            }
        }
        return filled.toString();
    }

    private Optional<String> value(char specifier) {
        boolean system = manager.equals("system");
        return switch (specifier) {
            case '%' -> Optional.of("%");
            case 'i' -> name.instance().filter(text -> !text.isEmpty());
            case 'I' -> name.instance().filter(text -> !text.isEmpty()).map(UnitSpecifiers::unescaped);
            case 'j' -> Optional.of(last(name.prefix()));
            case 'J' -> Optional.of(unescaped(last(name.prefix())));
            case 'n' -> Optional.of(name.text());
            case 'N' -> Optional.of(name.stem());
            case 'p' -> Optional.of(name.prefix());
            case 'P' -> Optional.of(unescaped(name.prefix()));
            case 'f' -> Optional.of("/" + unescaped(name.instance().filter(text -> !text.isEmpty()).orElse(name.prefix())));
            case 'y' -> Optional.of(path);
            case 'Y' -> Optional.of(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
            case 'h' -> Optional.of(home());
            case 'u' -> system ? Optional.of("root") : user();
            case 'U', 'G' -> system ? Optional.of("0") : Optional.empty();
            case 'g' -> system ? Optional.of("root") : user();
            case 's' -> Optional.of("/bin/sh");
            case 't' -> Optional.of(system ? "/run" : "/run/user/*");
            case 'S' -> Optional.of(system ? "/var/lib" : home() + "/.local/state");
            case 'C' -> Optional.of(system ? "/var/cache" : home() + "/.cache");
            case 'L' -> Optional.of(system ? "/var/log" : home() + "/.local/state/log");
            case 'E' -> Optional.of(system ? "/etc" : home() + "/.config");
            case 'D' -> Optional.of(system ? "/usr/share" : home() + "/.local/share");
            case 'T' -> Optional.of("/tmp");
            case 'V' -> Optional.of("/var/tmp");
            default -> Optional.empty();
        };
    }

    /** A tilde, which stands for any home, where the unit is every user's. */
    private String home() {
        boolean own = !manager.equals("system") && !manager.equals("user") && !manager.startsWith("run/");
        return manager.equals("system") ? "/root" : own ? "/" + manager : "~";
    }

    private Optional<String> user() {
        String home = home();
        return home.equals("~") ? Optional.empty() : Optional.of(last(home.replace('/', '-')));
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf('-') + 1);
    }

    /** As systemd-escape(1) undoes it: a hyphen is a slash, {@code \x2d} a hyphen. */
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean code = text.startsWith("\\x", at) && at + 3 < text.length() && Character.digit(text.charAt(at + 2), 16) >= 0
                    && Character.digit(text.charAt(at + 3), 16) >= 0;
            plain.append(code ? (char) Integer.parseInt(text.substring(at + 2, at + 4), 16) : text.charAt(at) == '-' ? '/'
                    : text.charAt(at));
            at += code ? 3 : 0;
        }
        return plain.toString();
    }
}
