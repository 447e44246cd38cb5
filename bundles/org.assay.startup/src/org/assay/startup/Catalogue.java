package org.assay.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.KeptContent;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.CatalogueReader;
import org.assay.startup.catalogue.ContentPolicy;

/** The locations from which systems start programs by themselves. */
public final class Catalogue {

    /** The largest file of most kinds whose content is kept, in bytes. */
    public static final int KEPT_BYTES = ContentPolicy.KEPT_BYTES;

    private static final String STANDARD = "catalogue/startup-catalogue.json";

    private final List<AutostartLocation> locations;

    private Catalogue(List<AutostartLocation> locations) {
        this.locations = List.copyOf(locations);
    }

    /** The catalogue that comes with Assay. */
    public static Catalogue standard() {
        try (InputStream in = Catalogue.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException(STANDARD + " is missing beside " + Catalogue.class.getName());
            }
            return read(in, STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A catalogue of these locations. */
    static Catalogue of(List<AutostartLocation> locations) {
        return new Catalogue(locations);
    }

    /**
     * Reads a catalogue in the format of {@code docs/startup-catalogue.md}.
     *
     * @param origin what to call it in a message
     * @throws org.assay.model.AssayException when it is not one; the message says where and what to do
     */
    public static Catalogue read(InputStream in, String origin) {
        return new Catalogue(CatalogueReader.read(in, origin));
    }

    /**
     * This catalogue with the locations of {@code own} behind its own ones.
     *
     * @param origin what to call {@code own} in a message
     * @throws AssayException when an id is in both
     */
    public Catalogue with(Catalogue own, String origin) {
        Set<String> ids = locations.stream().map(AutostartLocation::id).collect(Collectors.toSet());
        own.locations.stream().map(AutostartLocation::id).filter(ids::contains).findFirst().ifPresent(id -> {
            throw new AssayException(ErrorCode.SOURCE, "The catalogue " + origin + " has a location " + id
                    + ", and there is one already. Give it another id.");
        });
        List<AutostartLocation> all = new ArrayList<>(locations);
        all.addAll(own.locations);
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
        return new ContentPolicy(locations);
    }
}
