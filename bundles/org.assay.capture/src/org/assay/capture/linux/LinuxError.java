package org.assay.capture.linux;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;

import org.assay.capture.file.ReplacedException;

/** The errors of Linux that a capture tells apart (uapi/asm-generic/errno.h; the same numbers on x86_64 and aarch64). */
final class LinuxError {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int E2BIG = 7;
    static final int EACCES = 13;
    static final int ENOTDIR = 20;
    static final int EINVAL = 22;
    static final int ERANGE = 34;
    static final int ENAMETOOLONG = 36;
    static final int ELOOP = 40;
    static final int ENODATA = 61;
    static final int EOPNOTSUPP = 95;

    private LinuxError() {
    }

    /** What Java would have thrown for the error {@code number} that befell {@code name}. */
    static IOException exception(int number, String name) {
        return switch (number) {
            case ENOENT -> new NoSuchFileException(name);
            case EPERM, EACCES -> new AccessDeniedException(name);
            case ENOTDIR -> new NotDirectoryException(name);
            case EINVAL -> new NotLinkException(name);
            case ELOOP -> new ReplacedException(name);
            default -> new FileSystemException(name, null, text(number));
        };
    }

    private static String text(int number) {
        return switch (number) {
            case EIO -> "Input/output error";
            case 6 -> "No such device or address";
            case E2BIG -> "Argument list too long";
            case 12 -> "Cannot allocate memory";
            case 19 -> "No such device";
            case 23, 24 -> "Too many open files";
            case ERANGE -> "Numerical result out of range";
            case ENAMETOOLONG -> "File name too long";
            case EOPNOTSUPP -> "Operation not supported";
            case 103 -> "Software caused connection abort";
            case 107 -> "Transport endpoint is not connected";
            case 110 -> "Connection timed out";
            case 116 -> "Stale file handle";
            case 117 -> "Structure needs cleaning";
            case 74 -> "Bad message";
            case 75 -> "Value too large for defined data type";
            case 112 -> "Host is down";
            case 121 -> "Remote I/O error";
            case 126 -> "Required key not available";
            default -> "error " + number + " of errno(3)";
        };
    }
}
