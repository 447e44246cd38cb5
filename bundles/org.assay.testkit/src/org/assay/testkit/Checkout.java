package org.assay.testkit;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The checkout that the tests run in, for what lies in it and is in no bundle. */
public final class Checkout {

    private Checkout() {
    }

    /** The file or folder at {@code path} from the top; looked up from the working directory and then from each of its parents. */
    public static Path find(String path) {
        return Stream.iterate(Path.of("").toAbsolutePath(), from -> from != null, Path::getParent).map(from -> from.resolve(path))
                .filter(Files::exists).findFirst().orElseThrow(() -> new UncheckedIOException(new NoSuchFileException(path)));
    }
}
