package org.assay.capture.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.assay.capture.autoruns.AutorunsTable;
import org.assay.capture.file.ExactName;
import org.assay.capture.file.TreePlace;
import org.assay.capture.registry.HiveRoot;
import org.assay.capture.registry.RegistryFile;
import org.assay.capture.registry.RegistryPlace;
import org.assay.capture.registry.RegistrySource;
import org.assay.capture.walk.TreeRoot;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Evidence;
import org.assay.model.Location;
import org.assay.model.SourceKind;
import org.assay.model.Visible;
import org.assay.registry.RegistryException;
import org.assay.registry.format.RegistryFormat;

/**
 * All evidence, checked before any of it is read.
 *
 * @param trees in the order of their locations
 * @param autoruns the lists of Autoruns; there is nothing else then
 */
public record CapturePlan(List<TreePlace> trees, List<RegistrySource> registry, List<AutorunsTable> autoruns) {

    /** @throws AssayException when a piece of evidence is not what it was said to be, or two stand for the same place */
    public static CapturePlan of(List<Evidence> evidence) {
        List<TreePlace> trees = new ArrayList<>();
        List<RegistrySource> registry = new ArrayList<>();
        List<AutorunsTable> autoruns = new ArrayList<>();
        for (Evidence each : evidence) {
            switch (each.kind()) {
                case TREE -> trees.add(new TreePlace(folder(each.path()), Location.file(treeName(each.name()))));
                case REG_EXPORT, HIVE -> registry.add(source(each));
                case AUTORUNS -> autoruns.add(AutorunsTable.read(each.path()));
            }
        }
        if (!autoruns.isEmpty() && autoruns.size() < evidence.size()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "A list of Autoruns stands for a machine from which nothing else was collected."
                    + " Capture it into a snapshot of its own.");
        }
        checkDistinct(trees, TreePlace::location, "trees", "C=FOLDER and D=FOLDER");
        checkDistinct(registry.stream().filter(source -> !source.format().isRooted()).toList(), RegistrySource::unknown, "hives",
                "HKU\\alice=FILE and HKU\\bob=FILE");
        trees.sort(Comparator.comparing(TreePlace::location, Location.ORDER));
        return new CapturePlan(trees, registry, autoruns);
    }

    private static <T> void checkDistinct(List<T> evidence, Function<T, Location> place, String kind, String example) {
        List<Location> places = evidence.stream().map(place).sorted(Location.ORDER).toList();
        for (int at = 1; at < places.size(); at++) {
            if (places.get(at).sameAs(places.get(at - 1))) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "Two " + kind + " are to be captured as " + places.get(at)
                        + ". Give each a name of its own, such as " + example + ".");
            }
        }
    }

    /** A single letter is a drive, whatever its case. */
    private static String treeName(String name) {
        return name.matches("[A-Za-z]:?[/\\\\]?") ? name.substring(0, 1).toUpperCase(Locale.ROOT) + ":" : name;
    }

    private static Path folder(Path path) {
        try {
            Path root = path.toRealPath();
            if (!Files.isDirectory(root)) {
                throw new NotDirectoryException(path.toString());
            }
            try (DirectoryStream<Path> listable = Files.newDirectoryStream(root)) {
                listable.iterator();
            }
            return root;
        } catch (IOException e) {
            throw TreeRoot.unreadable(path, e);
        }
    }

    /** What the file is its first bytes tell, whatever it was called. */
    private static RegistrySource source(Evidence evidence) {
        try {
            RegistryFormat format = RegistryFormat.of(evidence.path());
            RegistryFile file = new RegistryFile.Named(evidence.path());
            boolean hive = evidence.kind() == SourceKind.HIVE && !evidence.name().isEmpty();
            if (format.isRooted()) {
                if (hive) {
                    throw new AssayException(ErrorCode.WRONG_USAGE, Visible.text(evidence.path().toString())
                            + " names the roots of its keys itself. Name it with --reg, without a place.");
                }
                return new RegistrySource(file, format, Location.key("EXPORT", ExactName.of(evidence.path().getFileName())),
                        evidence.name(), Set.of());
            }
            Location root = HiveRoot.of(evidence.path(), format);
            return hive ? new RegistrySource(file, format, named(evidence.name()), "", Set.of())
                    : new RegistrySource(file, format, root, evidence.name(), Set.of());
        } catch (RegistryException e) {
            throw new AssayException(ErrorCode.SOURCE, e.getMessage(), e);
        }
    }

    private static Location named(String place) {
        return RegistryPlace.parse(place).orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "\"" + Visible.text(place)
                + "\" is no place in the registry. Begin with a root, such as HKLM\\SYSTEM or HKCU."));
    }
}
