package org.assay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real cases of every older schema version, made by the builds of their time; see {@code old-cases/README.md} of the store's tests. */
public final class OldCases {

    private static final String PREFIX = "schema-";
    private static final String SUFFIX = ".mv.db";

    private OldCases() {
    }

    /** The schema versions of which there is a case, ascending. */
    public static List<Integer> versions() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name -> Integer.valueOf(name.substring(PREFIX.length(), name.length() - SUFFIX.length()))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the case of {@code version} into {@code folder}, since opening one alters it. */
    public static Path copy(int version, Path folder) {
        try {
            String name = PREFIX + version + SUFFIX;
            return Files.copy(folder().resolve(name), folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Checkout.find("bundles/org.assay.store.tests/old-cases");
    }
}
