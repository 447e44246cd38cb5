package org.assay.capture.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.assay.capture.file.CallStamp;
import org.assay.capture.file.LeftBehindException;
import org.assay.model.text.FileName;

/**
 * The door to the kernel for one thread: its system calls, and the memory that they read and write.
 *
 * <p>All go through {@code syscall(2)}, so there is one native function to link instead of one for each call: linking costs about ten
 * milliseconds each. The memory is looked at as a {@link ByteBuffer}, which starts faster than layouts and handles do.
 *
 * <p>A call may wait for as long as the system likes (a network that is gone), so none is made as a critical one, which would hold up the
 * garbage collector and with it the whole program; each is stamped, so that a thread which waits too long can be left behind.
 */
final class LinuxKernel {

    /** Room for what a call reads. */
    static final int BLOCK_BYTES = 128 << 10;

    /** No extended attribute and no list of their names is larger (XATTR_LIST_MAX, XATTR_SIZE_MAX of uapi/linux/limits.h). */
    static final int ATTRIBUTE_BYTES = 64 << 10;

    /** Room for a name; a path that the kernel takes has 4,096 bytes at most, PATH_MAX of uapi/linux/limits.h. */
    private static final int NAME_BYTES = 8 << 10;

    private static final int ERROR = 0;
    private static final int RECORD = 64;
    private static final int RECORD_BYTES = 512;
    private static final int NAME = RECORD + RECORD_BYTES;
    private static final int SECOND_NAME = NAME + NAME_BYTES;
    private static final int BLOCK = SECOND_NAME + NAME_BYTES;

    private static final MethodHandle SYSCALL = link();

    private final CallStamp stamp = CallStamp.ofThisThread();
    private final MemorySegment errorState;
    private final ByteBuffer memory;
    private final long address;

    LinuxKernel() {
        MemorySegment all = Arena.ofAuto().allocate(BLOCK + BLOCK_BYTES, 64);
        errorState = all.asSlice(ERROR, RECORD);
        memory = all.asByteBuffer().order(ByteOrder.nativeOrder());
        address = all.address();
    }

    private static MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(word, word, word, word, word, word, word),
                Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(1));
    }

    /**
     * Makes the call {@code call} and gives what it returns, or the number of its error, negated.
     *
     * @throws LeftBehindException when it returned so late that nobody waits for it any more
     */
    long call(LinuxCall call, long one, long two, long three, long four, long five) {
        stamp.begin();
        long result = system(call, one, two, three, four, five);
        if (!stamp.end()) {
            if (call == LinuxCall.OPENAT && result >= 0) {
                system(LinuxCall.CLOSE, result, 0, 0, 0, 0);
            }
            throw new LeftBehindException();
        }
        return result;
    }

    private long system(LinuxCall call, long one, long two, long three, long four, long five) {
        try {
            long result = (long) SYSCALL.invokeExact(errorState, call.number, one, two, three, four, five);
            return result >= 0 ? result : -memory.getInt(ERROR);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a native call throws nothing", e);
        }
    }

    /** As {@link #call}, again when a signal broke it off; an error is thrown as of the file {@code name}. */
    long checked(String name, LinuxCall call, long one, long two, long three, long four, long five) throws IOException {
        long result;
        do {
            result = call(call, one, two, three, four, five);
        } while (result == -LinuxError.EINTR);
        if (result < 0) {
            throw LinuxError.exception((int) -result, name);
        }
        return result;
    }

    /**
     * Reads the extended attribute {@code name} into the block.
     *
     * @param descriptor the open file that is asked, when {@code path} is empty
     * @param path the file that is asked else
     * @return its length, or the number of an error, negated
     */
    long attribute(int descriptor, String path, String name) throws IOException {
        return path.isEmpty() ? call(LinuxCall.FGETXATTR, descriptor, secondName(name), blockAddress(), ATTRIBUTE_BYTES, 0)
                : call(LinuxCall.LGETXATTR, name(path), secondName(name), blockAddress(), ATTRIBUTE_BYTES, 0);
    }

    /** Puts {@code name} before a call and gives its address. */
    long name(String name) throws IOException {
        return put(NAME, name);
    }

    /** Puts a second name beside the first. */
    long secondName(String name) throws IOException {
        return put(SECOND_NAME, name);
    }

    private long put(int at, String name) throws IOException {
        int length = name.length();
        if (length >= NAME_BYTES) {
            throw LinuxError.exception(LinuxError.ENAMETOOLONG, name);
        }
        for (int each = 0; each < length; each++) {
            char unit = name.charAt(each);
            if (unit >= 0x80) {
                return putExact(at, name);
            }
            memory.put(at + each, (byte) unit);
        }
        memory.put(at + length, (byte) 0);
        return address + at;
    }

    private long putExact(int at, String name) throws IOException {
        byte[] bytes = FileName.encode(name);
        if (bytes.length >= NAME_BYTES) {
            throw LinuxError.exception(LinuxError.ENAMETOOLONG, name);
        }
        memory.put(at, bytes);
        memory.put(at + bytes.length, (byte) 0);
        return address + at;
    }

    /** Where a call puts a record of at most {@value #RECORD_BYTES} bytes. */
    long recordAddress() {
        return address + RECORD;
    }

    int intAt(int offset) {
        return memory.getInt(RECORD + offset);
    }

    long longAt(int offset) {
        return memory.getLong(RECORD + offset);
    }

    int unsignedShortAt(int offset) {
        return memory.getShort(RECORD + offset) & 0xffff;
    }

    void putLong(int offset, long value) {
        memory.putLong(RECORD + offset, value);
    }

    /** Where a call puts at most {@link #BLOCK_BYTES}. */
    long blockAddress() {
        return address + BLOCK;
    }

    byte blockByte(int offset) {
        return memory.get(BLOCK + offset);
    }

    int blockUnsignedShort(int offset) {
        return memory.getShort(BLOCK + offset) & 0xffff;
    }

    /** Copies the beginning of the block. */
    void block(byte[] target, int length) {
        memory.get(BLOCK, target, 0, length);
    }

    byte[] block(int length) {
        byte[] copy = new byte[length];
        block(copy, length);
        return copy;
    }

    /** The name of {@code length} bytes at {@code offset} in the block, as {@link FileName} carries it. */
    String blockName(int offset, int length) {
        byte[] name = new byte[length];
        memory.get(BLOCK + offset, name);
        for (byte each : name) {
            if (each < 0) {
                return FileName.decode(name);
            }
        }
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
