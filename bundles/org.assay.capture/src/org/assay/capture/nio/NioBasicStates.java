package org.assay.capture.nio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.assay.capture.file.FileState;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;

/** Files of Windows, and of any other system without modes. Junctions and other reparse points are kept as they are and not entered. */
final class NioBasicStates implements NioStates {

    @Override
    public FileState state(Path path) throws IOException {
        boolean dos = path.getFileSystem().supportedFileAttributeViews().contains("dos");
        Class<? extends BasicFileAttributes> requested = dos ? DosFileAttributes.class : BasicFileAttributes.class;
        BasicFileAttributes attributes = Files.readAttributes(path, requested, LinkOption.NOFOLLOW_LINKS);
        FileTimes times = new FileTimes(attributes.lastModifiedTime().toInstant(), Optional.empty(),
                Optional.of(attributes.lastAccessTime().toInstant()), Optional.of(attributes.creationTime().toInstant()));
        return new FileState(kind(attributes), attributes.size(), times, Optional.empty(), owner(path), Optional.empty(),
                Optional.empty(), attributes instanceof DosFileAttributes marks ? flags(marks) : Set.of(), false);
    }

    private static FileKind kind(BasicFileAttributes attributes) {
        return attributes.isSymbolicLink() ? FileKind.LINK : attributes.isOther() ? FileKind.OTHER
                : attributes.isDirectory() ? FileKind.DIRECTORY : FileKind.FILE;
    }

    private static Optional<String> owner(Path path) throws IOException {
        FileOwnerAttributeView view = Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? Optional.empty() : Optional.of(view.getOwner().getName());
    }

    private static Set<FileFlag> flags(DosFileAttributes attributes) {
        EnumSet<FileFlag> flags = EnumSet.noneOf(FileFlag.class);
        add(flags, attributes.isReadOnly(), FileFlag.READ_ONLY);
        add(flags, attributes.isHidden(), FileFlag.HIDDEN);
        add(flags, attributes.isSystem(), FileFlag.SYSTEM);
        add(flags, attributes.isArchive(), FileFlag.ARCHIVE);
        return Collections.unmodifiableSet(flags);
    }

    private static void add(EnumSet<FileFlag> flags, boolean set, FileFlag flag) {
        if (set) {
            flags.add(flag);
        }
    }
}
