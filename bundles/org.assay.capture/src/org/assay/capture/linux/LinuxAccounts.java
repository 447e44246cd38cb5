package org.assay.capture.linux;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.model.text.FileName;

/** The names of users and groups as this machine knows them; a number without a name is its own name. Each is looked up once. */
final class LinuxAccounts {

    /** Longest name that is believed, in bytes. */
    private static final int NAME_BYTES = 1024;

    private final MethodHandle userOf = link("getpwuid");
    private final MethodHandle groupOf = link("getgrgid");
    private final Map<Integer, Optional<String>> users = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<String>> groups = new ConcurrentHashMap<>();

    private static MethodHandle link(String function) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(function),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    }

    Optional<String> user(int uid) {
        Optional<String> known = users.get(uid);
        return known != null ? known : lookUp(users, userOf, uid);
    }

    Optional<String> group(int gid) {
        Optional<String> known = groups.get(gid);
        return known != null ? known : lookUp(groups, groupOf, gid);
    }

    /** The system's function answers in memory that its next call overwrites. */
    private synchronized Optional<String> lookUp(Map<Integer, Optional<String>> names, MethodHandle function, int number) {
        return names.computeIfAbsent(number, id -> Optional.of(name(function, id)));
    }

    /** The name stands first in both records (pwd.h, grp.h: {@code char *pw_name}, {@code char *gr_name}). */
    private static String name(MethodHandle function, int number) {
        try {
            MemorySegment record = (MemorySegment) function.invokeExact(number);
            if (record.equals(MemorySegment.NULL)) {
                return Integer.toUnsignedString(number);
            }
            MemorySegment name = record.reinterpret(ValueLayout.ADDRESS.byteSize()).get(ValueLayout.ADDRESS, 0).reinterpret(NAME_BYTES);
            int length = 0;
            while (length < NAME_BYTES && name.get(ValueLayout.JAVA_BYTE, length) != 0) {
                length++;
            }
            return FileName.decode(name.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a native call throws nothing", e);
        }
    }
}
