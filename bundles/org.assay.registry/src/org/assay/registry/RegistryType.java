package org.assay.registry;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The type numbers of registry values that have a name (winnt.h). Any other 32-bit number is legal too and met in real hives. The room
 * {@code model} has them too, in {@code ValueType}, for neither room knows the other.
 */
public final class RegistryType {

    public static final int NONE = 0;
    public static final int SZ = 1;
    public static final int EXPAND_SZ = 2;
    public static final int BINARY = 3;
    public static final int DWORD = 4;
    public static final int DWORD_BIG_ENDIAN = 5;
    public static final int LINK = 6;
    public static final int MULTI_SZ = 7;
    public static final int RESOURCE_LIST = 8;
    public static final int FULL_RESOURCE_DESCRIPTOR = 9;
    public static final int RESOURCE_REQUIREMENTS_LIST = 10;
    public static final int QWORD = 11;

    private RegistryType() {
    }

    /** The name of a type, for example {@code REG_SZ}; a type without a name is given in hexadecimal, for example {@code REG_0x2000}. */
    public static String name(int type) {
        return switch (type) {
            case NONE -> "REG_NONE";
            case SZ -> "REG_SZ";
            case EXPAND_SZ -> "REG_EXPAND_SZ";
            case BINARY -> "REG_BINARY";
            case DWORD -> "REG_DWORD";
            case DWORD_BIG_ENDIAN -> "REG_DWORD_BIG_ENDIAN";
            case LINK -> "REG_LINK";
            case MULTI_SZ -> "REG_MULTI_SZ";
            case RESOURCE_LIST -> "REG_RESOURCE_LIST";
            case FULL_RESOURCE_DESCRIPTOR -> "REG_FULL_RESOURCE_DESCRIPTOR";
            case RESOURCE_REQUIREMENTS_LIST -> "REG_RESOURCE_REQUIREMENTS_LIST";
            case QWORD -> "REG_QWORD";
            default -> "REG_0x" + Integer.toHexString(type);
        };
    }

    /** The type with a name such as {@code REG_SZ}; empty when no type has it. */
    public static OptionalInt number(String name) {
        return IntStream.rangeClosed(NONE, QWORD).filter(type -> name(type).equals(name)).findFirst();
    }

    /** Whether data of this type is text: REG_SZ, REG_EXPAND_SZ, REG_LINK or REG_MULTI_SZ. */
    public static boolean isText(int type) {
        return type == SZ || type == EXPAND_SZ || type == LINK || type == MULTI_SZ;
    }

    /** Whether data of this type is ANSI text on Windows 9x and in REGEDIT4 files: REG_SZ, REG_EXPAND_SZ or REG_MULTI_SZ. */
    public static boolean isAnsiText(int type) {
        return type == SZ || type == EXPAND_SZ || type == MULTI_SZ;
    }
}
