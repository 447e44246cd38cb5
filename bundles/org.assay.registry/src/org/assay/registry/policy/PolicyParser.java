package org.assay.registry.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.file.CheckedBytes;
import org.assay.registry.file.CorruptRecordException;
import org.assay.registry.text.RootKeys;

/** Parses the records {@code [key;value;type;size;data]} of a policy file; key and value end with a NUL. */
final class PolicyParser {

    private static final int FIRST_RECORD = 8;
    private static final int VERSION = 1;
    /** The limit of Windows for a path, beyond any value's name. */
    private static final int MAX_TEXT = 32_767;

    private final CheckedBytes bytes;
    private final RegistrySink sink;
    private List<String> key = List.of();
    private long position = FIRST_RECORD;

    PolicyParser(CheckedBytes bytes, RegistrySink sink) {
        this.bytes = bytes;
        this.sink = sink;
    }

    void parse() {
        checkVersion();
        while (position < bytes.size()) {
            long start = position;
            try {
                record(start);
            } catch (CorruptRecordException e) {
                long next = nextRecord();
                problem(Kind.DAMAGED, start, e.getMessage() + " " + (next - start) + " bytes from here on are not read.");
                position = next;
            }
        }
    }

    private void checkVersion() {
        try {
            if (bytes.i32(4) != VERSION) {
                problem(Kind.ACCEPTED, 4, "The file has an unknown version and is read as version 1.");
            }
        } catch (CorruptRecordException e) {
            problem(Kind.DAMAGED, e.position(), e.getMessage());
        }
    }

    /** Reads one record; where it cannot go on, the position stays at what it could not take. */
    private void record(long start) throws CorruptRecordException {
        take('[');
        List<String> path = RootKeys.components(text());
        take(';');
        String name = text();
        take(';');
        int type = number();
        take(';');
        long size = Integer.toUnsignedLong(number());
        take(';');
        if (position + size > bytes.size()) {
            throw new CorruptRecordException(start, "A record claims more data than the file has.");
        }
        byte[] data = bytes.bytes(position, (int) size);
        position += size;
        take(']');
        if (path.isEmpty()) {
            throw new CorruptRecordException(start, "A record does not name a key.");
        }
        enter(path);
        carryOut(start, name, new RegistryValue(path, name, type, data));
    }

    private void enter(List<String> path) {
        if (!path.equals(key)) {
            key = path;
            sink.key(new RegistryKey(path, Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        }
    }

    private void carryOut(long start, String name, RegistryValue value) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.startsWith("**del.")) {
            sink.deletedValue(key, name.substring(6));
        } else if (folded.equals("**deletevalues")) {
            listed(value).forEach(each -> sink.deletedValue(key, each));
        } else if (folded.equals("**deletekeys")) {
            listed(value).forEach(each -> sink.deletedKey(below(each)));
        } else if (folded.strip().equals("**delvals.") || folded.strip().equals("**delvals")) {
            problem(Kind.INSTRUCTION, start, "The policy deletes all values of this key before it sets others.");
        } else if (folded.equals("**securekey")) {
            problem(Kind.INSTRUCTION, start, "The policy changes the permissions of this key.");
        } else if (folded.startsWith("**")) {
            problem(Kind.INSTRUCTION, start, "The policy contains the instruction " + RegistryText.visible(name) + ", which is unknown.");
        } else if (!name.isEmpty() || value.type() != RegistryType.NONE || value.data().length > 0) {
            sink.value(value);
        }
    }

    private static List<String> listed(RegistryValue value) {
        String all = String.join("", RegistryText.of(RegistryType.SZ, value.data()).strings());
        return Arrays.stream(all.split(";")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private List<String> below(String path) {
        List<String> longer = new ArrayList<>(key);
        longer.addAll(RootKeys.components(path));
        return List.copyOf(longer);
    }

    private void take(char expected) throws CorruptRecordException {
        if (bytes.u16(position) != expected) {
            throw new CorruptRecordException(position, "A record has no \"" + expected + "\" where one is required.");
        }
        position += Character.BYTES;
    }

    private int number() throws CorruptRecordException {
        int number = bytes.i32(position);
        position += Integer.BYTES;
        return number;
    }

    private String text() throws CorruptRecordException {
        StringBuilder text = new StringBuilder();
        int unit = bytes.u16(position);
        while (unit != 0) {
            if (text.length() == MAX_TEXT) {
                throw new CorruptRecordException(position, "A name in a record is not terminated.");
            }
            text.append((char) unit);
            position += Character.BYTES;
            unit = bytes.u16(position);
        }
        position += Character.BYTES;
        return text.toString();
    }

    /** Where the next record seems to start; the end of the file when there is none. */
    private long nextRecord() {
        long next = position;
        while (next < bytes.size() && !bytes.isMarked(next, "]\0[\0")) {
            next++;
        }
        return Math.min(next + Character.BYTES, bytes.size());
    }

    private void problem(Kind kind, long at, String message) {
        sink.problem(new RegistryProblem(kind, at, message, key));
    }
}
