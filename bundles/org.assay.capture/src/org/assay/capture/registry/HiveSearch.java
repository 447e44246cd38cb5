package org.assay.capture.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.capture.file.CaselessTree;
import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.Gaps;
import org.assay.capture.file.NoAnswerException;
import org.assay.capture.file.CaselessTree.Entry;
import org.assay.model.Location;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Remark;
import org.assay.model.text.RegistryName;

/**
 * Finds the registry of the Windows machine in a tree. What stands where a hive belongs and is none that can be read is a gap at its place
 * in the registry. Of two files that claim one place the first keeps it.
 */
final class HiveSearch {

    /** The names that Windows gives its own folder, the most usual first; it may be called otherwise. */
    private static final List<String> WINDOWS = List.of("WINDOWS", "WINNT", "WIN98", "WIN95", "WINME");
    /** Since Windows Vista these are links to folders that are looked into anyway. */
    private static final Set<String> USUAL_LINKS = Set.of("DOCUMENTS AND SETTINGS", "LOCAL SETTINGS", "APPLICATION DATA", "ALL USERS",
            "DEFAULT USER");

    private final List<HiveFile> found = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    /** What has each place. */
    private final Map<Location, String> claimed = new TreeMap<>(Location.ORDER);
    private final Set<Location> seen = new HashSet<>();
    private final Set<Location> passed = new HashSet<>();
    private Optional<HiveFile> first = Optional.empty();

    /** Says that {@code owner} has {@code place}, so that no file in a tree gets it. */
    void claim(Location place, String owner) {
        claimed.put(place, owner);
    }

    /** Whether something has {@code place}. */
    boolean isClaimed(Location place) {
        return claimed.containsKey(place);
    }

    /** Searches one more tree. */
    void search(EvidenceTree root) {
        CaselessTree tree = new CaselessTree(root);
        Entry top = tree.top();
        for (Entry folder : windowsFolders(tree, top)) {
            HivePlaces.belowWindows().forEach(rule -> follow(tree, folder, rule));
        }
        HivePlaces.belowRoot().forEach(rule -> follow(tree, top, rule));
    }

    /** Looks into the profile folder at {@code path} below the tree's root, where the machine says that {@code user} has it. */
    void searchProfile(EvidenceTree root, List<String> path, String user) {
        CaselessTree tree = new CaselessTree(root);
        HivePlaces.inProfile(path, user).forEach(rule -> follow(tree, tree.top(), rule));
    }

    /** What was found since this was asked last, in the order in which it is to be read. */
    List<HiveFile> take() {
        List<HiveFile> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    List<Gap> gaps() {
        return gaps.stream().distinct().toList();
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    private List<Entry> windowsFolders(CaselessTree tree, Entry top) {
        List<Entry> folders = new ArrayList<>();
        for (Entry entry : list(tree, top, Location.key("HKLM"))) {
            int rank = WINDOWS.indexOf(RegistryName.fold(entry.name()));
            if (rank >= 0 && entry.kind() == FileKind.LINK) {
                gap(Location.key("HKLM"), entry);
            } else if (entry.kind() == FileKind.DIRECTORY && (rank >= 0 || holdsHives(tree, entry))) {
                folders.add(entry);
            }
        }
        folders.sort((one, two) -> Integer.compare(rank(one), rank(two)));
        return folders;
    }

    private static int rank(Entry folder) {
        int rank = WINDOWS.indexOf(RegistryName.fold(folder.name()));
        return rank < 0 ? WINDOWS.size() : rank;
    }

    private static boolean holdsHives(CaselessTree tree, Entry folder) {
        try {
            for (Entry system : tree.named(folder, "System32")) {
                if (system.kind() == FileKind.DIRECTORY && !tree.named(system, "config").isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // The walk over the files tells of a folder that cannot be listed; nothing says that this one is Windows' own.
            return false;
        }
    }

    private void follow(CaselessTree tree, Entry from, HivePlaces.Rule rule) {
        follow(tree, from, rule, 0, HivePlaces.ANY);
    }

    private void follow(CaselessTree tree, Entry from, HivePlaces.Rule rule, int depth, String any) {
        String name = rule.path().get(depth);
        boolean wild = name.equals(HivePlaces.ANY);
        for (Entry entry : list(tree, from, place(rule, any))) {
            if (!wild && RegistryName.compare(entry.name(), name) != 0) {
                continue;
            }
            String chosen = wild ? entry.name() : any;
            FileKind kind = entry.kind();
            if (depth == rule.path().size() - 1) {
                take(tree, entry, place(rule, chosen), rule.old());
            } else if (kind == FileKind.DIRECTORY) {
                follow(tree, entry, rule, depth + 1, chosen);
            } else if (kind == FileKind.LINK && !USUAL_LINKS.contains(RegistryName.fold(entry.name()))) {
                gap(place(rule, chosen), entry);
            }
        }
    }

    /** The place of a rule; as much of it as is known while no folder stands for "any". */
    private static Location place(HivePlaces.Rule rule, String any) {
        List<String> names = new ArrayList<>();
        for (String name : rule.place()) {
            if (name.equals(HivePlaces.ANY) && any.equals(HivePlaces.ANY)) {
                break;
            }
            names.add(name.equals(HivePlaces.ANY) ? any : name);
        }
        return Location.key(names.toArray(String[]::new));
    }

    private List<Entry> list(CaselessTree tree, Entry folder, Location place) {
        try {
            return tree.list(folder);
        } catch (IOException e) {
            gaps.add(new Gap(place, e instanceof NoAnswerException ? GapReason.NO_ANSWER : GapReason.READ_ERROR,
                    "whether it has a hive is not known: the folder " + folder.where() + " cannot be listed: " + Gaps.reason(e)));
            return List.of();
        }
    }

    private void take(CaselessTree tree, Entry entry, Location place, boolean old) {
        if (!seen.add(entry.where())) {
            return;
        }
        if (entry.kind() != FileKind.FILE) {
            gap(place, entry);
            return;
        }
        HiveFile hive = new HiveFile(RegistryFile.found(tree, entry), entry.where(), place, old);
        Optional<String> objection = objection(hive);
        if (objection.isEmpty()) {
            claim(place, entry.where().text());
            first = first.or(() -> Optional.of(hive));
            found.add(hive);
        } else {
            found.add(hive.apart());
            remarks.add(new Remark(hive.apart().place(), "it stands apart from the machine's registry: " + objection.get()));
        }
    }

    /** Why the hive may not have its place. A machine has one kind of Windows; what was left of the other is not its registry. */
    private Optional<String> objection(HiveFile hive) {
        return Optional.ofNullable(claimed.get(hive.place())).map(owner -> hive.place() + " is read from " + owner)
                .or(() -> first.filter(other -> other.old() != hive.old())
                        .map(other -> "it is of another kind of Windows than " + other.where()));
    }

    /** One gap is enough for a file through which several hives would be reached. */
    private void gap(Location place, Entry entry) {
        if (passed.add(entry.where())) {
            gaps.add(Gaps.unsupported(place, entry.where() + " is " + words(entry.kind()) + ", so the hive there is not read"));
        }
    }

    private static String words(FileKind kind) {
        return switch (kind) {
            case LINK -> "a link";
            case DIRECTORY -> "a directory";
            case FILE, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM -> "a special file";
        };
    }
}
