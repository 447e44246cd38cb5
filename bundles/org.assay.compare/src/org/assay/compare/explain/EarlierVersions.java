package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.SnapshotView;

/**
 * The folders in which the baseline keeps versions of something side by side: {@code 1.2.0}, {@code v20.1.0}, {@code ms.py-2024.1.0},
 * {@code 6.1.0-28-amd64}, {@code 102}, a digest, a GUID. Not for several threads.
 */
public final class EarlierVersions {

    private static final Pattern NAME = Pattern.compile(".*[0-9]\\.[0-9].*|v?[0-9]{1,9}");
    private static final Pattern MADE = Pattern.compile("[0-9a-f]{16,}|\\{[0-9a-f-]{36}\\}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int MAX_NAME_LENGTH = 200;

    private final SnapshotView baseline;
    private final Map<Location, Set<String>> folders = new HashMap<>();
    private final Map<String, RecordTree> trees = new HashMap<>();

    public EarlierVersions(SnapshotView baseline) {
        this.baseline = baseline;
    }

    /**
     * The folder above the versions, where {@code file} lies in one that the baseline does not have, and the baseline has one of an earlier
     * version there with a file at the same place in it that {@code fits}. Names that have no order, such as digests, count as later.
     */
    public Optional<Location> above(Location file, Predicate<FileItem> fits) {
        List<String> names = file.components();
        for (int at = 2; at < names.size() - 1; at++) {
            String name = names.get(at);
            if (isVersion(name)) {
                Location above = new Location(file.space(), names.subList(0, at));
                Set<String> known = folders.computeIfAbsent(above, this::folders);
                List<String> rest = names.subList(at + 1, names.size());
                if (!known.contains(name) && known.stream().anyMatch(other -> isEarlier(other, name) && tree(names.getFirst())
                        .at(path(above, other, rest)).filter(fits).isPresent())) {
                    return Optional.of(above);
                }
            }
        }
        return Optional.empty();
    }

    private Set<String> folders(Location above) {
        Set<String> found = new HashSet<>();
        tree(above.components().getFirst()).folders(RecordTree.path(above)).stream().filter(EarlierVersions::isVersion).forEach(found::add);
        return found;
    }

    private RecordTree tree(String name) {
        return trees.computeIfAbsent(name, tree -> new RecordTree(baseline, tree));
    }

    private static String path(Location above, String version, List<String> rest) {
        List<String> names = new ArrayList<>(above.components().subList(1, above.components().size()));
        names.add(version);
        names.addAll(rest);
        return String.join("/", names);
    }

    private static boolean isVersion(String name) {
        return name.length() <= MAX_NAME_LENGTH && (MADE.matcher(name).matches() || NAME.matcher(name).matches());
    }

    /** Whether both are named alike but for the numbers in them, and the first number that differs is less in {@code other}. */
    private static boolean isEarlier(String other, String name) {
        if (MADE.matcher(name).matches() || MADE.matcher(other).matches()) {
            return MADE.matcher(name).matches() && MADE.matcher(other).matches();
        }
        if (!NUMBER.matcher(other).replaceAll("0").equals(NUMBER.matcher(name).replaceAll("0"))) {
            return false;
        }
        Matcher was = NUMBER.matcher(other);
        Matcher is = NUMBER.matcher(name);
        while (was.find() && is.find()) {
            String before = was.group().replaceFirst("^0+(?=.)", "");
            String after = is.group().replaceFirst("^0+(?=.)", "");
            if (!before.equals(after)) {
                return before.length() == after.length() ? before.compareTo(after) < 0 : before.length() < after.length();
            }
        }
        return false;
    }
}
