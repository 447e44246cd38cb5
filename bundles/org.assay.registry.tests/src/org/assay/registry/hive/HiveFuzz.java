package org.assay.registry.hive;

import java.util.Map;

import org.assay.registry.RegistryException;

/** Fuzz target: whatever a hive holds, reading it with all that was deleted ends and gives no more than the file can hold. */
public final class HiveFuzz {

    private HiveFuzz() {
    }

    /** Reads one input, a hive. */
    public static void fuzzerTestOneInput(byte[] hive) {
        try {
            new HiveReader().withRemnants().read("fuzzed", hive, Map.of(), new HiveBounds(hive.length));
        } catch (RegistryException e) {
            if (e.code() != RegistryException.Code.NOT_A_HIVE) {
                throw e;
            }
        }
    }
}
