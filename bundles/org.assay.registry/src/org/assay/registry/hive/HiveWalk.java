package org.assay.registry.hive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.assay.registry.HiveHeader;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;
import org.assay.registry.SecurityDescriptor;
import org.assay.registry.file.CorruptRecordException;
import org.assay.registry.header.BaseBlock;
import org.assay.registry.header.HiveBins;

/** Walks the tree of one hive without recursion, so that no depth overflows the stack. */
final class HiveWalk {

    /** The depth that Windows allows below a root ("Registry Element Size Limits"). */
    private static final int MAX_DEPTH = 512;
    private static final int SEQUENCE_NUMBERS = 4;
    private static final int LAST_OLD_MINOR_VERSION = 1;
    private static final int LAST_MINOR_VERSION = 6;

    private final HiveCells cells;
    private final HiveHeader header;
    private final HiveRecovery recovery;
    private final RegistrySink sink;
    private final HiveLists lists;
    private final HiveValues values;
    private final HiveSecurity security;
    private final Optional<HiveRemnants> remnants;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** A key whose subkeys are being walked. */
    private static final class Level {
        private final int offset;
        private final List<String> path;
        private final int[] subkeys;
        private int next;

        Level(int offset, List<String> path, int[] subkeys) {
            this.offset = offset;
            this.path = path;
            this.subkeys = subkeys;
        }
    }

    HiveWalk(HiveCells cells, HiveHeader header, HiveRecovery recovery, boolean withRemnants, RegistrySink sink) {
        this.cells = cells;
        this.header = header;
        this.recovery = recovery;
        this.sink = sink;
        this.lists = new HiveLists(cells, this::damaged);
        this.values = new HiveValues(cells, header.minorVersion(), sink);
        this.security = new HiveSecurity(cells);
        this.remnants = withRemnants ? Optional.of(new HiveRemnants(cells, header.minorVersion(), sink)) : Optional.empty();
    }

    void walk() {
        checkHeader();
        HiveBins.check(cells.bytes(), header.binsSize(), damage -> damaged(damage, List.of()));
        if (header.minorVersion() <= LAST_OLD_MINOR_VERSION) {
            cells.useOldCells();
        }
        walkFrom((int) header.rootOffset());
        remnants.ifPresent(HiveRemnants::find);
    }

    /** Walks the key at {@code offset} and what is below it; the paths begin there. */
    void walkFrom(int offset) {
        visit(offset, Optional.empty());
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            if (level.next == level.subkeys.length) {
                levels.pop();
            } else {
                visit(level.subkeys[level.next++], Optional.of(level));
            }
        }
    }

    private void checkHeader() {
        if (header.majorVersion() != 1 || header.minorVersion() < 0 || header.minorVersion() > LAST_MINOR_VERSION) {
            problem(Kind.ACCEPTED, 20, "The hive has the unknown version " + header.majorVersion() + "." + header.minorVersion()
                    + " and is read as the newest known one.");
        }
        if (BaseBlock.SIZE + header.binsSize() > cells.size()) {
            problem(Kind.DAMAGED, cells.size(), "The hive claims to have bins of " + header.binsSize()
                    + " bytes, but the file ends before that.");
        }
        recovery.problem().ifPresent(message -> problem(Kind.OUTDATED, SEQUENCE_NUMBERS, message));
    }

    private void visit(int offset, Optional<Level> parent) {
        try {
            HiveKey key = HiveKey.read(cells, offset, header.minorVersion());
            List<String> path = parent.map(above -> below(above.path, key.name())).orElse(List.of());
            remnants.ifPresent(each -> parent.ifPresentOrElse(above -> each.key(offset, key, above.offset), () -> each.root(offset, key)));
            if (key.tombstone()) {
                sink.deletedKey(path);
            } else {
                content(offset, key, path);
            }
        } catch (CorruptRecordException e) {
            damaged(e, parent.map(above -> above.path).orElse(List.of()));
        }
    }

    private void content(int offset, HiveKey key, List<String> path) {
        sink.key(new RegistryKey(path, key.lastWritten(), className(key, path), security(key, path), key.traits()));
        for (int value : lists.values(key, path)) {
            try {
                values.read(value, path);
            } catch (CorruptRecordException e) {
                damaged(e, path);
            }
        }
        if (path.size() < MAX_DEPTH) {
            levels.push(new Level(offset, path, lists.subkeys(key, path)));
        } else if (key.subkeyCount() != 0) {
            damaged(new CorruptRecordException(key.position(), "The key is " + MAX_DEPTH
                    + " levels deep, the most that Windows allows, and has subkeys; they are not read."), path);
        }
    }

    private Optional<String> className(HiveKey key, List<String> path) {
        if (key.classLength() == 0 || key.className() == HiveCells.NONE) {
            return Optional.empty();
        }
        try {
            HiveCells.Cell cell = cells.cell(key.className(), "The class name of a key");
            cell.claim(key.classLength());
            return Optional.of(HiveNames.read(cell, 0, key.classLength(), false));
        } catch (CorruptRecordException e) {
            damaged(e, path);
            return Optional.empty();
        }
    }

    private Optional<SecurityDescriptor> security(HiveKey key, List<String> path) {
        try {
            return security.read(key.security());
        } catch (CorruptRecordException e) {
            damaged(e, path);
            return Optional.empty();
        }
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    private void damaged(CorruptRecordException damage, List<String> path) {
        sink.problem(new RegistryProblem(Kind.DAMAGED, damage.position(), damage.getMessage(), path));
    }

    private void problem(Kind kind, long position, String message) {
        sink.problem(new RegistryProblem(kind, position, message, List.of()));
    }
}
