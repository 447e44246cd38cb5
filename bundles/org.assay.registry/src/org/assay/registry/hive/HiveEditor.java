package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.ByteSource;
import org.assay.registry.HiveHeader;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.RegistryValue;
import org.assay.registry.SecurityDescriptor;
import org.assay.registry.encoding.FileTime;
import org.assay.registry.file.CorruptRecordException;
import org.assay.registry.header.BaseBlock;
import org.assay.registry.log.HiveReplay;

/**
 * Changes a native hive (regf, versions 1.2 to 1.5) in memory, as Windows would: keys and values are made, altered and removed in place,
 * and what is not concerned keeps its bytes. A dirty hive is first brought up to date from its logs; {@link #finish} gives a hive that was
 * fully written, whose logs Windows ignores.
 *
 * <p>A hive that is damaged anywhere is not changed, for what is damaged may lie in what is free. Names are found without case. Paths are
 * relative to the root key.
 */
public final class HiveEditor {

    private static final int FIRST_MINOR_VERSION = 2;
    private static final int LAST_MINOR_VERSION = 5;
    private static final int MAX_DEPTH = 512;
    private static final int MAX_KEY_NAME = 255;
    private static final int MAX_VALUE_NAME = 16_383;
    private static final int LAST_WRITTEN = 12;

    private final String name;
    private final Instant now;
    private final HiveHeader header;
    private final HiveSpace space;
    private final SubkeyLists subkeys;
    private final ValueRecords values;
    private final SecurityRecords security;
    private final HiveSum expected = new HiveSum();

    /** A key of the hive: its node and its path as it is spelled there. */
    private record Found(int node, List<String> path) {
    }

    /** What changes or reads cells. */
    private interface Work<T> {
        T done() throws CorruptRecordException;
    }

    private HiveEditor(String name, byte[] newest, Instant now) throws CorruptRecordException {
        this.name = name;
        this.now = now;
        this.header = BaseBlock.of(ByteBuffer.wrap(newest).order(ByteOrder.LITTLE_ENDIAN), name);
        if (header.majorVersion() != 1 || header.minorVersion() < FIRST_MINOR_VERSION || header.minorVersion() > LAST_MINOR_VERSION) {
            throw new CorruptRecordException(20, "Hives of version " + header.majorVersion() + "." + header.minorVersion()
                    + " are not written.");
        }
        new HiveReader().read(name, newest, Map.of(), expected);
        if (expected.problem().isPresent()) {
            throw new CorruptRecordException(expected.problem().get().position(), expected.problem().get().message());
        }
        this.space = new HiveSpace(newest, header.binsSize(), FileTime.steps(now));
        this.subkeys = new SubkeyLists(space, header.minorVersion());
        this.values = new ValueRecords(space, header.minorVersion());
        this.security = new SecurityRecords(space);
    }

    /**
     * Begins to change a hive.
     *
     * @param name what it is called in messages
     * @param hive all of its bytes, which stay as they are
     * @param logs its logs by their names
     * @param now what keys that are changed say of when they were
     * @throws RegistryException with {@link Code#NOT_A_HIVE}, or with {@link Code#NOT_EDITABLE} when it is damaged, is dirty and cannot be
     *         brought up to date, or has a version that is not written
     */
    public static HiveEditor of(String name, byte[] hive, Map<String, ByteSource> logs, Instant now) {
        HiveReplay replay = HiveReplay.of(name, hive);
        if (replay.isNeeded()) {
            replay.apply(logs);
        }
        HiveRecovery recovery = replay.recovery();
        if (recovery.problem().isPresent()) {
            throw refused(name, recovery.problem().get());
        }
        try {
            return new HiveEditor(name, replay.newest(), now);
        } catch (CorruptRecordException e) {
            throw refused(name, "Offset " + e.position() + ": " + e.getMessage());
        }
    }

    public boolean hasKey(List<String> path) {
        return guarded(() -> find(path).isPresent());
    }

    /** The value, by the key's path and the value's name as the hive spells them; empty when key or value is not there. */
    public Optional<RegistryValue> value(List<String> path, String valueName) {
        return guarded(() -> {
            Optional<Found> key = find(path);
            Optional<Integer> value = key.isPresent() ? findValue(key.get().node, valueName) : Optional.empty();
            return value.isPresent() ? Optional.of(read(key.get(), value.get())) : Optional.empty();
        });
    }

    /**
     * Reads a key with all that is below it.
     *
     * @param sink gets paths from that key on
     * @return whether the key is there
     */
    public boolean read(List<String> path, RegistrySink sink) {
        return guarded(() -> {
            Optional<Found> key = find(path);
            key.ifPresent(found -> walk(found.node, sink));
            return key.isPresent();
        });
    }

    /** The descriptors that keys of the hive have, each once. */
    public List<SecurityDescriptor> securities() {
        return guarded(() -> security.all((int) header.rootOffset()).stream().map(SecurityDescriptor::new).toList());
    }

    /** Makes a key that is not there, and those above it that are not, with the security of the key above. */
    public void makeKey(List<String> path) {
        makeKey(path, Optional.empty(), Optional.empty());
    }

    /** Makes a key that is not there, and those above it that are not; without security of its own it gets that of the key above. */
    public void makeKey(List<String> path, Optional<String> className, Optional<SecurityDescriptor> descriptor) {
        guarded(() -> {
            Optional<Found> above = find(path.subList(0, path.size() - 1));
            if (above.isEmpty()) {
                makeKey(path.subList(0, path.size() - 1));
                above = find(path.subList(0, path.size() - 1));
            }
            check(path.size() <= MAX_DEPTH && !path.getLast().isEmpty() && path.getLast().length() <= MAX_KEY_NAME
                    && path.getLast().indexOf('\\') < 0, "A key cannot have this name or depth.");
            Found parent = above.orElseThrow();
            int node = KeyNode.create(space, parent.node, new CellName(path.getLast()), className.orElse(""));
            security.give(node, parent.node, descriptor.map(SecurityDescriptor::bytes).orElse(new byte[0]));
            subkeys.add(parent.node, node);
            space.stamp(parent.node, KeyNode.LAST_WRITTEN);
            List<String> spelled = new ArrayList<>(parent.path);
            spelled.add(path.getLast());
            expected.key(new RegistryKey(spelled, Optional.empty(), className.filter(text -> !text.isEmpty()), descriptor(node),
                    Set.of()));
            return node;
        });
    }

    /** Gives the key, which is there, the value, in place of one of that name. */
    public void setValue(List<String> path, String valueName, int type, byte[] data) {
        guarded(() -> {
            check(valueName.length() <= MAX_VALUE_NAME, "A value cannot have so long a name.");
            Found key = find(path).orElseThrow();
            Optional<Integer> before = findValue(key.node, valueName);
            if (before.isPresent()) {
                expected.take(read(key, before.get()));
            }
            int value = before.isPresent() ? before.get() : values.create(key.node, new CellName(valueName));
            values.put(key.node, value, type, data);
            space.stamp(key.node, KeyNode.LAST_WRITTEN);
            expected.value(new RegistryValue(key.path, values.name(value).text(), type, data.clone()));
            return value;
        });
    }

    /** Removes a value that is there. */
    public void removeValue(List<String> path, String valueName) {
        guarded(() -> {
            Found key = find(path).orElseThrow();
            int value = findValue(key.node, valueName).orElseThrow();
            expected.take(read(key, value));
            values.remove(key.node, value);
            space.stamp(key.node, KeyNode.LAST_WRITTEN);
            return value;
        });
    }

    /** Removes a key that is there and not the root, with all that it holds. */
    public void removeKey(List<String> path) {
        guarded(() -> {
            Found key = find(path).orElseThrow();
            Found parent = find(path.subList(0, path.size() - 1)).orElseThrow();
            HiveSum taken = HiveSum.takenFrom(key.path);
            walk(key.node, taken);
            expected.add(taken);
            subkeys.remove(parent.node, key.node);
            free(key.node);
            space.stamp(parent.node, KeyNode.LAST_WRITTEN);
            return key;
        });
    }

    /**
     * The changed hive, fully written, read back and found to hold what it must and nothing else.
     *
     * @throws RegistryException with {@link Code#NOT_EDITABLE} when it is not so
     */
    public byte[] finish() {
        byte[] changed = space.bytes().clone();
        ByteBuffer block = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        block.putLong(LAST_WRITTEN, FileTime.steps(now));
        BaseBlock.seal(block, (int) Math.max(header.primarySequence(), header.secondarySequence()) + 1, space.binsSize());
        HiveSum found = new HiveSum();
        new HiveReader().read(name, changed, Map.of(), found);
        if (found.problem().isPresent() || !found.isSame(expected)) {
            throw refused(name, "What was changed does not read as it must. "
                    + found.problem().map(problem -> problem.message()).orElse(""));
        }
        return changed;
    }

    private Optional<Found> find(List<String> path) throws CorruptRecordException {
        Found key = new Found((int) header.rootOffset(), List.of());
        for (String step : path) {
            Found next = null;
            for (int subkey : subkeys.subkeys(key.node)) {
                CellName spelled = KeyNode.name(space, subkey);
                if (spelled.isSame(step)) {
                    check(next == null, "A key is there more than once.");
                    List<String> longer = new ArrayList<>(key.path);
                    longer.add(spelled.text());
                    next = new Found(subkey, longer);
                }
            }
            if (next == null) {
                return Optional.empty();
            }
            key = next;
        }
        return Optional.of(key);
    }

    private Optional<Integer> findValue(int key, String valueName) throws CorruptRecordException {
        Optional<Integer> found = Optional.empty();
        for (int value : values.values(key)) {
            if (values.name(value).isSame(valueName)) {
                check(found.isEmpty(), "A value is there more than once.");
                found = Optional.of(value);
            }
        }
        return found;
    }

    private RegistryValue read(Found key, int value) throws CorruptRecordException {
        return new HiveValues(new HiveCells(space.bytes()), header.minorVersion(), expected).value(value, key.path);
    }

    private void walk(int node, RegistrySink sink) {
        new HiveWalk(new HiveCells(space.bytes()), header, new HiveRecovery(false, List.of()), false, sink).walkFrom(node);
    }

    private Optional<SecurityDescriptor> descriptor(int node) throws CorruptRecordException {
        return new HiveSecurity(new HiveCells(space.bytes())).read(space.i32(node, KeyNode.SECURITY));
    }

    /** Frees a key with all that is below it; the depth is that which the reader has found to be right. */
    private void free(int node) throws CorruptRecordException {
        for (int subkey : subkeys.subkeys(node)) {
            free(subkey);
        }
        subkeys.free(node);
        for (int value : values.values(node)) {
            values.remove(node, value);
        }
        security.take(node);
        if (space.u16(node, KeyNode.CLASS_LENGTH) > 0 && space.i32(node, KeyNode.CLASS_NAME) != HiveCells.NONE) {
            space.free(space.i32(node, KeyNode.CLASS_NAME));
        }
        space.free(node);
    }

    private static void check(boolean sound, String message) throws CorruptRecordException {
        if (!sound) {
            throw new CorruptRecordException(0, message);
        }
    }

    private <T> T guarded(Work<T> work) {
        try {
            return work.done();
        } catch (CorruptRecordException e) {
            throw refused(name, e.getMessage());
        }
    }

    private static RegistryException refused(String name, String why) {
        return new RegistryException(Code.NOT_EDITABLE, RegistryText.visible(name) + " is not changed. " + why
                + " Restore the hive from a copy, or change it on the running machine.");
    }
}
