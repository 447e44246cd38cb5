package org.assay.capture;

import java.nio.file.Path;
import java.util.List;

import org.assay.model.Location;
import org.assay.registry.HiveReader;
import org.assay.registry.RegFileReader;
import org.assay.registry.RegistrySink;

/** A file with registry data. */
sealed interface RegistrySource {

    /** Where the file is. */
    Path file();

    /** Reads all of it. */
    void read(RegistrySink sink);

    /** The key at {@code path} as this source spells it. */
    Location key(List<String> path);

    /** What stands for the source where nothing in it is known. */
    Location unknown();

    /** What {@link org.assay.registry.RegistryProblem#position} counts. */
    String unit();

    /** Whether of two values of one name the later one counts. */
    boolean isLastOfTwo();

    /** A {@code .reg} file: its paths begin with a root, and an import lets the later line win. */
    record Export(Path file) implements RegistrySource {

        @Override
        public void read(RegistrySink sink) {
            new RegFileReader().read(file, sink);
        }

        @Override
        public Location key(List<String> path) {
            return path.isEmpty() ? unknown() : RegistryPlace.ofRooted(path);
        }

        @Override
        public Location unknown() {
            return Location.key("EXPORT", ExactName.of(file.getFileName()));
        }

        @Override
        public String unit() {
            return "line";
        }

        @Override
        public boolean isLastOfTwo() {
            return true;
        }
    }

    /** A native hive, whose root key stands for {@code root}: Windows finds the first value of a name. */
    record Hive(Path file, Location root) implements RegistrySource {

        @Override
        public void read(RegistrySink sink) {
            new HiveReader().read(file, sink);
        }

        @Override
        public Location key(List<String> path) {
            return RegistryPlace.below(root, path);
        }

        @Override
        public Location unknown() {
            return root;
        }

        @Override
        public String unit() {
            return "offset";
        }

        @Override
        public boolean isLastOfTwo() {
            return false;
        }
    }
}
