package org.assay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs from which a fuzz target starts, and those that it once failed on. */
public final class FuzzSeeds {

    private FuzzSeeds() {
    }

    /**
     * The files in {@code bundles/<bundle>/fuzz/<target>}, sorted; looked up from the working directory and then from each of its parents.
     */
    public static List<Path> of(String bundle, String target) {
        return files(Checkout.find("bundles/" + bundle + "/fuzz/" + target));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
