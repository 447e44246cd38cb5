package org.assay.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a folder may hold after the power went: of each file what {@link CrashedFile} says; of the names those that were forced, and of what
 * was done to names since, in its order, whatever the disk got to.
 */
final class CrashedDisk {

    /** The names that there may be, the ones that were forced first. */
    private final List<Map<String, CrashedFile>> names = new ArrayList<>();

    CrashedDisk(Map<String, byte[]> before) {
        Map<String, CrashedFile> files = new HashMap<>();
        before.forEach((name, bytes) -> files.put(name, new CrashedFile(bytes)));
        names.add(files);
    }

    void take(DiskEvent event) {
        switch (event) {
            case DiskEvent.Write write -> file(write.file()).write(write);
            case DiskEvent.Truncate truncate -> file(truncate.file()).write(truncate);
            case DiskEvent.Force force -> force(force.file());
            case DiskEvent.Rename rename -> {
                Map<String, CrashedFile> now = new HashMap<>(names.getLast());
                now.put(rename.to(), now.remove(rename.file()));
                names.add(now);
            }
            case DiskEvent.Delete delete -> {
                Map<String, CrashedFile> now = new HashMap<>(names.getLast());
                now.remove(delete.file());
                names.add(now);
            }
            case DiskEvent.Reported _ -> { }
        }
    }

    private CrashedFile file(String name) {
        return names.getLast().computeIfAbsent(name, _ -> new CrashedFile(new byte[0]));
    }

    /** What is no file is their folder. */
    private void force(String name) {
        if (names.getLast().containsKey(name)) {
            names.getLast().get(name).force();
        } else {
            names.subList(0, names.size() - 1).clear();
        }
    }

    /** Whether the disk may have other names than were given. */
    boolean isRenaming() {
        return names.size() > 1;
    }

    /** The files that are left, by name. */
    Map<String, byte[]> crashed(CrashedFile.Way way, Random random) {
        Map<String, byte[]> left = new HashMap<>();
        names.get(random.nextInt(names.size())).forEach((name, file) -> left.put(name, file.crashed(way, random)));
        return left;
    }
}
