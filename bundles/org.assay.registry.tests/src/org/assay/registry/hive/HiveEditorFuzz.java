package org.assay.registry.hive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryValue;

/** Fuzz target: whatever a hive holds, changing it ends, and either all of it reads as it must or nothing is given. */
public final class HiveEditorFuzz {

    private static final int MAX_KEY_COUNT = 20;

    private HiveEditorFuzz() {
    }

    /** Changes one input, a hive, in every way. */
    public static void fuzzerTestOneInput(byte[] hive) {
        try {
            HiveEditor editor = HiveEditor.of("fuzzed", hive, Map.of(), Instant.EPOCH);
            Recording held = new Recording();
            editor.read(List.of(), held);
            for (RegistryValue value : held.values().stream().limit(MAX_KEY_COUNT).toList()) {
                editor.setValue(value.key(), value.name() + "x", value.type(), value.data());
                editor.removeValue(value.key(), value.name());
            }
            for (RegistryKey key : held.keys().stream().limit(MAX_KEY_COUNT).toList().reversed()) {
                editor.makeKey(Stream.concat(key.path().stream(), Stream.of("new key")).toList());
                if (!key.path().isEmpty()) {
                    editor.removeKey(key.path());
                }
            }
            editor.finish();
        } catch (RegistryException e) {
            if (e.code() != RegistryException.Code.NOT_A_HIVE && e.code() != RegistryException.Code.NOT_EDITABLE) {
                throw e;
            }
        }
    }
}
