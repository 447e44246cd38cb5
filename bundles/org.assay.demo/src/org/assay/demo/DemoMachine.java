package org.assay.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * One sample machine as evidence.
 *
 * @param tree the folder that stands for its drive {@code C:}
 * @param exports its registry as {@code .reg} files
 */
public record DemoMachine(Path tree, List<Path> exports) {

    public DemoMachine {
        exports = List.copyOf(exports);
    }
}
