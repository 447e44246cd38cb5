package org.assay.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.Untold;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;

/** Two items of one kind at one place that differ in one component of their records and have everything that an item can have. */
public record ItemPair(String component, Item one, Item other) {

    /** A pair for every component of every kind of item, also one that is added later, if its type is among those below. */
    public static List<ItemPair> all() {
        List<ItemPair> pairs = new ArrayList<>();
        for (Class<?> type : List.of(FileItem.class, KeyItem.class, ValueItem.class)) {
            for (FileKind kind : type == FileItem.class ? FileKind.values() : new FileKind[] {FileKind.FILE}) {
                for (List<RecordComponent> path : paths(type)) {
                    if (kind == FileKind.STREAM && path.getFirst().getType() == FileKind.class) {
                        continue;
                    }
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
            if (isPart(inner)) {
                paths(inner).forEach(path -> paths.add(Stream.concat(Stream.of(component), path.stream()).toList()));
            } else if (inner != Location.class) {
                paths.add(List.of(component));
            }
        }
        return paths;
    }

    /** Whether the components of this are components of an item. */
    private static boolean isPart(Class<?> type) {
        return type.isRecord() && type.getPackage() == Item.class.getPackage();
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
            Object value = isPart(inner) ? make(inner, kind, here ? path.subList(1, path.size()) : List.of(), other)
                    : inner == Location.class ? place(type, kind)
                    : inner == FileKind.class ? kind(kind, here && other) : value(component, inner, here && other ? 2 : 1);
            values.add(component.getType() == Optional.class ? Optional.of(value) : value);
        }
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Location place(Class<?> type, FileKind kind) {
        if (type == FileItem.class) {
            return new Location(kind == FileKind.STREAM ? Space.STREAM : Space.FILE, List.of("C:", "a"));
        }
        return type == KeyItem.class ? Location.key("HKLM") : Location.key("HKLM").value("v");
    }

    private static FileKind kind(FileKind kind, boolean other) {
        return !other ? kind : kind == FileKind.FIFO ? FileKind.SOCKET : FileKind.FIFO;
    }

    /** @param which 1 or 2 */
    private static Object value(RecordComponent component, Class<?> type, int which) {
        return switch (type.isEnum() ? "" : type.getSimpleName()) {
            case "" -> type.getEnumConstants()[which];
            case "boolean" -> which == 2;
            case "int", "Integer" -> which;
            case "long" -> (long) which;
            // As the number of a program's version is written.
            case "String" -> which + "." + which;
            case "Bytes" -> bytes(which, 32);
            case "Instant" -> Instant.ofEpochSecond(which);
            // What a source does not tell is not compared: one value has all of it, so that everything else is.
            case "Set" -> element(component) == Untold.class && which == 1 ? Set.of()
                    : Set.of(element(component).getEnumConstants()[which]);
            case "SortedMap" -> new TreeMap<>(Map.of("name", bytes(which, 1)));
            case "Map" -> Map.of(DigestAlgorithm.MD5, bytes(which, DigestAlgorithm.MD5.length()));
            default -> throw new IllegalStateException("say here what two values " + component + " can have");
        };
    }

    /** What a set that is a component, or what an optional one, holds. */
    private static Class<?> element(RecordComponent component) {
        ParameterizedType type = (ParameterizedType) component.getGenericType();
        return type.getActualTypeArguments()[0] instanceof ParameterizedType inner ? (Class<?>) inner.getActualTypeArguments()[0]
                : (Class<?>) type.getActualTypeArguments()[0];
    }

    private static Bytes bytes(int value, int length) {
        return Bytes.ofHex(("0" + value).repeat(length));
    }
}
