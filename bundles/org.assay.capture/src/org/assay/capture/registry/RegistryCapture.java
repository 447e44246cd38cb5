package org.assay.capture.registry;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.Gaps;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.text.Visible;
import org.assay.registry.RegistryException;

/**
 * Captures registry data: the sources that were named, and the hives that trees hold. Each is gone through twice: once to see that it
 * can be read, to learn which keys and values come more than once, in one file or in several, and what the machine's own names are; and
 * once for good. So what comes once, nearly everything, streams through, and only the rest is held until it can be put together. What
 * small sources say is kept in between; large ones are read again.
 */
public final class RegistryCapture {

    /** About how much memory is used for what sources say. */
    private static final long KEPT_BYTES = 32L << 20;

    /** Where a hive was found, all of its machine's users and policies were looked for, so one that is not there is known not to be. */
    private static final List<Location> SEARCHED = List.of(Location.key("HKU"), Location.key(RegistryPlace.POLICY));

    /** A source that was looked through, with a note on all of it. */
    private record Looked(RegistrySource source, RegistryRecording recording, Optional<String> remark) {
    }

    private final List<RegistrySource> named;
    private final List<EvidenceTree> trees;
    private final Progress progress;
    private final RegistryOptions options;
    private final HiveSearch search;
    private final RegistryCensus census;
    private final Deque<Looked> looked = new ArrayDeque<>();
    private final List<HiveFile> found = new ArrayList<>();
    private final List<String> readers = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private long keptBytes;

    public RegistryCapture(List<RegistrySource> named, List<EvidenceTree> trees, RegistryOptions options,
            Progress progress) {
        this.named = named;
        this.trees = options.hives() ? trees : List.of();
        this.options = options;
        this.search = new HiveSearch();
        this.progress = progress;
        this.census = new RegistryCensus(progress);
    }

    /**
     * Finds what there is and looks through it.
     *
     * @throws AssayException when a source that was named cannot be read
     * @throws CancellationException when the user cancels
     */
    public void look() {
        for (RegistrySource source : named) {
            if (!source.format().isRooted()) {
                search.claim(source.unknown(), Visible.text(source.file().name()));
            }
        }
        trees.forEach(search::search);
        search.take().forEach(this::lookThrough);
        for (RegistrySource source : named) {
            try {
                lookThrough(source);
            } catch (RegistryException e) {
                throw new AssayException(ErrorCode.SOURCE, e.getMessage(), e);
            } catch (IOException e) {
                throw new AssayException(ErrorCode.SOURCE, Visible.text(source.file().name()) + " cannot be read: " + Gaps.reason(e)
                        + ". Name a file that this user may read, on a disk that answers.", e);
            }
        }
        census.facts().profiles().all().forEach(this::searchProfile);
        search.take().forEach(this::lookThrough);
    }

    private void lookThrough(HiveFile hive) {
        try {
            lookThrough(RegistrySource.of(hive));
            found.add(hive);
        } catch (IOException e) {
            gaps.add(Gaps.failed(hive.place(), "read " + hive.where(), e));
        } catch (RegistryException e) {
            gaps.add(new Gap(hive.place(), e.code() == RegistryException.Code.NOT_A_HIVE ? GapReason.DAMAGED : GapReason.READ_ERROR,
                    e.getMessage()));
        }
    }

    private void lookThrough(RegistrySource source) throws IOException {
        progress.begin("Looking through " + Visible.text(source.file().name()));
        RegistryCensus.Count count = census.of(source);
        RegistryRecording recording = new RegistryRecording(count, KEPT_BYTES - keptBytes);
        Optional<String> remark = source.read(options.deleted(), recording);
        count.end();
        keptBytes += recording.bytes();
        looked.add(new Looked(source, recording, remark));
    }

    /** A profile may lie elsewhere than usual, on another drive or where nobody looks. */
    private void searchProfile(UserProfiles.Profile profile) {
        String[] path = profile.folder().split("[\\\\/]+");
        Location user = Location.key("HKU", profile.name());
        if (!trees.isEmpty() && !search.isClaimed(user) && path.length > 1) {
            treeOf(path[0]).ifPresent(tree -> search.searchProfile(tree, List.of(path).subList(1, path.length), profile.name()));
            if (!search.isClaimed(user)) {
                remarks.add(new Remark(user, "no hive was found for this user; the profile is said to be in "
                        + Visible.text(profile.folder())));
            }
        }
    }

    /** Where a tree has no drive's name, it is taken for the system's drive. */
    private Optional<EvidenceTree> treeOf(String drive) {
        String letter = drive.equalsIgnoreCase("%SystemDrive%") ? "C:" : drive.toUpperCase(Locale.ROOT);
        return trees.stream().filter(tree -> tree.location().name().equals(letter)).findFirst()
                .or(() -> trees.stream().filter(tree -> letter.equals("C:") && trees.size() == 1).findFirst());
    }

    /**
     * Captures what {@link #look} looked through.
     *
     * @throws CancellationException when the user cancels
     */
    public void run(ItemSink sink) {
        search.gaps().forEach(sink::gap);
        gaps.forEach(sink::gap);
        search.remarks().forEach(sink::remark);
        remarks.forEach(sink::remark);
        for (HiveFile hive : found) {
            sink.source(new Source(SourceKind.HIVE, hive.place().text(), hive.where().text(), Optional.empty()));
            readers.add(RegistrySource.of(hive).format().reader());
        }
        MachineNames names = census.facts().names();
        Set<Location> asked = new TreeSet<>(Location.ORDER);
        RegistryItems items = new RegistryItems(census.repeated(names), names, sink, progress);
        while (!looked.isEmpty()) {
            Looked each = looked.remove();
            progress.begin("Reading " + Visible.text(each.source().file().name()));
            RegistryItems.Reading reading = items.of(each.source());
            try {
                reading.end(read(each, reading));
            } catch (IOException e) {
                sink.gap(Gaps.failed(each.source().unknown(), "read " + Visible.text(each.source().file().name()), e));
            } catch (RegistryException e) {
                sink.gap(new Gap(each.source().unknown(), GapReason.READ_ERROR, e.getMessage()));
            }
            asked.addAll(reading.places());
        }
        items.finish();
        if (!found.isEmpty()) {
            asked.addAll(SEARCHED);
        }
        Stream.concat(search.gaps().stream(), gaps.stream()).map(gap -> names.normal(gap.location())).forEach(asked::add);
        asked.forEach(place -> sink.area(Area.of(place)));
    }

    /** Where keys of the machine are, after {@link #look}. */
    public KeyPlaces places() {
        return new KeyPlaces(found, census.facts().names());
    }

    /** What reads each hive that {@link #run} has handed on as a source, in that order. */
    public List<String> readers() {
        return readers;
    }

    /** Whether hives were found in the tree at {@code tree}, so that Windows, or what reads its file systems, is what knows its names. */
    public boolean isOfWindows(Location tree) {
        return found.stream().anyMatch(hive -> hive.where().isWithin(tree));
    }

    private Optional<String> read(Looked each, RegistryItems.Reading reading) throws IOException {
        if (!each.recording().isComplete()) {
            return each.source().read(options.deleted(), reading);
        }
        each.recording().replay(reading);
        return each.remark();
    }
}
