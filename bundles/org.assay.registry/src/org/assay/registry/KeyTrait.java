package org.assay.registry;

import java.util.EnumSet;
import java.util.Set;

/** What a hive says of a key beyond its content (M. Suhanov, "Windows registry file format specification", section Key node). */
public enum KeyTrait {

    /** The key was to vanish when Windows shuts down. Windows never writes such a key to a file. */
    VOLATILE(0x01),
    /** Another hive is mounted here. Windows never writes such a key to a file. */
    MOUNT_POINT(0x02),
    /** Windows refuses to delete the key; usual for a root key. */
    UNDELETABLE(0x08),
    /** The key is a link to the one that its value {@code SymbolicLinkValue} names, of type {@link RegistryType#LINK}. */
    SYMBOLIC_LINK(0x10),
    /** The key is a predefined handle and so has no values. */
    PREDEFINED_HANDLE(0x40),
    /** In a layered hive: the key is said to be absent, and yet it has subkeys or values. Windows would not show them. */
    TOMBSTONE_WITH_CONTENT(0),
    /** In a layered hive: the key takes the place of the one in the layers below. */
    SUPERSEDES_KEY(0),
    /** In a layered hive: the key and all below it take the place of those in the layers below. */
    SUPERSEDES_TREE(0),
    /** In a layered hive: the key has the class name of the layer below. */
    INHERITS_CLASS(0);

    private static final int LAYER_SEMANTICS = 0x03;
    private static final int CLASS_INHERITED = 0x80;
    private static final int TOMBSTONE = 1;

    private final int flag;

    KeyTrait(int flag) {
        this.flag = flag;
    }

    /** The bit in the flags of a key node; 0 when it is none of them. */
    public int flag() {
        return flag;
    }

    /** Whether the byte for layers says that the key is to be absent. */
    public static boolean isTombstone(int layer) {
        return (layer & LAYER_SEMANTICS) == TOMBSTONE;
    }

    /**
     * The traits of a key.
     *
     * @param flags the flags of its node
     * @param layer the byte for layers of its node, 0 in a hive that is not layered
     */
    public static Set<KeyTrait> of(int flags, int layer) {
        Set<KeyTrait> traits = EnumSet.noneOf(KeyTrait.class);
        for (KeyTrait trait : values()) {
            if ((flags & trait.flag) != 0) {
                traits.add(trait);
            }
        }
        switch (layer & LAYER_SEMANTICS) {
            case TOMBSTONE -> traits.add(TOMBSTONE_WITH_CONTENT);
            case 2 -> traits.add(SUPERSEDES_KEY);
            case 3 -> traits.add(SUPERSEDES_TREE);
            default -> {
            }
        }
        if ((layer & CLASS_INHERITED) != 0) {
            traits.add(INHERITS_CLASS);
        }
        return traits;
    }
}
