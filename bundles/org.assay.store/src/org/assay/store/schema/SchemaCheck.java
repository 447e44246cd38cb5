package org.assay.store.schema;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assay.store.bytes.MalformedBytes;
import org.assay.store.channel.CaseFiles;
import org.assay.store.channel.HeldFile;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Reads what H2's engine would run or make objects of when it opens a file, without that engine: only its MVStore, which keeps maps of
 * bytes, and decoders of ours that make nothing but texts and numbers. What is found at the file's newest state is what the engine finds,
 * for it reads the file through the same MVStore.
 */
public final class SchemaCheck {

    /** H2's table of what the database has. */
    private static final String OBJECTS = "table.0";
    private static final String TYPES = "_";
    /** Its keys and values are objects of Java; H2 has some there only for transactions over several databases. */
    private static final String PREPARED = "openTransactions";

    private static final Pattern PENDING = Pattern.compile("undoLog[.-]\\d{1,5}");
    private static final Pattern TRANSACTED = Pattern.compile("(table|index)\\.\\d{1,9}");
    private static final Pattern OTHER = Pattern.compile("lobMap|tempLobMap|lobRef|lobData|temp\\.\\d{1,9}");
    private static final Pattern VERSION_TABLE = Pattern.compile("CREATE CACHED TABLE \"PUBLIC\"\\.\"SCHEMA_VERSION\"\\(.*",
            Pattern.DOTALL);

    private static final int MAX_OBJECT_COUNT = 10_000;

    private final MVStore store;

    private SchemaCheck(MVStore store) {
        this.store = store;
    }

    /**
     * What H2 would find in the file.
     *
     * @param objects what it would run
     * @param version the highest schema version that the file says it has reached; 0 when it says none
     * @param missing what of the state that was last written is not there, to follow "it"; empty when all is
     */
    public record Found(List<SchemaRow> objects, int version, Optional<String> missing) {
    }

    /**
     * Reads the file.
     *
     * @throws MalformedBytes when H2 would make something else of it than texts and numbers, or the bytes are not those of a database
     */
    public static Found read(HeldFile file) throws IOException {
        return file.bounded(() -> read(CaseFiles.name(file.name()), file.size()));
    }

    /** Whatever a hostile file makes MVStore throw, up to running out of memory at once, means that it is no case. */
    private static Found read(String name, long fileBytes) {
        // without a cache every page counts as often as it is asked for
        SingleFileStore file = new SingleFileStore(new HashMap<>(Map.of("cacheSize", 0)));
        try {
            file.open(name, true, null);
            return new SchemaCheck(new MVStore.Builder().adoptFileStore(file).autoCommitDisabled().open()).read(fileBytes);
        } catch (RuntimeException | VirtualMachineError | AssertionError e) {
            throw malformed(e);
        } finally {
            file.close();
        }
    }

    /** MVStore wraps what a decoder throws. */
    private static MalformedBytes malformed(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(MalformedBytes.class::isInstance).map(MalformedBytes.class::cast).findFirst()
                .orElseGet(() -> new MalformedBytes("no database that can be read", thrown));
    }

    /** Whether a transaction has not ended: what it changed is undone when H2 next opens the file. */
    public static boolean hasPending(MVStore store) {
        return store.getMapNames().stream().anyMatch(name -> PENDING.matcher(name).matches() && store.hasData(name));
    }

    private Found read(long fileBytes) {
        for (String name : store.getMapNames()) {
            requireKnown(name);
        }
        List<SchemaRow> objects = rows(OBJECTS, new SchemaRows());
        requireOnlyNumbered(objects);
        Map<String, StoredType> types = Map.copyOf(map(TYPES, StringDataType.INSTANCE, new StoredTypes()));
        requireHarmless(types);
        return new Found(objects, version(objects), new StateCheck(store, fileBytes).missing());
    }

    private void requireKnown(String name) {
        if (name.equals(PREPARED) && store.hasData(name)) {
            throw new MalformedBytes("it has prepared transactions, which no case has");
        }
        if (!name.equals(PREPARED) && !name.equals(TYPES)
                && Stream.of(PENDING, TRANSACTED, OTHER).noneMatch(known -> known.matcher(name).matches())) {
            throw new MalformedBytes("it has a map \"" + name + "\", which no case has");
        }
    }

    private static void requireOnlyNumbered(List<SchemaRow> objects) {
        if (objects.stream().anyMatch(row -> row.id() < 1 || row.id() > MAX_OBJECT_COUNT)) {
            throw new MalformedBytes("its objects have numbers that no case has");
        }
    }

    /** Reads every note of a change that had not ended; a type that is not harmless ends it. */
    private void requireHarmless(Map<String, StoredType> types) {
        PendingChange changes = new PendingChange(number -> types(number, types));
        for (String name : store.getMapNames()) {
            if (PENDING.matcher(name).matches()) {
                map(name, LongDataType.INSTANCE, changes).forEach((_, _) -> { });
            }
        }
    }

    private PendingChange.MapTypes types(int number, Map<String, StoredType> types) {
        String name = store.getMapName(number);
        if (name == null || !TRANSACTED.matcher(name).matches()) {
            throw new MalformedBytes("a transaction changes the map " + name + ", which no case's does");
        }
        Map<String, String> settings = DataUtils.parseMap(store.getMetaMap().get("map." + Integer.toHexString(number)));
        return new PendingChange.MapTypes(type(settings.get("key"), types), type(settings.get("val"), types));
    }

    private static StoredType type(String key, Map<String, StoredType> types) {
        return Optional.ofNullable(key).map(types::get).orElseThrow(() -> new MalformedBytes("a map of no known type"));
    }

    /** The highest number in the first column of the table of versions. */
    private int version(List<SchemaRow> objects) {
        return objects.stream().filter(row -> VERSION_TABLE.matcher(row.sql()).matches()).findFirst()
                .map(table -> rows("table." + table.id(), new Versions()).stream().mapToInt(Integer::intValue).max().orElse(0))
                .orElse(0);
    }

    private <T> List<T> rows(String name, VersionedRows<T> type) {
        List<T> rows = new ArrayList<>();
        map(name, LongDataType.INSTANCE, type).values().forEach(rows::addAll);
        return rows;
    }

    /** The map, empty when there is none. */
    private <K, V> MVMap<K, V> map(String name, BasicDataType<K> keys, BasicDataType<V> values) {
        return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }

    /** Number, a column that H2 does not look at, kind, statement. */
    private static final class SchemaRows extends VersionedRows<SchemaRow> {

        @Override
        SchemaRow row(ByteBuffer buffer) {
            int id = required(StoredValue.integer(buffer));
            required(StoredValue.integer(buffer));
            int kind = required(StoredValue.integer(buffer));
            return new SchemaRow(id, kind, required(StoredValue.text(buffer)));
        }

        private static <T> T required(Optional<T> value) {
            return value.orElseThrow(() -> new MalformedBytes("an object that is not described as H2 does it"));
        }
    }

    /** Version, time, tool. */
    private static final class Versions extends VersionedRows<Integer> {

        @Override
        Integer row(ByteBuffer buffer) {
            int version = StoredValue.integer(buffer).orElse(0);
            StoredValue.skip(buffer);
            StoredValue.skip(buffer);
            return version;
        }
    }
}
