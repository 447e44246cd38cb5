package org.assay.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Selects locations by a pattern over {@link Location#text}: {@code *} is anything within a component, {@code **} anything at all,
 * {@code ?} one character of a component; {@code /} and {@code \} are the same, and case does not count. Nothing else is special. A
 * separator that belongs to a name, or to what {@link Visible} spells out in it, does not end the component.
 */
public final class Glob {

    /** Stands for a separator within a name; {@link Visible} lets no control character through. */
    private static final char INSIDE = '\1';

    private final Pattern pattern;

    public Glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char next = glob.charAt(at);
            boolean twice = next == '*' && at + 1 < glob.length() && glob.charAt(at + 1) == '*';
            regex.append(switch (next) {
                case '*' -> twice ? ".*" : "[^/]*";
                case '?' -> "[^/]";
                case '/', '\\' -> "[/" + INSIDE + "]";
                default -> Pattern.quote(String.valueOf(next));
            });
            at += twice ? 1 : 0;
        }
        pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Whether the whole text of {@code location} matches. */
    public boolean matches(Location location) {
        return pattern.matcher(text(location)).matches();
    }

    /**
     * Whether something at or below {@code location} may match. Says yes rather too often: a name that is no directory may have nothing
     * below it.
     */
    public boolean mayMatchWithin(Location location) {
        if (matches(location)) {
            return true;
        }
        String text = text(location);
        return switch (location.space()) {
            case FILE -> mayGoOn(text.endsWith("/") ? text : text + "/") || mayGoOn(text + ":");
            case KEY -> mayGoOn(text + "/") || mayGoOn(text + " [");
            case VALUE, STREAM -> false;
        };
    }

    /** Whether a text that begins so may match: more of it was asked for than there is. */
    private boolean mayGoOn(String beginning) {
        Matcher matcher = pattern.matcher(beginning);
        return matcher.matches() || matcher.hitEnd();
    }

    /** As {@link Location#text}, but with the separators between components told from those within. */
    private static String text(Location location) {
        List<String> components = location.components();
        return switch (location.space()) {
            case FILE -> file(components);
            case STREAM -> file(components.subList(0, components.size() - 1)) + ":" + inside(location.name());
            case KEY -> joined(components);
            case VALUE -> joined(components.subList(0, components.size() - 1))
                    + " [" + (location.name().isEmpty() ? "(Default)" : inside(location.name())) + "]";
        };
    }

    private static String file(List<String> components) {
        return joined(components) + (components.size() == 1 && isSlashed(components.getFirst()) ? "/" : "");
    }

    /** The roots {@code /} and {@code C:\} end with the separator that follows them in the paths below. */
    private static boolean isSlashed(String tree) {
        return tree.isEmpty() || tree.endsWith(":");
    }

    private static String joined(List<String> components) {
        return components.stream().map(Glob::inside).collect(Collectors.joining("/"));
    }

    private static String inside(String name) {
        return Visible.text(name).replace('/', INSIDE).replace('\\', INSIDE);
    }
}
