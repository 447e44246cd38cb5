package org.assay.store.bytes;

/** Constants are stored by their names, so that a case outlives a new order of the constants. */
public final class StoredName {

    private StoredName() {
    }

    /** The constant called {@code name}; malformed when this Assay does not know it. */
    public static <E extends Enum<E>> E read(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new MalformedBytes("it names a " + type.getSimpleName() + " that this Assay does not know", e);
        }
    }
}
