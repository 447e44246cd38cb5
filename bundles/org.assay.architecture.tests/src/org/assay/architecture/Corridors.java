package org.assay.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages of a room in the order that the {@code package-info} of its root states as a list, top first: each may use only those that
 * come later. An item is {@code <li>{@code name}: one line}, with {@code .} for the root, which is on top where the list leaves it out.
 * What others may see beside the root says "exported" in its line.
 *
 * @param names top first, without the room's own name; the root is {@code .}
 * @param exported those that other rooms may see, the root among them
 */
record Corridors(String room, List<String> names, Set<String> exported) {

    static final String ROOT = ".";

    private static final Pattern LIST = Pattern.compile("<ol>(.*?)</ol>", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("<li>\\s*\\{@code ([a-z0-9.]+)}(.*?)(?=<li>|$)", Pattern.DOTALL);

    static Corridors stated(String room, String packageInfo) {
        List<String> names = new ArrayList<>();
        Set<String> exported = new TreeSet<>(Set.of(ROOT));
        Matcher list = LIST.matcher(packageInfo);
        if (list.find()) {
            for (Matcher item = ITEM.matcher(list.group(1)); item.find();) {
                names.add(item.group(1));
                if (item.group(2).contains("exported")) {
                    exported.add(item.group(1));
                }
            }
        }
        if (!names.contains(ROOT)) {
            names.addFirst(ROOT);
        }
        return new Corridors(room, List.copyOf(names), Set.copyOf(exported));
    }

    /** The name in the list of the package of {@code className}, a class of this room. */
    String of(String className) {
        String root = "org.assay." + room;
        String held = BuiltClass.packageOf(className);
        return held.equals(root) ? ROOT : held.substring(root.length() + 1);
    }

    boolean mayUse(String from, String to) {
        return from.equals(to) || names.indexOf(from) < names.indexOf(to);
    }

    /** The full name of a package of the list. */
    String full(String name) {
        return name.equals(ROOT) ? "org.assay." + room : "org.assay." + room + "." + name;
    }
}
