package org.assay.capture.nio;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.assay.capture.file.CallStamp;
import org.assay.capture.file.ChildName;
import org.assay.capture.file.ExactName;
import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.capture.file.OpenFile;
import org.assay.capture.file.ReplacedException;

/** A directory by its path. */
final class NioFolder implements Folder {

    private final Path path;
    private final NioStates states;

    NioFolder(Path path, NioStates states) {
        this.path = path;
        this.states = states;
    }

    private Path path(String name) {
        return ExactName.in(path, name);
    }

    @Override
    public FolderListing list() throws IOException {
        List<ChildName> names = new ArrayList<>();
        Optional<IOException> failure = Optional.empty();
        CallStamp stamp = CallStamp.ofThisThread();
        stamp.begin();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            for (Path child : stream) {
                stamp.renew();
                names.add(new ChildName(ExactName.of(child.getFileName()), Optional.empty()));
                if (Thread.currentThread().isInterrupted()) {
                    throw new ClosedByInterruptException();
                }
            }
        } catch (DirectoryIteratorException e) {
            failure = Optional.of(e.getCause());
        } finally {
            stamp.endOrLeave();
        }
        names.sort(Comparator.comparing(ChildName::component));
        return new FolderListing(names, failure);
    }

    @Override
    public FileState state() throws IOException {
        return CallStamp.around(() -> states.state(path));
    }

    @Override
    public Extended extended(FileState state) throws IOException {
        return CallStamp.around(() -> NioExtended.of(path));
    }

    @Override
    public FileState state(String name) throws IOException {
        return CallStamp.around(() -> states.state(path(name)));
    }

    @Override
    public Extended extended(String name, FileState state) throws IOException {
        return CallStamp.around(() -> NioExtended.of(path(name)));
    }

    @Override
    public String linkTarget(String name) throws IOException {
        return CallStamp.around(() -> ExactName.of(Files.readSymbolicLink(path(name))));
    }

    @Override
    public Folder folder(String name) {
        return new NioFolder(path(name), states);
    }

    @Override
    public OpenFile file(String name) throws IOException {
        return CallStamp.around(() -> NioFile.open(path(name), states));
    }

    /** {@link NioExtended} gives the content of streams at once. */
    @Override
    public OpenFile stream(String name) throws IOException {
        throw new IOException("the stream " + name + " cannot be opened by itself");
    }

    @Override
    public Folder above(FileState expected) throws IOException {
        NioFolder above = new NioFolder(path.getParent(), states);
        if (!above.state().isSameFile(expected)) {
            throw new ReplacedException("..");
        }
        return above;
    }

    @Override
    public String fileSystemType(String name, FileState state) {
        try {
            return CallStamp.around(() -> Files.getFileStore(path(name)).type());
        } catch (IOException e) {
            // A mount that the table does not list is read like any other directory, and what fails there becomes a gap of its own.
            return "";
        }
    }

    /** Nothing is open but while a question is answered. */
    @Override
    public Folder share() {
        return this;
    }

    @Override
    public void close() {
    }
}
