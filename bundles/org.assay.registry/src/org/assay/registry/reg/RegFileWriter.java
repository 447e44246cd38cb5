package org.assay.registry.reg;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryText;
import org.assay.registry.RegistryValue;

/**
 * Writes a {@code .reg} file that regedit imports, in one of the two {@link RegFormat}s: CR LF, full root names, one blank line before each
 * key.
 *
 * <p>What such a file cannot say safely is refused: ask the {@code refusal…} methods first and do those steps by hand. Everything is
 * written in the order of the calls; regedit carries it out in that order, so deletions come before what is created in their place.
 *
 * <p>A REG_SZ that is not properly terminated, or whose text does not show as it is, is written in hexadecimal. Regedit appends a missing
 * terminator to REG_SZ, REG_EXPAND_SZ and REG_MULTI_SZ on import, so data without one comes back one NUL longer.
 */
public final class RegFileWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final RegFormat format;
    private List<String> current = List.of();

    /** Writes a version 5 file. */
    public RegFileWriter(OutputStream out) {
        this(out, RegFormat.VERSION_5);
    }

    /** Writes the header at once. Closing this writer closes the stream. */
    public RegFileWriter(OutputStream out, RegFormat format) {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.format = format;
        text(format.header() + "\r\n");
    }

    /** Why a key cannot be written; empty when it can. The first component must be a long root name such as {@code HKEY_LOCAL_MACHINE}. */
    public static Optional<String> refusalOfKey(List<String> path) {
        return RegLimits.refusalOfKey(path);
    }

    /** Why the deletion of a key cannot be written; empty when it can. A root is never deleted. */
    public static Optional<String> refusalOfKeyDeletion(List<String> path) {
        return RegLimits.refusalOfKeyDeletion(path);
    }

    /** Why a value with this name, or its deletion, cannot be written; empty when it can. Any type and any data can be written. */
    public static Optional<String> refusalOfValue(List<String> key, String name) {
        return RegLimits.refusalOfValue(key, name);
    }

    /**
     * Creates a key; the values that follow go into it.
     *
     * @throws RegistryException with {@link Code#INEXPRESSIBLE} when {@link #refusalOfKey} refuses or the format does not hold it
     */
    public void key(List<String> path) {
        check(refusalOfKey(path));
        check(format.holds(path));
        text("\r\n[" + String.join("\\", path) + "]\r\n");
        current = List.copyOf(path);
    }

    /**
     * Sets a value and creates its key where that is not the current one.
     *
     * @throws RegistryException with {@link Code#INEXPRESSIBLE} when {@link #refusalOfValue} refuses or the format does not hold it
     */
    public void value(RegistryValue value) {
        check(refusalOfValue(value.key(), value.name()));
        check(format.holds(value));
        enter(value.key());
        String name = RegValueText.name(value.name());
        text(name);
        RegValueText.data(value, format, name.length(), this::text);
        text("\r\n");
    }

    /**
     * Deletes a key with everything below it.
     *
     * @throws RegistryException with {@link Code#INEXPRESSIBLE} when {@link #refusalOfKeyDeletion} refuses or the format does not hold it
     */
    public void deleteKey(List<String> path) {
        check(refusalOfKeyDeletion(path));
        check(format.holds(path));
        text("\r\n[-" + String.join("\\", path) + "]\r\n");
        current = List.of();
    }

    /**
     * Deletes a value. Regedit creates the key for it when it does not exist.
     *
     * @throws RegistryException with {@link Code#INEXPRESSIBLE} when {@link #refusalOfValue} refuses or the format does not hold it
     */
    public void deleteValue(List<String> key, String name) {
        check(refusalOfValue(key, name));
        check(format.holds(List.of(name)));
        enter(key);
        text(RegValueText.name(name) + "-\r\n");
    }

    /** Writes a comment on one line of its own; line breaks and whatever does not show are made visible as {@code \}{@code uXXXX}. */
    public void comment(String comment) {
        text("; " + RegistryText.visible(comment) + "\r\n");
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void enter(List<String> key) {
        if (!key.equals(current)) {
            key(key);
        }
    }

    private static void check(Optional<String> refusal) {
        if (refusal.isPresent()) {
            throw new RegistryException(Code.INEXPRESSIBLE, refusal.get());
        }
    }

    private static void check(boolean held) {
        if (!held) {
            throw new RegistryException(Code.INEXPRESSIBLE, "A REGEDIT4 file holds ASCII only; write a version 5 file.");
        }
    }

    private void text(CharSequence text) {
        try {
            out.write(format.encode(text));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static RegistryException unwritable(IOException e) {
        return new RegistryException(Code.UNWRITABLE,
                "The .reg file cannot be written: " + RegistryText.visible(String.valueOf(e.getMessage()))
                        + ". Check the free disk space and your permissions, and try again.", e);
    }
}
