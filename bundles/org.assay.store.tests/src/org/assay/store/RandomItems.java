package org.assay.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;

/** Makes items of every kind with everything that their records allow, the same ones for the same seed. */
public final class RandomItems {

    public static final Comparator<Item> ORDER = Comparator.comparing(Item::location, Location.ORDER);

    private static final List<String> NAMES = List.of("a", "A", "b", "B", "win.ini", "WIN.INI", "", "..", "/", "\\", "\0", "x\0y",
            "new\nline", "\u202egpj.exe", "\ud800", "\udc80\udcff", "\udfff\ud800", "\ud83d\udc1b", "\u0131", "\u017f", "\u00df",
            "\u00c9", "\u00e9", "=cmd|' /C calc'!A0", "%PATH%", "'; drop table snapshot; --", "\u07ff\u0800\uffff\ufffe", "Run", "run");

    private final Random random;

    public RandomItems(long seed) {
        random = new Random(seed);
    }

    /** That many items in any order, some of them at the same place. */
    public List<Item> items(int count) {
        return Stream.generate(this::item).limit(count).toList();
    }

    public Item item() {
        return switch (random.nextInt(4)) {
            case 0 -> KeyItem.of(location(Space.KEY), maybe(this::time), maybe(this::text), maybe(() -> bytes(random.nextInt(60))),
                    random.nextBoolean());
            case 1 -> new ValueItem(location(Space.VALUE), random.nextBoolean() ? random.nextInt(12) : random.nextInt(),
                    bytes(random.nextInt(50)));
            default -> file(any(FileKind.class));
        };
    }

    private FileItem file(FileKind kind) {
        return new FileItem(location(kind == FileKind.STREAM ? Space.STREAM : Space.FILE), kind, size(), times(),
                maybe(() -> random.nextInt(010000)), maybe(this::text), maybe(this::text), maybe(() -> bytes(32)), maybe(this::text),
                random.nextBoolean() ? FileDetails.NONE : details());
    }

    private FileDetails details() {
        SortedMap<String, Bytes> extended = new TreeMap<>();
        Map<DigestAlgorithm, Bytes> digests = new EnumMap<>(DigestAlgorithm.class);
        for (int left = random.nextInt(3); left > 0; left--) {
            extended.put(text(), bytes(random.nextInt(40)));
            DigestAlgorithm algorithm = any(DigestAlgorithm.class);
            digests.put(algorithm, bytes(algorithm.length()));
        }
        return FileDetails.of(maybe(() -> new Inode(random.nextLong(), random.nextLong(), size(), random.nextLong(), size(), size())),
                Set.copyOf(maybe(() -> any(FileFlag.class)).stream().toList()), extended, digests, maybe(() -> any(ContentType.class)),
                maybe(() -> Signature.of(any(SignatureStatus.class), text(), text(), maybe(this::time), text())));
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private FileTimes times() {
        return new FileTimes(time(), maybe(this::time), maybe(this::time), maybe(this::time));
    }

    public Location location(Space space) {
        List<String> components = new ArrayList<>(List.of(space.isFile() ? "C:" : "HKLM"));
        for (int depth = random.nextInt(5) + (space.isLeaf() ? 1 : 0); depth > 0; depth--) {
            components.add(text());
        }
        return new Location(space, components);
    }

    String text() {
        if (random.nextInt(50) == 0) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(300); length > 0; length--) {
                text.append((char) random.nextInt(0x10000));
            }
            return text.toString();
        }
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    public Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    Instant time() {
        return switch (random.nextInt(6)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            case 2 -> Instant.EPOCH.minusNanos(1);
            case 3 -> Instant.ofEpochSecond(-random.nextLong(20_000_000_000L), random.nextInt(1_000_000_000));
            case 4 -> Instant.ofEpochSecond(random.nextLong(2_000_000_000));
            default -> Instant.ofEpochSecond(random.nextLong(2_000_000_000), random.nextInt(1_000_000_000));
        };
    }

    private long size() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE;
            default -> random.nextLong() >>> 1 + random.nextInt(62);
        };
    }
}
