package org.assay.startup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Space;

/** A snapshot in memory to test with. Paths are written as people write them: {@code C:\A\b.txt}, {@code /etc/x}, {@code HKLM\A\B}. */
public final class MemorySnapshot implements SnapshotView {

    private static final Instant TIME = Instant.parse("2000-05-04T08:00:00Z");

    private final List<Item> items = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Bytes, byte[]> contents = new HashMap<>();

    public static Location file(String path) {
        return new Location(Space.FILE, Arrays.asList(path.split("[\\\\/]", -1)));
    }

    public static Location key(String path) {
        return Location.key(path.split("\\\\"));
    }

    /** A file whose content is its own path, and not kept. */
    public MemorySnapshot with(String... paths) {
        for (String path : paths) {
            add(path, FileKind.FILE, path.length(), Sha256.of(path.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    /** A file with this content, kept. */
    public MemorySnapshot withText(String path, String text) {
        return withBytes(path, text.getBytes(path.startsWith("/") ? StandardCharsets.UTF_8 : Charset.forName("windows-1252")));
    }

    public MemorySnapshot withBytes(String path, byte[] content) {
        return withFile(path, content, true);
    }

    /** A file with this content, which was kept or hashed only. */
    MemorySnapshot withFile(String path, byte[] content, boolean kept) {
        Bytes digest = Sha256.of(content);
        if (kept) {
            contents.put(digest, content);
        }
        return add(path, FileKind.FILE, content.length, digest);
    }

    /** A file with this content, which was hashed and not kept. */
    public MemorySnapshot withUnkept(String path, String text) {
        return add(path, FileKind.FILE, text.length(), Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    public MemorySnapshot withFolder(String path) {
        items.add(new FileItem(file(path), FileKind.DIRECTORY, 0, FileTimes.modifiedAt(TIME), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), Optional.empty(), FileDetails.NONE));
        return this;
    }

    /** A file with these permission bits. */
    public MemorySnapshot withMode(String path, int mode) {
        items.add(new FileItem(file(path), FileKind.FILE, 1, FileTimes.modifiedAt(TIME), Optional.of(mode), Optional.empty(),
                Optional.empty(), Optional.empty(),
                Optional.empty(), FileDetails.NONE));
        return this;
    }

    /** A file with these permission bits and an extended attribute of this name. */
    public MemorySnapshot withRights(String path, int mode, String attribute) {
        SortedMap<String, Bytes> extended = new TreeMap<>(Map.of(attribute, Bytes.copyOf(new byte[] {1})));
        items.add(new FileItem(file(path), FileKind.FILE, 1, FileTimes.modifiedAt(TIME), Optional.of(mode), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(),
                FileDetails.NONE.withExtended(extended)));
        return this;
    }

    public MemorySnapshot withLink(String path, String target) {
        items.add(new FileItem(file(path), FileKind.LINK, 0, FileTimes.modifiedAt(TIME), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(),
                Optional.of(target), FileDetails.NONE));
        return this;
    }

    private MemorySnapshot add(String path, FileKind kind, long size, Bytes digest) {
        items.add(new FileItem(file(path), kind, size, FileTimes.modifiedAt(TIME), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(digest),
                Optional.empty(), FileDetails.NONE));
        return this;
    }

    public MemorySnapshot withKey(String path) {
        items.add(KeyItem.of(key(path), Optional.empty(), Optional.empty(), Optional.empty(), false));
        return this;
    }

    /** A REG_SZ value. */
    public MemorySnapshot value(String key, String name, String text) {
        return value(key, name, ValueType.SZ, utf16(text + "\0"));
    }

    public MemorySnapshot strings(String key, String name, String... texts) {
        return value(key, name, ValueType.MULTI_SZ, utf16(String.join("\0", texts) + "\0\0"));
    }

    public MemorySnapshot number(String key, String name, int number) {
        return value(key, name, ValueType.DWORD,
                new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)});
    }

    public MemorySnapshot value(String key, String name, int type, byte[] data) {
        items.add(new ValueItem(key(key).value(name), type, Bytes.copyOf(data)));
        return this;
    }

    public MemorySnapshot item(Item item) {
        items.add(item);
        return this;
    }

    public MemorySnapshot gap(Location place) {
        gaps.add(new Gap(place, GapReason.ACCESS_DENIED, "refused"));
        return this;
    }

    public static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    @Override
    public ItemStream items() {
        return stream(items.stream());
    }

    @Override
    public ItemStream itemsWithin(Location top) {
        return stream(items.stream().filter(item -> item.location().isWithin(top)));
    }

    @Override
    public List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    @Override
    public Optional<byte[]> content(Bytes sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }

    private static ItemStream stream(Stream<Item> items) {
        Iterator<Item> sorted = items.sorted(Comparator.comparing(Item::location, Location.ORDER)).iterator();
        return new ItemStream() {
            @Override
            public boolean hasNext() {
                return sorted.hasNext();
            }

            @Override
            public Item next() {
                return sorted.next();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
