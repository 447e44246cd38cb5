package org.assay.model.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the system said when it refused something, for people. */
public final class FailureText {

    private FailureText() {
    }

    /** In words, visible, without the path that Java puts before it. */
    public static String of(Exception failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "access denied";
            case NotDirectoryException _ -> "it is not a directory";
            case FileAlreadyExistsException _ -> "something is there already";
            case FileSystemException system when system.getReason() != null -> Visible.text(system.getReason());
            case FileSystemException _ -> Visible.text(failure.toString());
            default -> Visible.text(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        };
    }
}
