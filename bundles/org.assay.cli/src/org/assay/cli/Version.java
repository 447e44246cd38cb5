package org.assay.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** Tells the version from the manifest of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Assay " + Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("0.1.0")};
    }
}
