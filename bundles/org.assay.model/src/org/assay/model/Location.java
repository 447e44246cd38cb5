package org.assay.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.assay.model.text.FileName;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;
import org.assay.model.text.Visible;

/**
 * Where an item is, as components, normalised so that the same thing on two machines meets.
 *
 * <p>File components carry the name's exact bytes as {@link FileName} says; registry components are the name's exact UTF-16 units. A
 * component may hold anything, separators and NUL included; text is made at the edge by {@link #text}.
 */
public record Location(Space space, List<String> components) {

    /**
     * The order in which a snapshot's items are stored: files before registry, then component by component, a parent before what it holds,
     * a value before a key and a stream before a file of the same name. Everything below a location follows it without a break. Registry
     * names are compared without case and file names exactly; locations that compare as 0 are the same place.
     */
    public static final Comparator<Location> ORDER = Location::order;

    public Location {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("a location has at least one component");
        }
    }

    /** The root of a tree that was given {@code name}; a single letter is a drive, whatever its case. */
    public static Location ofTree(String name) {
        return file(name.matches("[A-Za-z]:?[/\\\\]?") ? name.substring(0, 1).toUpperCase(Locale.ROOT) + ":" : name);
    }

    /** A place in the tree {@code tree}; no {@code names} means the tree's root. */
    public static Location file(String tree, String... names) {
        List<String> components = new ArrayList<>(names.length + 1);
        components.add(tree);
        components.addAll(List.of(names));
        return new Location(Space.FILE, components);
    }

    /** A registry key, the root's short name first. */
    public static Location key(String... names) {
        return new Location(Space.KEY, List.of(names));
    }

    /** The value {@code name} of this key; empty for its default value. */
    public Location value(String name) {
        return child(Space.VALUE, name);
    }

    /** The alternate data stream {@code name} of this file or directory. */
    public Location stream(String name) {
        return child(Space.STREAM, name);
    }

    /** What is called {@code name} directly below this file or key. */
    public Location child(String name) {
        return child(space, name);
    }

    private Location child(Space childSpace, String name) {
        String[] below = components.toArray(new String[components.size() + 1]);
        below[components.size()] = name;
        return new Location(childSpace, List.of(below));
    }

    /** The last component. */
    public String name() {
        return components.getLast();
    }

    /** Whether this is {@code other} or lies below it. */
    public boolean isWithin(Location other) {
        int depth = other.components.size();
        if (space.isFile() != other.space.isFile() || components.size() < depth) {
            return false;
        }
        if (components.size() == depth ? space != other.space : other.space.isLeaf()) {
            return false;
        }
        for (int at = 0; at < depth; at++) {
            if (compareNames(components.get(at), other.components.get(at)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether both name the same place; registry names without case. */
    public boolean sameAs(Location other) {
        return order(this, other) == 0;
    }

    /**
     * For people: {@code C:\WINDOWS\win.ini}, {@code C:\a.txt:stream}, {@code /etc/passwd}, {@code HKLM\Software\X}, {@code HKLM\Software\X
     * [value]}. Made visible by {@link Visible}; not reversible.
     */
    public String text() {
        return Visible.text(switch (space) {
            case FILE -> file(components);
            case KEY -> String.join("\\", components);
            case VALUE -> String.join("\\", components.subList(0, components.size() - 1))
                    + " [" + (name().isEmpty() ? "(Default)" : name()) + "]";
            case STREAM -> file(components.subList(0, components.size() - 1)) + ":" + name();
        });
    }

    private static String file(List<String> components) {
        String tree = components.isEmpty() ? "" : components.getFirst();
        if (tree.endsWith(":")) {
            return components.size() == 1 ? tree + "\\" : String.join("\\", components);
        }
        return components.size() == 1 && tree.isEmpty() ? "/" : String.join("/", components);
    }

    @Override
    public String toString() {
        return text();
    }

    private static int order(Location one, Location two) {
        if (one.space.isFile() != two.space.isFile()) {
            return one.space.isFile() ? -1 : 1;
        }
        int shared = Math.min(one.components.size(), two.components.size());
        for (int at = 0; at < shared; at++) {
            String name = one.components.get(at);
            String other = two.components.get(at);
            int difference = name == other ? 0 : one.compareNames(name, other);
            if (difference != 0) {
                return difference;
            }
        }
        int longer = Integer.compare(one.components.size(), two.components.size());
        return longer != 0 ? longer : two.space.compareTo(one.space);
    }

    private int compareNames(String one, String two) {
        return space.isFile() ? one.compareTo(two) : RegistryName.compare(one, two);
    }
}
