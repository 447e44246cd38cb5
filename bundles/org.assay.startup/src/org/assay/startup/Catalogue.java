package org.assay.startup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.CatalogueReader;
import org.assay.startup.catalogue.ContentPolicy;
import org.assay.startup.format.Includes;
import org.assay.startup.format.SettingsFormats;
import org.assay.startup.format.StartupFormats;
import org.assay.startup.systemd.UnitMatches;

/** The locations from which systems start programs by themselves. */
public final class Catalogue {

    /** The largest file of most kinds whose content is kept, in bytes. */
    public static final int KEPT_BYTES = ContentPolicy.KEPT_BYTES;

    /** The standard catalogue, a file a system, in this order. */
    private static final List<String> STANDARD = List.of("catalogue/windows.json", "catalogue/linux.json", "catalogue/macos.json");

    private final List<AutostartLocation> locations;

    private Catalogue(List<AutostartLocation> locations) {
        this.locations = List.copyOf(locations);
    }

    /** The catalogue that comes with Assay. */
    public static Catalogue standard() {
        return Standard.READ;
    }

    /** Read once, when it is first asked for. */
    private static final class Standard {

        static final Catalogue READ = readStandard();
    }

    private static Catalogue readStandard() {
        Catalogue all = new Catalogue(List.of());
        for (String name : STANDARD) {
            try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing beside " + Catalogue.class.getName());
                }
                all = all.with(read(in, name), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** A catalogue of these locations. */
    static Catalogue of(List<AutostartLocation> locations) {
        return new Catalogue(locations);
    }

    /**
     * Reads a catalogue in the format of {@code docs/startup-catalogue.md}.
     *
     * @throws AssayException when it is not one; the message says where and what to do
     */
    public static Catalogue of(OwnCatalogue own) {
        return read(new ByteArrayInputStream(own.content().toArray()), own.name());
    }

    private static Catalogue read(InputStream in, String name) {
        Set<String> formats = new HashSet<>(StartupFormats.names());
        formats.addAll(SettingsFormats.names());
        formats.add(UnitMatches.FORMAT);
        return new Catalogue(CatalogueReader.read(in, name, formats));
    }

    /**
     * This catalogue with the locations of {@code own} behind its own ones.
     *
     * @throws AssayException when {@code own} is not a catalogue, or an id is in both
     */
    public Catalogue with(OwnCatalogue own) {
        return with(of(own), own.name());
    }

    private Catalogue with(Catalogue other, String name) {
        List<AutostartLocation> all = new ArrayList<>(locations);
        Set<String> ids = new HashSet<>();
        for (AutostartLocation location : locations) {
            ids.add(location.id());
        }
        for (AutostartLocation location : other.locations) {
            if (!ids.add(location.id())) {
                throw new AssayException(ErrorCode.SOURCE, "The catalogue " + name + " has a location " + location.id()
                        + ", and there is one already. Give it another id.");
            }
            all.add(location);
        }
        return new Catalogue(all);
    }

    /** Everything in it, in its order: where two locations name the same place equally well, the first one counts. */
    List<AutostartLocation> locations() {
        return locations;
    }

    /** The locations that {@link StartupScan} does not search, each with its reason: it finds nothing there. */
    List<AutostartLocation> unreadable() {
        return locations.stream().filter(location -> !location.isReadable()).toList();
    }

    /**
     * Which files' content must be kept because what they start stands inside it: up to {@link #KEPT_BYTES} of settings, scripts,
     * shortcuts, tasks, units and property lists, more of the repository of WMI, nothing of all other files, programs and libraries among
     * them.
     */
    public KeptContent keptContent() {
        return new ContentPolicy(locations, StartupFormats::maxBytes, Includes::named);
    }
}
