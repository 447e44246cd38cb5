package org.assay.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * What a file may be after the power went: all that was forced, and of what was written since whatever the disk got to. A disk writes
 * sectors of 512 bytes, in any order; the last one may be torn.
 */
final class CrashedFile {

    private static final int SECTOR = 512;

    private byte[] forced;
    private final List<DiskEvent> since = new ArrayList<>();

    CrashedFile(byte[] before) {
        forced = before.clone();
    }

    /** How a disk may have gone about what was not forced. */
    enum Way {
        /** The first of the writes, whole. */
        PREFIX,
        /** Some of the writes, whole. */
        DROPPED,
        /** Some of the sectors. */
        REORDERED,
        /** The first of the writes, and the next one up to some byte. */
        TORN,
        /** Some of the sectors, and one of them up to some byte. */
        REORDERED_AND_TORN
    }

    void write(DiskEvent event) {
        since.add(event);
    }

    void force() {
        forced = after(since.size());
        since.clear();
    }

    /** A file that is left. */
    byte[] crashed(Way way, Random random) {
        return switch (way) {
            case PREFIX -> after(random.nextInt(since.size() + 1));
            case TORN -> torn(random);
            case DROPPED -> dropped(random);
            case REORDERED, REORDERED_AND_TORN -> reordered(random, way == Way.REORDERED_AND_TORN);
        };
    }

    private byte[] after(int count) {
        byte[] file = forced;
        for (DiskEvent event : since.subList(0, count)) {
            file = applied(file, event);
        }
        return file;
    }

    private static byte[] applied(byte[] file, DiskEvent event) {
        return switch (event) {
            case DiskEvent.Write write -> {
                byte[] grown = Arrays.copyOf(file, Math.max(file.length, (int) write.position() + write.bytes().length));
                System.arraycopy(write.bytes(), 0, grown, (int) write.position(), write.bytes().length);
                yield grown;
            }
            case DiskEvent.Truncate truncate -> Arrays.copyOf(file, (int) Math.min(file.length, truncate.size()));
            case DiskEvent.Force _, DiskEvent.Rename _, DiskEvent.Delete _, DiskEvent.Reported _ -> file;
        };
    }

    private byte[] torn(Random random) {
        int whole = random.nextInt(since.size() + 1);
        byte[] file = after(whole);
        if (whole < since.size() && since.get(whole) instanceof DiskEvent.Write(String name, long position, byte[] bytes)) {
            return applied(file, new DiskEvent.Write(name, position, Arrays.copyOf(bytes, random.nextInt(bytes.length))));
        }
        return file;
    }

    private byte[] dropped(Random random) {
        byte[] file = forced;
        for (DiskEvent event : since) {
            file = random.nextBoolean() ? applied(file, event) : file;
        }
        return file;
    }

    private byte[] reordered(Random random, boolean torn) {
        byte[] all = after(since.size());
        TreeMap<Integer, byte[]> sectors = new TreeMap<>();
        double share = List.of(0.02, 0.1, 0.5, 0.9, 0.98).get(random.nextInt(5));
        for (DiskEvent event : since) {
            if (event instanceof DiskEvent.Write(_, long position, byte[] bytes)) {
                for (int at = 0; at < bytes.length; at += SECTOR) {
                    if (random.nextDouble() < share) {
                        sectors.put((int) position + at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SECTOR)));
                    }
                }
            }
        }
        int size = random.nextBoolean() ? all.length : forced.length;
        byte[] file = Arrays.copyOf(forced, size);
        int toTear = torn && !sectors.isEmpty() ? random.nextInt(sectors.size()) : -1;
        int number = 0;
        for (var sector : sectors.entrySet()) {
            int length = number++ == toTear ? random.nextInt(sector.getValue().length) : sector.getValue().length;
            if (sector.getKey() + length <= size) {
                System.arraycopy(sector.getValue(), 0, file, sector.getKey(), length);
            }
        }
        return file;
    }
}
