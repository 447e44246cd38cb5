package org.assay.registry.format;

import java.util.Optional;
import java.util.Set;

import org.assay.registry.FileBounds;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistrySink;
import org.assay.registry.hive.HiveBounds;

/** Fuzz target: whatever a file holds, it is told what format it has, and it is read as that or refused. */
public final class RegistryFormatFuzz {

    private static final Set<Code> REFUSALS = Set.of(Code.UNKNOWN_FORMAT, Code.NOT_A_HIVE, Code.NOT_A_REG_FILE);

    private RegistryFormatFuzz() {
    }

    /** Takes one input, a file of any kind. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            RegistryFormat format = RegistryFormat.of("fuzzed", input);
            RegistrySink bounds = format == RegistryFormat.HIVE ? new HiveBounds(input.length) : new FileBounds(input.length);
            format.read("fuzzed", input, Optional.empty(), bounds);
        } catch (RegistryException e) {
            if (!REFUSALS.contains(e.code())) {
                throw e;
            }
        }
    }
}
