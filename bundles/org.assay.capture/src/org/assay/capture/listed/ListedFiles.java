package org.assay.capture.listed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Remark;

/**
 * Takes the files of a list and hands them on as items of a tree. Which parts of the machine the list stands for follows from it: each
 * outermost directory that it names or, where it names none, what the files of one first-level directory have in common.
 */
public final class ListedFiles {

    private static final int MAX_PROBLEM_COUNT = 1000;
    private static final int MAX_NAMED_COUNT = 5;

    private final ItemSink sink;
    private final Location root;
    private final String prefix;
    private final Duration timeStep;
    private final TreeSet<Location> directories = new TreeSet<>(Location.ORDER);
    private final Map<List<String>, List<String>> common = new HashMap<>();
    private boolean namesDirectories;
    private long problems;
    private long elsewhere;

    /**
     * @param name what the tree is called; behind {@code @} the folder that the list has for its root
     * @param timeStep what modification times in such a list are multiples of
     */
    public ListedFiles(String name, Duration timeStep, ItemSink sink) {
        int at = name.indexOf('@');
        this.root = Location.ofTree(at < 0 ? name : name.substring(0, at));
        this.prefix = at < 0 ? "" : name.substring(at + 1).replace('\\', '/').replaceAll("/+$", "");
        this.timeStep = timeStep;
        this.sink = sink;
    }

    void add(ListedFile file) {
        String path = file.path();
        boolean drive = path.length() > 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0)) && path.charAt(0) < 0x80;
        String plain = drive || root.name().endsWith(":") ? path.replace('\\', '/') : path;
        if (!prefix.isEmpty() && !plain.equals(prefix) && !plain.startsWith(prefix + "/")) {
            elsewhere++;
            return;
        }
        String below = plain.substring(prefix.isEmpty() ? drive ? 2 : 0 : prefix.length());
        place(drive && prefix.isEmpty() ? Location.ofTree(plain.substring(0, 1).toUpperCase(Locale.ROOT)) : root, below)
                .ifPresentOrElse(where -> add(file, where, path.startsWith("./") || path.equals(".")),
                        () -> problem("the path " + path + " leads out of the tree"));
    }

    private void add(ListedFile file, Location where, boolean relative) {
        if (relative) {
            directories.add(Location.file(where.components().getFirst()));
            namesDirectories = true;
        }
        if (file.kind() == FileKind.DIRECTORY) {
            namesDirectories = true;
            if (directories.isEmpty() || Optional.ofNullable(directories.floor(where)).filter(where::isWithin).isEmpty()) {
                directories.add(where);
            }
        } else {
            List<String> folder = where.components().subList(0, Math.max(1, where.components().size() - 1));
            common.merge(folder.subList(0, Math.min(2, folder.size())), folder, ListedFiles::shared);
        }
        sink.item(file.item(where));
    }

    private static List<String> shared(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return one.subList(0, same);
    }

    private static Optional<Location> place(Location tree, String path) {
        List<String> names = new ArrayList<>(tree.components());
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                return Optional.empty();
            }
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(ListedFile.name(name));
            }
        }
        return Optional.of(new Location(tree.space(), names));
    }

    /** Tells what could not be understood, a phrase. */
    void problem(String what) {
        if (++problems <= MAX_PROBLEM_COUNT) {
            sink.gap(new Gap(root, GapReason.DAMAGED, what));
        }
    }

    /** Hands on what the list stands for. */
    public void finish() {
        List<Location> tops = new ArrayList<>();
        if (namesDirectories) {
            directories.stream().filter(top -> tops.isEmpty() || !top.isWithin(tops.getLast())).forEach(tops::add);
        } else {
            common.values().stream().map(folder -> new Location(root.space(), folder)).sorted(Location.ORDER)
                    .filter(top -> tops.isEmpty() || !top.isWithin(tops.getLast())).forEach(tops::add);
        }
        tops.forEach(top -> sink.area(new Area(top, top.components().getFirst().endsWith(":"), timeStep)));
        String named = tops.stream().limit(MAX_NAMED_COUNT).map(Location::text).collect(Collectors.joining(", "))
                + (tops.size() > MAX_NAMED_COUNT ? " and " + (tops.size() - MAX_NAMED_COUNT) + " more" : "");
        sink.remark(new Remark(root, "this is a list that another tool made; it is taken to stand for "
                + (tops.isEmpty() ? "nothing, for it names no file" : "all of " + named) + ", and what it left out there looks new"));
        if (elsewhere > 0) {
            sink.remark(new Remark(root, String.format(Locale.ROOT, "%,d of its paths are not below %s and were left out", elsewhere,
                    prefix)));
        }
        if (problems > MAX_PROBLEM_COUNT) {
            sink.gap(new Gap(root, GapReason.DAMAGED, String.format(Locale.ROOT, "and %,d more lines that could not be understood",
                    problems - MAX_PROBLEM_COUNT)));
        }
    }
}
