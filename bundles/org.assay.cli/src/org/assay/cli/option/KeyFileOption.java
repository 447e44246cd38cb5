package org.assay.cli.option;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Option;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** {@code --keys}: the key file of the examiner. */
public final class KeyFileOption {

    @Option(names = "--keys", paramLabel = "FILE", defaultValue = "${env:ASSAY_KEYS}",
            description = "The examiner's key file (PKCS#12); by default that of the environment variable ASSAY_KEYS.")
    private Optional<Path> file;

    public Path file() {
        return file.orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE,
                "Name the key file with --keys, or set ASSAY_KEYS to it; 'assay keys new' makes one."));
    }
}
