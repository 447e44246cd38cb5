package org.assay.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;

/** Keeps everything it is given, in order. */
public class RecordingSink implements ItemSink {

    public final List<Item> items = new ArrayList<>();
    public final List<Gap> gaps = new ArrayList<>();
    public final List<Remark> remarks = new ArrayList<>();
    public final List<Source> sources = new ArrayList<>();
    public final List<Area> areas = new ArrayList<>();
    final Map<Bytes, byte[]> contents = new LinkedHashMap<>();

    @Override
    public void item(Item item) {
        items.add(item);
    }

    @Override
    public void gap(Gap gap) {
        gaps.add(gap);
    }

    @Override
    public void remark(Remark remark) {
        remarks.add(remark);
    }

    @Override
    public void source(Source source) {
        sources.add(source);
    }

    @Override
    public void area(Area area) {
        areas.add(area);
    }

    @Override
    public void content(Bytes sha256, byte[] content) {
        contents.put(sha256, content);
    }

    public Stream<FileItem> files() {
        return items.stream().filter(FileItem.class::isInstance).map(FileItem.class::cast);
    }

    /** The file below the root of the tree without a name. */
    public FileItem file(String... names) {
        return find(Location.file("", names)).map(FileItem.class::cast)
                .orElseThrow(() -> new AssertionError("no item at " + Location.file("", names)));
    }

    public Optional<Item> find(Location location) {
        return items.stream().filter(item -> item.location().equals(location)).findFirst();
    }

    public List<Location> locations() {
        return items.stream().map(Item::location).toList();
    }

    /** The only gap. */
    public Gap gap() {
        if (gaps.size() != 1) {
            throw new AssertionError("one gap was expected, not " + gaps);
        }
        return gaps.getFirst();
    }
}
