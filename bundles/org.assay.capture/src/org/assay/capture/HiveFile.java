package org.assay.capture;

import java.nio.file.Path;
import java.util.List;

import org.assay.model.Location;

/**
 * A file of a Windows tree that holds a part of its registry.
 *
 * @param file where it really is
 * @param where its location in the snapshot
 * @param place which key its root stands for
 * @param old whether it is of Windows 95, 98 or Me
 */
record HiveFile(Path file, Location where, Location place, boolean old) {

    /** The place for a file that may not have its own because another file has it: no other file has this one. */
    HiveFile apart() {
        List<String> names = where.components();
        String[] place = new String[names.size() + 1];
        place[0] = RegistryPlace.APART;
        for (int at = 0; at < names.size(); at++) {
            place[at + 1] = names.get(at);
        }
        return new HiveFile(file, where, Location.key(place), old);
    }
}
