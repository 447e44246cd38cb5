package org.assay.registry.creg;

import org.assay.registry.FileBounds;
import org.assay.registry.RegistryException;

/** Fuzz target: whatever a Windows 9x registry file holds, reading it ends and gives no more than the file can hold. */
public final class CregFuzz {

    private CregFuzz() {
    }

    /** Reads one input, a SYSTEM.DAT or USER.DAT. */
    public static void fuzzerTestOneInput(byte[] file) {
        try {
            new CregReader().read("fuzzed", file, new FileBounds(file.length));
        } catch (RegistryException e) {
            if (e.code() != RegistryException.Code.NOT_A_HIVE) {
                throw e;
            }
        }
    }
}
