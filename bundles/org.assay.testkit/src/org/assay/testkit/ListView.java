package org.assay.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Bytes;

/** A snapshot held in memory. Items may be given in any order; those at the same location keep theirs. */
public record ListView(List<Item> list, List<Gap> gaps, Map<Bytes, byte[]> contents) implements SnapshotView {

    public ListView {
        list = list.stream().sorted(Comparator.comparing(Item::location, Location.ORDER)).toList();
        gaps = List.copyOf(gaps);
        contents = Map.copyOf(contents);
    }

    /** A snapshot without gaps and kept content. */
    public static ListView of(Item... items) {
        return new ListView(List.of(items), List.of(), Map.of());
    }

    /** This snapshot with these gaps. */
    public ListView withGaps(Gap... found) {
        return new ListView(list, List.of(found), contents);
    }

    /** This snapshot with these contents, as UTF-8, kept. */
    public ListView keeping(String... texts) {
        Map<Bytes, byte[]> kept = new HashMap<>(contents);
        for (String text : texts) {
            kept.put(Items.sha256(text), text.getBytes(StandardCharsets.UTF_8));
        }
        return new ListView(list, gaps, kept);
    }

    @Override
    public ItemStream items() {
        return stream(list);
    }

    @Override
    public ItemStream itemsWithin(Location top) {
        return stream(list.stream().filter(item -> item.location().isWithin(top)).toList());
    }

    @Override
    public Optional<byte[]> content(Bytes sha256) {
        return Optional.ofNullable(contents.get(sha256)).map(byte[]::clone);
    }

    private static ItemStream stream(List<Item> items) {
        Iterator<Item> each = items.iterator();
        return new ItemStream() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Item next() {
                return each.next();
            }

            @Override
            public void close() {
            }
        };
    }
}
