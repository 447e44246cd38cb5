package org.assay.capture.walk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToLongFunction;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.EarlierItems;

/** Names of one directory that a thread reads, and what it found. */
final class Batch {

    private final Location directory;
    private final FileState state;
    private final Folder folder;
    private final List<ChildName> names;
    private final ToLongFunction<String> keptBytes;
    private final Set<DigestAlgorithm> digests;
    private final List<Optional<FileItem>> earlier;
    private final AtomicReferenceArray<Captured> found;
    private final AtomicInteger missing;
    private volatile Optional<Throwable> failure = Optional.empty();

    /**
     * @param state what the directory is
     * @param folder the directory, which is closed when all is found
     */
    Batch(Location directory, FileState state, Folder folder, List<ChildName> names, WalkRequest request) {
        this.directory = directory;
        this.state = state;
        this.folder = folder;
        this.names = names;
        this.keptBytes = request.kept().in(directory);
        this.digests = request.packages().digestsIn(directory);
        EarlierItems known = request.earlier();
        this.earlier = known == EarlierItems.NONE ? List.of()
                : names.stream().map(name -> known.at(directory.child(name.component()))).toList();
        this.found = new AtomicReferenceArray<>(names.size());
        this.missing = new AtomicInteger(names.size());
    }

    int size() {
        return names.size();
    }

    FileState state() {
        return state;
    }

    Folder folder() {
        return folder;
    }

    ChildName name(int at) {
        return names.get(at);
    }

    Location location(int at) {
        return directory.child(names.get(at).component());
    }

    /** Up to which size the content of the file {@code at} is handed on; 0 or less when it is not. */
    long keptBytes(int at) {
        return keptBytes.applyAsLong(names.get(at).component());
    }

    /** The digests that its files get besides those of every file. */
    Set<DigestAlgorithm> digests() {
        return digests;
    }

    /** What an earlier attempt stored in this place. */
    Optional<FileItem> earlier(int at) {
        return earlier.isEmpty() ? Optional.empty() : earlier.get(at);
    }

    void found(int at, Captured captured) throws IOException {
        found.set(at, captured);
        done();
    }

    /** Nobody waits any more for what is at {@code at}. The directory stays open for whoever still asks there, until {@link #done}. */
    void givenUp(int at, Captured captured) {
        found.set(at, captured);
    }

    /** One less asks in the directory. */
    void done() throws IOException {
        if (missing.decrementAndGet() == 0) {
            folder.close();
        }
    }

    /** What was found at {@code at} is handed on. */
    void forget(int at) {
        found.set(at, null);
    }

    /** Nobody reads on. */
    void abandon() {
        if (missing.get() > 0) {
            try {
                folder.close();
            } catch (IOException e) {
                fail(e);
            }
        }
    }

    /** The capture cannot go on. */
    void fail(Throwable cause) {
        failure = Optional.of(cause);
    }

    /** What was found at {@code at}; empty while it is not known. */
    Optional<Captured> found(int at) {
        if (failure.isPresent()) {
            throw Failures.rethrown(failure.get());
        }
        return Optional.ofNullable(found.get(at));
    }
}
