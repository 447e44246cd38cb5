package org.assay.capture.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.capture.file.Gaps;
import org.assay.capture.file.NoAnswerException;
import org.assay.capture.file.OpenFile;
import org.assay.capture.file.ReplacedException;
import org.assay.capture.file.Streamed;
import org.assay.content.ContentFacts;
import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.text.Bytes;

/** Reads what is called by a name in a directory: what it is, what it carries, and its content. For one thread. */
final class PlaceReader {

    /** A file of more bytes is put off, so that other threads can read the files beside it meanwhile. */
    private static final long LARGE_BYTES = 1 << 20;

    /** What a Java array can hold. */
    private static final long MAX_COPY_LENGTH = Integer.MAX_VALUE - 8;

    private static final byte[] NO_COPY = {};

    private final ContentReader content;
    private final HardLinks links;
    private final KeptBudget kept;
    private final ScopeFilter filter;
    private final ReusedHashes reused;
    private final Set<DigestAlgorithm> digests;
    /** What is known of the place that is being read, for who goes on when this thread is left behind. */
    private Optional<FileState> known = Optional.empty();
    private long held;

    PlaceReader(ContentReader content, HardLinks links, WalkRequest request, KeptBudget kept, ReusedHashes reused) {
        this.reused = reused;
        this.content = content;
        this.links = links;
        this.kept = kept;
        this.filter = request.options().filter();
        this.digests = request.options().digests();
    }

    /** A place that is being read, and what goes wrong on the way. */
    private record Place(Folder folder, String name, Location location, Optional<FileItem> earlier, long keptBytes,
            Set<DigestAlgorithm> digests, BooleanSupplier urgent, List<Gap> gaps) {
    }

    /**
     * Reads the name {@code at} of {@code batch}.
     *
     * @param putOff whether a large file may be put off; the answer is empty then
     * @param urgent whether the sink waits for this batch
     */
    Optional<Captured> read(Batch batch, int at, boolean putOff, BooleanSupplier urgent) throws InterruptedException {
        ChildName name = batch.name(at);
        Place place = new Place(batch.folder(), name.component(), batch.location(at), batch.earlier(at),
                batch.keptBytes(at), batch.digests(), urgent, new ArrayList<>(0));
        known = Optional.empty();
        held = 0;
        try {
            if (name.kind().isPresent() && name.kind().get() == FileKind.FILE) {
                return file(place, Optional.empty(), putOff);
            }
            FileState state = place.folder.state(place.name);
            known = Optional.of(state);
            return switch (state.kind()) {
                case FILE -> file(place, Optional.of(state), putOff);
                case LINK -> Optional.of(link(place, state));
                case DIRECTORY -> Optional.of(Captured.of(state.item(place.location),
                        Gaps.changed(place.location, "a directory took its place after it was listed; not entered")));
                case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM -> Optional.of(special(place, state));
            };
        } catch (IOException e) {
            return Optional.of(Captured.of(Gaps.failed(place.location, "read its attributes", e)));
        }
    }

    /** What is known of {@code location}, in which the thread was left behind that reads it; gives back what it held for that. */
    Captured unanswered(Location location, NoAnswerException why) {
        kept.give(held);
        Gap gap = Gaps.failed(location, "read it", why);
        return known.map(seen -> Captured.of(seen.item(location), gap)).orElseGet(() -> Captured.of(gap));
    }

    /** What the directory {@code location} is and carries; {@code folder} is it where it is open. */
    Captured directory(Location location, FileState state, Optional<Folder> folder) {
        List<Gap> gaps = new ArrayList<>(0);
        if (folder.isEmpty()) {
            return Captured.of(state.item(location));
        }
        Place place = new Place(folder.get(), "", location, Optional.empty(), 0, Set.of(), () -> false, gaps);
        Extended extended = Extended.NONE;
        try {
            extended = reported(place, folder.get().extended(state));
        } catch (IOException e) {
            gaps.add(Gaps.failed(location, "read its extended attributes", e));
        }
        return new Captured(withStreams(state.item(location, extended, Optional.empty()), place, folder.get(), state, extended), gaps,
                Optional.empty());
    }

    private Captured link(Place place, FileState state) {
        Extended extended = extended(place, state);
        Optional<String> target = Optional.empty();
        try {
            target = Optional.of(place.folder.linkTarget(place.name));
        } catch (IOException e) {
            place.gaps.add(Gaps.failed(place.location, "read where the link points", e));
        }
        return new Captured(List.of(state.item(place.location, extended, target)), place.gaps, Optional.empty());
    }

    private Captured special(Place place, FileState state) {
        return new Captured(List.of(state.item(place.location, extended(place, state), Optional.empty())), place.gaps, Optional.empty());
    }

    private Extended extended(Place place, FileState state) {
        try {
            return reported(place, place.folder.extended(place.name, state));
        } catch (IOException e) {
            place.gaps.add(Gaps.failed(place.location, "read its extended attributes", e));
            return Extended.NONE;
        }
    }

    private static Extended reported(Place place, Extended extended) {
        for (Extended.Failure failure : extended.failures()) {
            place.gaps.add(Gaps.failed(place.location, failure.what(), failure.cause()));
        }
        return extended;
    }

    private Optional<Captured> file(Place place, Optional<FileState> listed, boolean putOff) throws IOException, InterruptedException {
        FileState state;
        try (OpenFile file = place.folder.file(place.name)) {
            state = file.state();
            known = Optional.of(state);
            if (state.kind() != FileKind.FILE) {
                return Optional.of(Captured.of(state.item(place.location), replaced(place)));
            }
            if (putOff && state.sizeBytes() > LARGE_BYTES) {
                return Optional.empty();
            }
            return Optional.of(opened(place, file, state));
        } catch (IOException e) {
            Gap gap = e instanceof ReplacedException ? replaced(place) : Gaps.failed(place.location, "read it", e);
            return Optional.of(now(place).or(() -> listed).map(seen -> Captured.of(seen.item(place.location), gap))
                    .orElseGet(() -> Captured.of(gap)));
        }
    }

    private static Gap replaced(Place place) {
        return Gaps.changed(place.location, "another file took its place before it was read");
    }

    /** A file that cannot be opened can still be asked what it is. */
    private static Optional<FileState> now(Place place) {
        try {
            return Optional.of(place.folder.state(place.name));
        } catch (IOException e) {
            // The failure to open it becomes the gap.
            return Optional.empty();
        }
    }

    private Captured opened(Place place, OpenFile file, FileState state) throws IOException, InterruptedException {
        Extended extended = reported(place, file.extended(state));
        boolean keep = place.keptBytes > 0 && filter.takesContent(state.sizeBytes())
                && state.sizeBytes() <= Math.min(MAX_COPY_LENGTH, place.keptBytes);
        byte[] copy = NO_COPY;
        if (keep) {
            kept.take(state.sizeBytes(), place.urgent);
            held = state.sizeBytes();
            copy = new byte[(int) state.sizeBytes()];
        }
        Optional<ContentFacts> found = keep ? Optional.empty() : reusable(place, state);
        if (found.isEmpty() && filter.takesContent(state.sizeBytes())) {
            found = read(place, file, state, copy);
        }
        if (keep && found.isEmpty()) {
            kept.give(copy.length);
            held = 0;
        }
        FileItem item = found.isPresent() ? state.item(place.location, extended, found.get())
                : state.item(place.location, extended, Optional.empty());
        List<FileItem> items = withStreams(item, place, file, state, extended);
        held = 0;
        return new Captured(items, place.gaps, keep && found.isPresent() ? Optional.of(copy) : Optional.empty());
    }

    private List<FileItem> withStreams(FileItem item, Place place, Streamed file, FileState state, Extended extended) {
        if (extended.streams().isEmpty()) {
            return List.of(item);
        }
        List<FileItem> items = new ArrayList<>(1 + extended.streams().size());
        items.add(item);
        extended.streams().forEach((name, value) -> items.add(stream(place, file, state, name, value)));
        return items;
    }

    /** What the content is, where that need not be read again. */
    private Optional<ContentFacts> reusable(Place place, FileState state) {
        Optional<ContentFacts> earlier = place.earlier.isEmpty() ? Optional.empty() : earlier(place, state);
        if (earlier.isEmpty()) {
            return links.content(state).filter(facts -> facts.covers(place.digests));
        }
        reused.add(state.sizeBytes());
        return earlier;
    }

    private Optional<ContentFacts> earlier(Place place, FileState state) {
        return place.earlier.filter(state::isUnchangedSince).flatMap(item -> {
            FileDetails details = item.details();
            return details.contentType().map(type -> new ContentFacts(item.sha256().orElseThrow(), details.digests(), type,
                    details.signature(), details.traits(), details.version()))
                    .filter(facts -> facts.covers(digests) && facts.covers(place.digests));
        });
    }

    private Optional<ContentFacts> read(Place place, OpenFile file, FileState state, byte[] copy) {
        try {
            Optional<ContentFacts> found = content.read(file, state.sizeBytes(), copy, place.digests);
            if (found.isPresent() && file.state().isUntouched(state)) {
                links.remember(state, found.get());
                return found;
            }
            place.gaps.add(Gaps.changed(place.location, "it changed while it was read"));
        } catch (IOException e) {
            place.gaps.add(Gaps.failed(place.location, "read it", e));
        }
        return Optional.empty();
    }

    /** A stream has a size and content of its own, and the times of its file. */
    private FileItem stream(Place place, Streamed file, FileState state, String name, Optional<Bytes> value) {
        Location location = place.location.stream(name);
        if (value.isPresent()) {
            return stream(location, state, value.get().length(), Optional.of(content.read(value.get().toArray())));
        }
        long size = 0;
        Optional<ContentFacts> found = Optional.empty();
        try (OpenFile stream = file.stream(name)) {
            FileState before = stream.state();
            size = before.sizeBytes();
            if (!filter.takesContent(size)) {
                return stream(location, state, size, found);
            }
            found = content.read(stream, size, NO_COPY, Set.of());
            if (found.isEmpty() || !stream.state().isUntouched(before)) {
                place.gaps.add(Gaps.changed(location, "it changed while it was read"));
                found = Optional.empty();
            }
        } catch (IOException e) {
            place.gaps.add(Gaps.failed(location, "read it", e));
        }
        return stream(location, state, size, found);
    }

    private static FileItem stream(Location location, FileState state, long size, Optional<ContentFacts> found) {
        FileDetails details = found.map(facts -> facts.in(FileDetails.NONE)).orElse(FileDetails.NONE);
        return new FileItem(location, FileKind.STREAM, size, state.times(), Optional.empty(), Optional.empty(), Optional.empty(),
                found.map(ContentFacts::sha256), Optional.empty(), details);
    }
}
