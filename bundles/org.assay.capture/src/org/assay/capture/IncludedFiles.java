package org.assay.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.assay.capture.file.Folder;
import org.assay.capture.walk.ReusedHashes;
import org.assay.capture.walk.TreeCapture;
import org.assay.capture.walk.WalkRequest;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.ForwardingSink;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Glob;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.SelectedPlaces;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;

/**
 * Keeps the content of files that kept settings include, wherever they lie. That they do is known only when the settings were read, and
 * then they may have been hashed long before; so they are read once more at the end, which a digest that differs tells.
 */
final class IncludedFiles {

    private static final int MAX_PLACE_COUNT = 1000;
    private static final int MAX_FILE_COUNT = 1000;
    private static final int MAX_FILE_BYTES = 1 << 16;
    /** A file that is included may include others, so many times. */
    private static final int MAX_ROUND_COUNT = 4;
    /** Links this near to the root are followed in the names of what is included: {@code /var/run} is one everywhere. */
    private static final int MAX_LINK_DEPTH = 4;
    private static final int MAX_LINK_COUNT = 10_000;

    private final WalkRequest request;
    private final SelectedPlaces selected;
    /** What was looked for already, and what is to be, each with the file as which it is read. */
    private final Map<Location, Location> known = new TreeMap<>(Location.ORDER);
    private final Map<Location, Location> requested = new TreeMap<>(Location.ORDER);
    private final Map<Location, Location> links = new HashMap<>();
    private final Set<Bytes> kept = new HashSet<>();
    private int files;

    IncludedFiles(WalkRequest request) {
        this.request = request;
        this.selected = new SelectedPlaces(request.options().filter());
    }

    /** A sink that hands everything on to {@code sink} and notes what the settings among it include. */
    ItemSink noting(ItemSink sink) {
        return new Noting(sink, Optional.empty());
    }

    /** Reads in the tree at {@code place} what was noted, and hands contents on that were not kept before. */
    void read(Supplier<Folder> root, Location place, ItemSink sink, Progress progress) {
        for (int round = 0; round < MAX_ROUND_COUNT && !requested.isEmpty(); round++) {
            Map<Location, Location> now = new TreeMap<>(Location.ORDER);
            requested.forEach((file, as) -> Stream.of(file, real(file)).forEach(each -> now.putIfAbsent(each, as)));
            known.putAll(now);
            requested.clear();
            List<String> globs = now.keySet().stream().filter(file -> file.isWithin(place) && selected.mayHold(file)).map(Location::text)
                    .filter(text -> text.codePoints().noneMatch(Character::isISOControl)).toList();
            if (globs.isEmpty()) {
                return;
            }
            // Opened once more: who lists an open directory moves on in it.
            try (Folder shared = root.get()) {
                new TreeCapture(place, only(globs), new ReusedHashes(), new Noting(sink, as(now)),
                        Progress.quiet(() -> progress.isCancelled() || files > MAX_FILE_COUNT)).run(shared.folder("."));
            } catch (CancellationException e) {
                if (progress.isCancelled()) {
                    throw e;
                }
                return;
            } catch (IOException e) {
                // The tree vanished, of which the capture tells; what was included is not kept then.
                return;
            }
        }
    }

    /** Of a directory that is named, the files that lie directly in it. */
    private WalkRequest only(List<String> globs) {
        CaptureOptions all = request.options();
        List<String> left = new ArrayList<>(all.filter().excluded());
        globs.forEach(glob -> left.add(glob + "/*/*"));
        ScopeFilter filter = new ScopeFilter(globs, left, all.filter().maxBytes());
        KeptContent small = directory -> name -> selected.contains(directory.child(name)) ? MAX_FILE_BYTES : 0;
        return new WalkRequest(new CaptureOptions(Set.of(), all.oneFileSystem(), 1, all.registry(), filter, all.timeout()), small,
                request.packages(), EarlierItems.NONE);
    }

    /** Where a place lies once the first link in its name was followed. */
    private Location real(Location place) {
        List<String> names = place.components();
        for (int length = 2; length <= Math.min(names.size(), MAX_LINK_DEPTH); length++) {
            Location target = links.get(new Location(Space.FILE, names.subList(0, length)));
            if (target != null) {
                List<String> all = new ArrayList<>(target.components());
                all.addAll(names.subList(length, names.size()));
                return new Location(Space.FILE, all);
            }
        }
        return place;
    }

    /** As which file the files at the places of {@code now} are read. */
    private static Optional<UnaryOperator<Location>> as(Map<Location, Location> now) {
        Map<Glob, Location> globs = new LinkedHashMap<>();
        now.forEach((place, as) -> globs.put(new Glob(place.text()), as));
        return Optional.of(file -> globs.entrySet().stream().filter(each -> each.getKey().matchesAtOrAbove(file)).findFirst()
                .map(Map.Entry::getValue).orElse(file));
    }

    private final class Noting extends ForwardingSink {

        private final ItemSink sink;
        private final Optional<UnaryOperator<Location>> included;
        private Optional<FileItem> last = Optional.empty();

        /** @param included as which file each is read of those that are included, of which the content alone is handed on */
        Noting(ItemSink sink, Optional<UnaryOperator<Location>> included) {
            this.sink = sink;
            this.included = included;
        }

        @Override
        protected ItemSink next() {
            return sink;
        }

        @Override
        public void item(Item item) {
            if (item instanceof FileItem file && file.sha256().isPresent()) {
                last = Optional.of(file);
            }
            if (included.isEmpty()) {
                link(item);
                super.item(item);
            }
        }

        @Override
        public void content(Bytes sha256, byte[] content) {
            last.filter(file -> file.sha256().filter(sha256::equals).isPresent()).ifPresent(file -> note(file, content));
            if (kept.add(sha256) || included.isEmpty()) {
                files += included.isPresent() ? 1 : 0;
                super.content(sha256, content);
            }
        }

        private void note(FileItem file, byte[] content) {
            if (known.size() + requested.size() < MAX_PLACE_COUNT) {
                Location as = included.map(each -> each.apply(file.location())).orElse(file.location());
                request.kept().includes(as, file.location(), content).stream().filter(place -> !known.containsKey(place))
                        .forEach(place -> requested.putIfAbsent(place, as));
            }
        }

        private void link(Item item) {
            if (item instanceof FileItem file && file.target().isPresent() && links.size() < MAX_LINK_COUNT
                    && file.location().components().size() <= MAX_LINK_DEPTH) {
                String target = file.target().get();
                List<String> from = file.location().components();
                List<String> names = new ArrayList<>(target.startsWith("/") ? from.subList(0, 1) : from.subList(0, from.size() - 1));
                for (String name : target.split("/")) {
                    if (name.equals("..") && names.size() > 1) {
                        names.removeLast();
                    } else if (!name.isEmpty() && !name.startsWith(".")) {
                        names.add(name);
                    }
                }
                links.put(file.location(), new Location(Space.FILE, names));
            }
        }

        @Override
        public void gap(Gap gap) {
            if (included.isEmpty()) {
                super.gap(gap);
            }
        }

        @Override
        public void remark(Remark remark) {
            if (included.isEmpty()) {
                super.remark(remark);
            }
        }
    }
}
