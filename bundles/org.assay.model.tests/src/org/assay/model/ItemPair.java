package org.assay.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Two items of one kind at one place that differ in one component of their records and have everything that an item can have. */
record ItemPair(String component, Item one, Item other) {

    private static final Set<Class<?>> PARTS = Set.of(FileDetails.class, FileTimes.class, Inode.class, Signature.class);

    /** A pair for every component of every kind of item, also one that is added later, if its type is among those below. */
    static List<ItemPair> all() {
        List<ItemPair> pairs = new ArrayList<>();
        for (Class<?> type : List.of(FileItem.class, KeyItem.class, ValueItem.class)) {
            for (FileKind kind : type == FileItem.class ? FileKind.values() : new FileKind[] {FileKind.FILE}) {
                for (List<RecordComponent> path : paths(type)) {
                    pairs.add(new ItemPair(kind + " " + path, (Item) make(type, kind, path, false), (Item) make(type, kind, path, true)));
                }
            }
        }
        return pairs;
    }

    private static List<List<RecordComponent>> paths(Class<?> type) {
        List<List<RecordComponent>> paths = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> inner = inner(component);
            if (PARTS.contains(inner)) {
                paths(inner).forEach(path -> paths.add(Stream.concat(Stream.of(component), path.stream()).toList()));
            } else if (inner != Location.class) {
                paths.add(List.of(component));
            }
        }
        return paths;
    }

    private static Class<?> inner(RecordComponent component) {
        return component.getType() == Optional.class
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
    }

    /** A record whose values are plain ones, but for the one at {@code path} where {@code other} says so. */
    private static Object make(Class<?> type, FileKind kind, List<RecordComponent> path, boolean other) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean here = !path.isEmpty() && path.getFirst().getName().equals(component.getName());
            Class<?> inner = inner(component);
            Object value = PARTS.contains(inner) ? make(inner, kind, here ? path.subList(1, path.size()) : List.of(), other)
                    : inner == FileKind.class ? kind(kind, here && other) : value(component, inner, here && other, type);
            values.add(component.getType() == Optional.class ? Optional.of(value) : value);
        }
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileKind kind(FileKind kind, boolean other) {
        return !other ? kind : kind == FileKind.FIFO ? FileKind.SOCKET : FileKind.FIFO;
    }

    private static Object value(RecordComponent component, Class<?> inner, boolean other, Class<?> owner) {
        int number = other ? 2 : 1;
        if (inner == Location.class) {
            return owner == FileItem.class ? Location.file("C:", "a") : owner == KeyItem.class ? Location.key("HKLM")
                    : Location.key("HKLM").value("v");
        } else if (inner == boolean.class) {
            return other;
        } else if (inner == int.class || inner == Integer.class) {
            return number;
        } else if (inner == long.class) {
            return (long) number;
        } else if (inner == String.class) {
            return "text " + number;
        } else if (inner == Bytes.class) {
            return Bytes.ofHex("0" + number);
        } else if (inner == Instant.class) {
            return Instant.ofEpochSecond(number);
        } else if (inner.isEnum()) {
            return inner.getEnumConstants()[number];
        } else if (inner == Set.class) {
            return EnumSet.of(FileFlag.values()[number]);
        } else if (inner == SortedMap.class) {
            return new TreeMap<>(Map.of("name", Bytes.ofHex("0" + number)));
        } else if (inner == Map.class) {
            return Map.of(DigestAlgorithm.MD5, Bytes.ofHex("0" + number));
        }
        throw new IllegalStateException("give " + component + " two values here");
    }
}
