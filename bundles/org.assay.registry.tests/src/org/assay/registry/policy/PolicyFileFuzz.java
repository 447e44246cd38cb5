package org.assay.registry.policy;

import org.assay.registry.FileBounds;
import org.assay.registry.RegistryException;

/** Fuzz target: whatever a policy file holds, reading it ends and gives no more than the file can hold. */
public final class PolicyFileFuzz {

    private PolicyFileFuzz() {
    }

    /** Reads one input, a Registry.pol. */
    public static void fuzzerTestOneInput(byte[] file) {
        try {
            PolicyFileReader.read("fuzzed", file, new FileBounds(file.length));
        } catch (RegistryException e) {
            if (e.code() != RegistryException.Code.NOT_A_HIVE) {
                throw e;
            }
        }
    }
}
