package org.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;

import org.assay.app.CatalogueFiles;

/** Startup locations of the user's own; where none are given, what the case has kept is used. */
final class CatalogueOption {

    @Option(names = "--catalogue", paramLabel = "FILE", description = "Startup locations of your own, added to the standard ones;"
            + " docs/startup-catalogue.md describes the format. May be given more than once.")
    private List<Path> files = new ArrayList<>();

    CatalogueFiles files() {
        return new CatalogueFiles(files);
    }
}
