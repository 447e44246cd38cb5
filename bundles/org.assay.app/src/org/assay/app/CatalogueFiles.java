package org.assay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.assay.startup.Catalogue;

/**
 * Files with catalogues of startup locations that the user adds to the standard one, in the format of {@code docs/startup-catalogue.md}.
 * They are read when a use case runs, and the case keeps what was read: where no file is given, what the case has kept is used.
 */
public record CatalogueFiles(List<Path> files) {

    public static final Argument<List<Path>> ARGUMENT = Argument.several("catalogue", "Own startup catalogues", "Startup locations of your"
            + " own, added to the standard ones; docs/startup-catalogue.md describes the format. May be given more than once. The case"
            + " keeps them with the snapshot or the comparison. Where none are given, lists of a comparison use those that it was made"
            + " with, and comparing uses those that the snapshots were captured with.", "FILE", new ArgumentType.FilePath(false), false);

    /** None is given. */
    public static final CatalogueFiles NONE = new CatalogueFiles(List.of());

    public CatalogueFiles {
        files = List.copyOf(files);
    }

    /** What the files hold. */
    List<OwnCatalogue> read() {
        return files.stream().map(CatalogueFiles::read).toList();
    }

    /** What the files hold; {@code kept} when there are none. */
    List<OwnCatalogue> readOr(List<OwnCatalogue> kept) {
        return files.isEmpty() ? kept : read();
    }

    /** What both snapshots were captured with; of two that have the same name that of {@code suspect}, which is the later one. */
    static List<OwnCatalogue> kept(Case openCase, long baseline, long suspect) {
        Map<String, OwnCatalogue> byName = new LinkedHashMap<>();
        openCase.store().snapshotCatalogues(baseline).forEach(one -> byName.put(one.name(), one));
        openCase.store().snapshotCatalogues(suspect).forEach(one -> byName.put(one.name(), one));
        return List.copyOf(byName.values());
    }

    /** The standard catalogue with these behind it; fails with a sentence that names file, line and location. */
    static Catalogue standardWith(List<OwnCatalogue> own) {
        Catalogue catalogue = Catalogue.standard();
        for (OwnCatalogue one : own) {
            catalogue = catalogue.with(one);
        }
        return catalogue;
    }

    private static OwnCatalogue read(Path file) {
        String name = Visible.text(file.toString());
        try {
            return new OwnCatalogue(name, Bytes.copyOf(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The catalogue " + name + " cannot be read: " + Visible.text(String.valueOf(
                    e.getMessage())) + ". Name a file that is there and readable.", e);
        }
    }
}
