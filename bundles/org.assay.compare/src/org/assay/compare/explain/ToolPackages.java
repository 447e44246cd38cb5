package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.KeptContent;

/**
 * Packages that a tool installs besides the system's own, each folder of them by itself. Whoever may write there can install a package with
 * a manifest that fits, and some packages are made to do harm: so one explains its files only where the baseline has it, too, and never
 * what Python runs whenever it starts.
 */
final class ToolPackages implements TreeExplanation {

    private static final List<ToolFormat> ALL = List.of(new PythonRecords(), new CondaRecords());
    private static final Set<String> RUN_AT_START = Set.of("sitecustomize.py", "usercustomize.py");

    private final RecordTree before;
    private final RecordTree after;
    private final Map<String, List<String>> folders = new HashMap<>();
    private final Map<Folder, Optional<TreePackages>> packages = new HashMap<>();

    /** A folder of packages of one kind. */
    private record Folder(ToolFormat format, String path) {
    }

    ToolPackages(RecordTree before, RecordTree after) {
        this.before = before;
        this.after = after;
    }

    /** Up to which size in bytes the content of the files directly in {@code directory} is needed, as {@link KeptContent#in} says. */
    static ToLongFunction<String> keptIn(String directory) {
        return ALL.stream().map(format -> format.keptIn(directory)).filter(kept -> kept != KeptContent.NOTHING).findFirst()
                .orElse(KeptContent.NOTHING);
    }

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".pth") || RUN_AT_START.contains(name) ? Optional.empty() : of(path).stream()
                .filter(one -> isKnown(one, path)).map(one -> new PackagedContent(one).explain(change, path)
                        .or(() -> new PythonCaches(one).explain(change, path))).flatMap(Optional::stream).findFirst();
    }

    /** What contradicts the content of {@code file}, as it is now. What one record contradicts and another confirms is confirmed. */
    Optional<String> contradiction(FileItem file) {
        List<TreePackages> all = of(RecordTree.path(file.location()));
        return all.stream().anyMatch(one -> one.after().verdict(file) == ContentVerdict.AS_RECORDED) ? Optional.empty()
                : all.stream().map(one -> one.contradiction(file)).flatMap(Optional::stream).findFirst();
    }

    /** Whether what is recorded of {@code path}, if anything, is a package's that the baseline has. */
    private static boolean isKnown(TreePackages packages, String path) {
        return packages.after().at(path).filter(record -> packages.before().named(record.owner().name()).isEmpty()).isEmpty();
    }

    private List<TreePackages> of(String path) {
        int end = path.lastIndexOf('/');
        if (end < 0) {
            return List.of();
        }
        List<TreePackages> found = new ArrayList<>();
        for (ToolFormat format : ALL) {
            for (String folder : folders.computeIfAbsent(format.getClass().getSimpleName() + path.substring(0, end),
                    _ -> format.folders(after, path))) {
                packages.computeIfAbsent(new Folder(format, folder), ToolPackages.this::read).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<TreePackages> read(Folder folder) {
        return Optional.of(TreePackages.of(before, after, tree -> {
            PackageRecords records = new PackageRecords(tree);
            folder.format().read(tree, folder.path(), records);
            return records;
        })).filter(found -> !found.isEmpty());
    }
}
