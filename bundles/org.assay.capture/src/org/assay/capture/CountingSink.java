package org.assay.capture;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.ForwardingSink;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.SelectedPlaces;
import org.assay.model.text.Space;

/** Hands everything on, and counts it. */
final class CountingSink extends ForwardingSink {

    private final ItemSink sink;
    private final Progress progress;
    private final boolean everything;
    private final SelectedPlaces selected;
    private final List<Location> read = new ArrayList<>();
    private long hashedBytes;
    private long gaps;
    private TimeStep step = new TimeStep();

    /** @param filter what of registry data and streams is handed on; trees are walked by it anyway */
    CountingSink(ItemSink sink, ScopeFilter filter, Progress progress) {
        this.everything = !filter.leavesPlacesOut();
        this.selected = new SelectedPlaces(filter);
        this.sink = sink;
        this.progress = progress;
    }

    @Override
    protected ItemSink next() {
        return sink;
    }

    @Override
    public void item(Item item) {
        if (!everything && item.location().space() != Space.FILE && !selected.contains(item.location())) {
            return;
        }
        super.item(item);
        if (item instanceof FileItem file) {
            hashedBytes += file.sha256().isPresent() ? file.sizeBytes() : 0;
            if (file.kind() == FileKind.FILE) {
                step.add(file.modified());
            }
        }
        progress.advance(1, 0);
    }

    @Override
    public void gap(Gap gap) {
        if (!everything && !selected.mayHold(gap.location())) {
            return;
        }
        super.gap(gap);
        gaps++;
    }

    @Override
    public void area(Area area) {
        read.add(area.top());
        super.area(area);
    }

    /** Whether {@code location} lies where evidence was read, so that a list need not say what is there. */
    boolean isRead(Location location) {
        return read.stream().anyMatch(location::isWithin);
    }

    /** Has {@code next} learn the times of what comes from now on. */
    void measure(TimeStep next) {
        step = next;
    }

    /** How many bytes of file content the digests in the items stand for. */
    long hashedBytes() {
        return hashedBytes;
    }

    /** How many places could not be read. */
    long gaps() {
        return gaps;
    }
}
