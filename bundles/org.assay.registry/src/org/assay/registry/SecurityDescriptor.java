package org.assay.registry;

import java.util.Arrays;
import java.util.Objects;

/**
 * Who owns a key and who may do what with it, and what of that is audited: a self-relative security descriptor, byte for byte
 * ([MS-DTYP] 2.4.6). Many keys of a hive share one; they then have the same object. Two are equal when all bytes are.
 *
 * <p>The array is handed over, not copied: whoever passes it in does not touch it again, and whoever receives it does not change it.
 *
 * @param bytes the descriptor as stored; not validated
 */
public record SecurityDescriptor(byte[] bytes) {

    public SecurityDescriptor {
        Objects.requireNonNull(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecurityDescriptor that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "a security descriptor of " + bytes.length + " bytes";
    }
}
