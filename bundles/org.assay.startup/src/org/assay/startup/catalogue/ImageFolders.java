package org.assay.startup.catalogue;

import java.util.List;

/**
 * Folders that an image of Windows has elsewhere than usual, in the spelling of the catalogue's paths.
 *
 * @param windows the name of the Windows folder, besides the usual ones; empty without one
 * @param profiles profiles that are not where profiles usually are
 * @param startup startup folders that are not where they usually are
 */
public record ImageFolders(String windows, List<String> profiles, List<String> startup) {

    /** Nothing but the usual. */
    public static final ImageFolders USUAL = new ImageFolders("", List.of(), List.of());

    public ImageFolders {
        profiles = List.copyOf(profiles);
        startup = List.copyOf(startup);
    }
}
