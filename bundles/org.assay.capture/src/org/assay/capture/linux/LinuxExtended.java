package org.assay.capture.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assay.capture.file.DosFlags;
import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;
import org.assay.model.item.FileFlag;
import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;

/**
 * Reads the extended attributes of one file (xattr(7)): of an open one, or of one that cannot be opened by a path through {@code /proc}
 * to its open directory, which follows no link at its end.
 *
 * <p>What drivers of NTFS tell of a Windows file comes as attributes too, some of which they do not list (ntfs-3g(8), "Extended
 * attributes" of its manual page and its library's {@code xattrs.c}; {@code fs/ntfs3/xattr.c}).
 */
final class LinuxExtended {

    /** The names of nearly every file fit here. The kernel takes memory for as much as it is asked for, and much of it costs more time. */
    private static final int USUAL_BYTES = 512;

    private static final String STREAM_PREFIX = "user.";
    private static final String STREAM_LIST = "ntfs.streams.list";

    /** Before 1970, FILETIME counts from 1601, in units of 100 ns. */
    private static final long EPOCH_SECONDS = 11_644_473_600L;
    private static final long UNITS = 10_000_000;

    private final LinuxKernel kernel;
    private final int descriptor;
    private final String path;
    private final SortedMap<String, Bytes> attributes = new TreeMap<>();
    private final SortedMap<String, Optional<Bytes>> streams = new TreeMap<>();
    private final List<Extended.Failure> failures = new ArrayList<>();

    private LinuxExtended(LinuxKernel kernel, int descriptor, String path) {
        this.kernel = kernel;
        this.descriptor = descriptor;
        this.path = path;
    }

    /** @param name a name in the open directory {@code descriptor}; empty when the open file itself is meant */
    static Extended of(LinuxSession session, int descriptor, String name, FileState state) throws IOException {
        LinuxKernel kernel = session.kernel();
        String path = name.isEmpty() ? "" : "/proc/self/fd/" + descriptor + "/" + name;
        NtfsDriver driver = session.ntfs().driver(state, kernel, descriptor, path);
        long listed = list(kernel, descriptor, path, USUAL_BYTES);
        if (listed == -LinuxError.ERANGE) {
            listed = list(kernel, descriptor, path, LinuxKernel.ATTRIBUTE_BYTES);
        }
        if (driver == NtfsDriver.NONE && (listed == 0 || listed == -LinuxError.EOPNOTSUPP)) {
            return Extended.NONE;
        }
        return new LinuxExtended(kernel, descriptor, path).read(listed, driver);
    }

    private static long list(LinuxKernel kernel, int descriptor, String path, int most) throws IOException {
        return path.isEmpty() ? kernel.call(LinuxCall.FLISTXATTR, descriptor, kernel.blockAddress(), most, 0, 0)
                : kernel.call(LinuxCall.LLISTXATTR, kernel.name(path), kernel.blockAddress(), most, 0, 0);
    }

    private Extended read(long listed, NtfsDriver driver) throws IOException {
        if (listed < 0 && listed != -LinuxError.EOPNOTSUPP) {
            failures.add(new Extended.Failure("list its extended attributes", LinuxError.exception((int) -listed, path)));
        }
        for (String name : names(kernel.block((int) Math.max(0, listed)))) {
            boolean stream = driver == NtfsDriver.NTFS_3G && name.startsWith(STREAM_PREFIX);
            Optional<Bytes> value = value(name, stream);
            if (stream) {
                value.ifPresent(bytes -> streams.put(name.substring(STREAM_PREFIX.length()), Optional.of(bytes)));
            } else {
                value.ifPresent(bytes -> attributes.put(name, bytes));
            }
        }
        return driver == NtfsDriver.NONE ? Extended.of(attributes, failures) : ofWindows(driver);
    }

    /** Names with NUL between them, and after the last one or not. */
    private static List<String> names(byte[] list) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= list.length; at++) {
            if (at == list.length ? at > start : list[at] == 0) {
                names.add(FileName.decode(Arrays.copyOfRange(list, start, at)));
                start = at + 1;
            }
        }
        return names;
    }

    private Optional<Bytes> value(String name, boolean stream) throws IOException {
        long length = kernel.attribute(descriptor, path, name);
        if (length >= 0) {
            return Optional.of(Bytes.copyOf(kernel.block((int) length)));
        }
        if (length != -LinuxError.ENODATA && length != -LinuxError.EOPNOTSUPP) {
            boolean large = stream && (length == -LinuxError.ERANGE || length == -LinuxError.E2BIG);
            failures.add(new Extended.Failure("read its " + (stream ? "stream " + name.substring(STREAM_PREFIX.length())
                    : "extended attribute " + name) + (large ? ", which is larger than 64 KiB, through this mount (mount it with "
                    + "streams_interface=windows)" : ""), LinuxError.exception((int) -length, name)));
        }
        return Optional.empty();
    }

    private Extended ofWindows(NtfsDriver driver) throws IOException {
        Optional<Bytes> dos = value(NtfsDriver.DOS_FLAGS, false);
        Set<FileFlag> flags = dos.filter(bytes -> bytes.length() == Integer.BYTES)
                .map(bytes -> DosFlags.of(ByteBuffer.wrap(bytes.toArray()).getInt())).orElse(Set.of());
        Optional<Instant> created = Optional.empty();
        if (driver == NtfsDriver.NTFS_3G) {
            created = value(NtfsDriver.TIMES, false).filter(bytes -> bytes.length() >= Long.BYTES)
                    .map(bytes -> time(ByteBuffer.wrap(bytes.toArray()).getLong()));
            for (String name : names(value(STREAM_LIST, false).map(Bytes::toArray).orElse(new byte[0]))) {
                streams.putIfAbsent(name, Optional.empty());
            }
        }
        value(driver.security, false).ifPresent(security -> attributes.put(driver.security, security));
        if (flags.contains(FileFlag.REPARSE_POINT)) {
            value(NtfsDriver.REPARSE_DATA, false).ifPresent(data -> attributes.put(NtfsDriver.REPARSE_DATA, data));
        }
        return new Extended(Collections.unmodifiableSortedMap(attributes), flags, created, Collections.unmodifiableSortedMap(streams),
                List.copyOf(failures));
    }

    /** FILETIME (MS-DTYP 2.3.3). */
    private static Instant time(long units) {
        return Instant.ofEpochSecond(Math.floorDiv(units, UNITS) - EPOCH_SECONDS, Math.floorMod(units, UNITS) * 100);
    }
}
