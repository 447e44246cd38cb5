package org.assay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;

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

    /** A test for each seed of the targets, by the names of their folders: the target takes it without failing. */
    public static Stream<DynamicTest> replay(String bundle, Map<String, Consumer<byte[]>> targets) {
        return targets.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(target -> of(bundle, target.getKey()).stream()
                .map(seed -> DynamicTest.dynamicTest(target.getKey() + "/" + seed.getFileName(),
                        () -> target.getValue().accept(Files.readAllBytes(seed)))));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
