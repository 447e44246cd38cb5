package org.assay.compare.churn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** The policies that Assay brings along, and how others are read. */
public final class ChurnPolicies {

    private static final List<String> NAMES = List.of("windows-9x", "windows-nt", "windows-10", "linux-server", "linux-desktop", "macos");

    /** Those that Assay brings along; of several that fit a tree each may explain. */
    public static final List<ChurnPolicy> SHIPPED = NAMES.stream().map(name -> PolicyReader.read(name, shipped(name))).toList();

    private ChurnPolicies() {
    }

    /**
     * Reads a policy of the user's own.
     *
     * @param file what to call it in a message
     * @throws AssayException with {@link ErrorCode#WRONG_USAGE} and the line when it is not one
     */
    public static ChurnPolicy read(String file, String text) {
        return PolicyReader.read(file, text);
    }

    private static String shipped(String name) {
        try (InputStream in = ChurnPolicies.class.getResourceAsStream(name + ".toml")) {
            if (in == null) {
                throw new IllegalStateException("the policy " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
