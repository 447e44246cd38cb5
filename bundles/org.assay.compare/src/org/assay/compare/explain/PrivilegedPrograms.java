package org.assay.compare.explain;

import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.item.FileItem;

/** The programs that distributions are known to ship with set-user-id or set-group-id; {@code privileged-programs.tsv} lists them. */
public final class PrivilegedPrograms {

    private static final Set<String> PATHS = RowFile.read(PrivilegedPrograms.class, "privileged-programs.tsv", 1).stream()
            .map(cells -> cells.get(0)).collect(Collectors.toUnmodifiableSet());

    private PrivilegedPrograms() {
    }

    /** Whether {@code file} lies where such a program does. What it holds is another question. */
    public static boolean contain(FileItem file) {
        return PATHS.contains(RecordTree.path(file.location()));
    }
}
