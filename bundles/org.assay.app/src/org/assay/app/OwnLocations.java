package org.assay.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Visible;
import org.assay.startup.Catalogue;

/**
 * Catalogues of startup locations that the user adds to the standard one, in the format of {@code docs/startup-catalogue.md}. They are read
 * anew by every use case.
 */
public record OwnLocations(List<Path> files) {

    /** The standard catalogue alone. */
    public static final OwnLocations NONE = new OwnLocations(List.of());

    public OwnLocations {
        files = List.copyOf(files);
    }

    /** The standard catalogue with the user's locations behind its own; fails with a sentence that names file, line and location. */
    Catalogue catalogue() {
        Catalogue catalogue = Catalogue.standard();
        for (Path file : files) {
            String name = Visible.text(file.toString());
            try (InputStream in = Files.newInputStream(file)) {
                catalogue = catalogue.with(Catalogue.read(in, name), name);
            } catch (IOException e) {
                throw new AssayException(ErrorCode.SOURCE, "The catalogue " + name + " cannot be read: " + Visible.text(String.valueOf(
                        e.getMessage())) + ". Name a file that is there and readable.", e);
            }
        }
        return catalogue;
    }
}
