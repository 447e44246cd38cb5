package org.assay.cli.option;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** {@code --keys}: the key file of the examiner. */
public final class KeyFileOption {

    @Option(names = "--keys", required = true, paramLabel = "FILE", defaultValue = "${env:ASSAY_KEYS}",
            description = "The examiner's key file (PKCS#12); by default that of the environment variable ASSAY_KEYS.")
    private Path file;

    public Path file() {
        return file;
    }
}
