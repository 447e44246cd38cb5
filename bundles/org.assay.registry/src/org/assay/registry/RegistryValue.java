package org.assay.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A registry value with its exact bytes. Two values are equal when key, name, type and every byte of the data are equal.
 *
 * <p>The data array is handed over, not copied: whoever passes it in does not touch it again, and whoever receives it
 * does not change it.
 *
 * @param key the path of the key that holds the value, as in {@link RegistryKey#path()}
 * @param name the name exactly as spelled; the empty string is the default value
 * @param type any 32-bit type number, see {@link RegistryType}
 * @param data the data bytes as stored; text is UTF-16LE, see {@link RegistryText}
 */
public record RegistryValue(List<String> key, String name, int type, byte[] data) {

    public RegistryValue {
        key = List.copyOf(key);
        Objects.requireNonNull(name);
        Objects.requireNonNull(data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryValue that && type == that.type && name.equals(that.name) && key.equals(that.key)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, name, type, Arrays.hashCode(data));
    }

    @Override
    public String toString() {
        return RegistryText.visible(String.join("\\", key)) + " \"" + RegistryText.visible(name) + "\" "
                + RegistryType.name(type) + " " + data.length + " bytes";
    }
}
