package org.assay.startup.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.NamePattern;
import org.assay.startup.catalogue.PathTrie;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.ShellGlob;
import org.assay.startup.tree.Steps;

/**
 * Finds files by the paths that commands name: first every path that may matter is asked for, then all files are looked at once.
 *
 * <p>A Windows path is found without case in the tree called like its drive; a tree without a drive's name stands for the system drive. A
 * component {@code *} is any one folder, and a component like {@code PROGRA~1} is also every long name that may have that short name,
 * because snapshots do not hold short names.
 */
public final class TargetSearch {

    /** So many paths are looked for at most; an image that asks for more is hostile. */
    public static final int MAX_PATH_COUNT = 500_000;
    private static final int CROWDED = MAX_PATH_COUNT / 5 * 3;
    private static final int MAX_FOUND_COUNT = 8;
    /** So many files of a folder are told one by one. */
    static final int MAX_FOLDER_COUNT = 200;

    private final Map<Character, PathTrie<Candidate>> drives = new HashMap<>();
    /** By tree. */
    private final Map<String, PathTrie<Candidate>> unix = new HashMap<>();
    private final Map<String, Candidate> candidates = new HashMap<>();
    private final char systemDrive;

    public TargetSearch(char systemDrive) {
        this.systemDrive = systemDrive;
    }

    /** One path that is looked for. */
    public static final class Candidate {

        /** Stands for every path beyond the most that are looked for. */
        static final Candidate TOO_MANY = new Candidate("", 0);

        private final String path;
        private final int limit;
        private final List<FileItem> found = new ArrayList<>(0);
        private Optional<FileItem> exact = Optional.empty();
        private boolean folder;

        private Candidate(String path, int limit) {
            this.path = path;
            this.limit = limit;
        }

        /** The path as it was asked for. */
        String path() {
            return path;
        }

        /** Whether any file or link is there. */
        boolean isFound() {
            return !found.isEmpty();
        }

        /** The file there; empty when several may be meant, because the path is written loosely or names differ in case only. */
        Optional<FileItem> file() {
            return exact.or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
        }

        /** All that is there, of a path that stands for the files of a folder. */
        List<FileItem> files() {
            return List.copyOf(found);
        }

        /** Whether more is there than {@link #files} tells. */
        boolean isCut() {
            return found.size() >= limit;
        }

        /** Whether a directory is there. */
        boolean isFolder() {
            return folder;
        }

        /** Whether it was never looked for, because too many paths were asked for. */
        public boolean isUnknown() {
            return this == TOO_MANY;
        }

        private void found(FileItem item) {
            if (item.kind() == FileKind.DIRECTORY) {
                folder = true;
                return;
            }
            if (found.size() < limit) {
                found.add(item);
            }
            List<String> components = item.location().components();
            if (path.endsWith(item.location().name()) && path.endsWith(String.join("\\", components.subList(1, components.size())))) {
                exact = Optional.of(item);
            }
        }
    }

    /** Whether so many paths have been asked for that what asks for many at once should not. */
    boolean isCrowded() {
        return candidates.size() >= CROWDED;
    }

    /** Asks for a Windows path: a drive's letter, a colon and components, each behind one backslash. */
    public Candidate windows(String path) {
        return ask(path, RegistryName.fold(path), MAX_FOUND_COUNT, () -> drives.computeIfAbsent(RegistryName.fold(path.charAt(0)),
                _ -> new PathTrie<>(RegistryName::fold)), "\\\\", 1);
    }

    /** Asks for a Unix path from the root of {@code tree}, which is not a drive. */
    Candidate unix(String tree, String path) {
        return ask(path, tree + "\0" + path, MAX_FOUND_COUNT, () -> unix.computeIfAbsent(tree,
                _ -> new PathTrie<>(UnaryOperator.identity())), "/", 0);
    }

    /** Asks for the files that lie directly in a folder of Windows, which is written as for {@link #windows}. */
    Candidate windowsFiles(String folder) {
        String path = folder + "\\*";
        return ask(path, RegistryName.fold(path), MAX_FOLDER_COUNT, () -> drives.computeIfAbsent(RegistryName.fold(path.charAt(0)),
                _ -> new PathTrie<>(RegistryName::fold)), "\\\\", 1);
    }

    /** Asks for the files that lie directly in a folder of Unix. */
    Candidate unixFiles(String tree, String folder) {
        String path = folder + "/*";
        return ask(path, tree + "\0" + path, MAX_FOLDER_COUNT, () -> unix.computeIfAbsent(tree,
                _ -> new PathTrie<>(UnaryOperator.identity())), "/", 0);
    }

    private Candidate ask(String path, String key, int limit, Supplier<PathTrie<Candidate>> trie, String separator, int skipped) {
        Candidate known = candidates.get(key);
        if (known == null) {
            if (candidates.size() >= MAX_PATH_COUNT) {
                return Candidate.TOO_MANY;
            }
            known = new Candidate(path, limit);
            candidates.put(key, known);
            List<NamePattern> names = new ArrayList<>();
            String[] components = key.substring(key.indexOf('\0') + 1).split(separator);
            for (int at = skipped; at < components.length; at++) {
                if (!components[at].isEmpty()) {
                    names.add(skipped == 0 ? unixName(components[at]) : name(components[at]));
                }
            }
            trie.get().add(names, known);
        }
        return known;
    }

    /** An asterisk alone is any folder: so a shell reads it, and so {@link Homes} writes what it does not know. */
    private static NamePattern unixName(String component) {
        return component.equals("*") ? NamePattern.any() : component.equals("**") ? NamePattern.anyDepth()
                : ShellGlob.isOne(component) ? NamePattern.tested(component, new ShellGlob(component)) : NamePattern.literal(component);
    }

    private static NamePattern name(String component) {
        return component.equals("*") ? NamePattern.any()
                : ShortName.isShort(component) ? NamePattern.tested(component, name -> ShortName.mayBe(component, name))
                : NamePattern.literal(component);
    }

    /** Looks at every file of {@code view} once. */
    public void run(SnapshotView view, Progress progress) {
        if (candidates.isEmpty()) {
            return;
        }
        progress.begin("Looking for the files that they start");
        Map<Character, PathTrie.Walk<Candidate>> walks = new HashMap<>();
        drives.forEach((drive, trie) -> walks.put(drive, trie.walk()));
        Map<String, PathTrie.Walk<Candidate>> unixWalks = new HashMap<>();
        unix.forEach((tree, trie) -> unixWalks.put(tree, trie.walk()));
        try (ItemStream items = view.items()) {
            Steps steps = new Steps(progress);
            while (items.hasNext()) {
                Item item = items.next();
                if (!(item instanceof FileItem file)) {
                    break;
                }
                List<String> components = file.location().components();
                boolean isDrive = DriveName.isOne(components.getFirst());
                PathTrie.Walk<Candidate> walk = walks.get(isDrive ? RegistryName.fold(components.getFirst().charAt(0)) : systemDrive);
                if (walk != null) {
                    walk.to(components, 1, components.size()).values().forEach(each -> each.found(file));
                }
                PathTrie.Walk<Candidate> unixWalk = unixWalks.get(components.getFirst());
                if (unixWalk != null) {
                    unixWalk.to(components, 1, components.size()).values().forEach(each -> each.found(file));
                }
                steps.step();
            }
            steps.end();
        }
    }
}
