package org.assay.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The real-world evidence that some tests read. It is not part of the source, so a test that finds none skips with a message. */
public final class Corpora {

    private Corpora() {
    }

    /** The folder of hives; for tests that are marked {@link NeedsCorpora}. */
    public static Path hives() {
        return folder().orElseThrow(() -> new IllegalStateException("the test is not marked @NeedsCorpora")).resolve("hives");
    }

    /**
     * The folder that the system property {@code assay.corpora} names; without it {@code ../shared/corpora}, looked up from the working
     * directory and then from each of its parents. Empty when there is no such folder.
     */
    public static Optional<Path> folder() {
        String named = System.getProperty("assay.corpora", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path from = Path.of("").toAbsolutePath(); from != null; from = from.getParent()) {
            Path folder = from.resolve("../shared/corpora").normalize();
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
