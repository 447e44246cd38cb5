package org.assay.capture.registry;

import java.util.List;
import java.util.stream.Stream;

import org.assay.model.Location;

/**
 * A file of a Windows tree that holds a part of its registry.
 *
 * @param where its location in the snapshot
 * @param place which key its root stands for
 * @param old whether it is of Windows 95, 98 or Me
 */
record HiveFile(RegistryFile file, Location where, Location place, boolean old) {

    /** The same file at a place of its own, where another file has its place. */
    HiveFile apart() {
        List<String> names = Stream.concat(Stream.of(RegistryPlace.APART), where.components().stream()).toList();
        return new HiveFile(file, where, Location.key(names.toArray(String[]::new)), old);
    }
}
