package org.assay.startup.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.text.Space;

/** What a name means that stands in a settings file, where it names another file: by the file's own place. */
public final class IncludedPath {

    private static final int MAX_COMPONENT_COUNT = 64;
    private static final int MAX_LENGTH = 4096;

    private IncludedPath() {
    }

    /**
     * The place that {@code name}, which stands in {@code file}, means: from the root, a drive or the home of the file's owner, else beside
     * the file. Its components may hold wildcards. Empty where only a running program can tell.
     */
    public static Optional<Location> of(Location file, String name) {
        List<String> own = file.components();
        boolean drive = DriveName.isOne(own.getFirst());
        String plain = (drive ? name.replace("\\\\", "/").replace('\\', '/') : name).strip();
        for (String home : List.of("$HOME/", "${HOME}/", "~/")) {
            plain = plain.startsWith(home) ? "~/" + plain.substring(home.length()) : plain;
        }
        if (plain.isEmpty() || plain.length() > MAX_LENGTH || plain.indexOf('\0') >= 0 || plain.indexOf('$') >= 0
                || plain.indexOf('`') >= 0) {
            return Optional.empty();
        }
        if (plain.startsWith("~/")) {
            return home(own).flatMap(home -> place(home, name.substring(name.indexOf('/') + 1)));
        }
        if (drive && plain.length() > 2 && DriveName.isOne(plain.substring(0, 2)) && plain.charAt(2) == '/') {
            return place(List.of(plain.substring(0, 1).toUpperCase(Locale.ROOT) + ":"), plain.substring(3));
        }
        return plain.startsWith("/") ? place(List.of(own.getFirst()), plain) : place(own.subList(0, own.size() - 1), plain);
    }

    /** The home of whose file this is; root's where it is nobody's. */
    private static Optional<List<String>> home(List<String> own) {
        boolean users = own.size() > 3 && (own.get(1).equals("home") || own.get(1).equalsIgnoreCase("Users"));
        return users ? Optional.of(own.subList(0, 3)) : DriveName.isOne(own.getFirst()) ? Optional.empty()
                : Optional.of(List.of(own.getFirst(), "root"));
    }

    private static Optional<Location> place(List<String> from, String path) {
        List<String> all = new ArrayList<>(from);
        for (String component : Arrays.asList(path.split("/"))) {
            if (component.equals("..")) {
                if (all.size() > 1) {
                    all.removeLast();
                }
            } else if (!component.isEmpty() && !component.equals(".")) {
                all.add(component);
            }
        }
        return all.size() < 2 || all.size() > MAX_COMPONENT_COUNT ? Optional.empty() : Optional.of(new Location(Space.FILE, all));
    }
}
