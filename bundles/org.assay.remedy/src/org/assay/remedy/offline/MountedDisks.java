package org.assay.remedy.offline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a machine's files are, and what is taken from them and put back.
 *
 * @param trees where each tree of the plan is mounted, by the tree's name
 * @param quarantine what takes the files, keeps the hives and has the log
 * @param gold a folder that has files of the baseline, besides those of the export
 */
public record MountedDisks(Map<String, Path> trees, Path quarantine, Optional<Path> gold) {

    public MountedDisks {
        trees = Map.copyOf(trees);
    }
}
