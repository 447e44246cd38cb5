package org.assay.app.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.assay.custody.SealMessage;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Visible;

/**
 * Signs the list of digests of an export, and so everything in it.
 *
 * @param files those of the export
 */
public record SignExport(List<Path> files, KeyArguments key) {

    private static final String SUMS = "SHA256SUMS";

    /** Writes the signature beside the list: CMS in DER, {@code openssl cms -verify} with {@code -content} checks it. */
    public Path run(char[] password) {
        Path sums = files.stream().filter(file -> file.endsWith(SUMS)).findFirst().orElseThrow();
        Path signature = sums.resolveSibling(SUMS + ".p7s");
        try {
            OwnerOnly.write(signature,
                    SealMessage.signDetached(Files.readAllBytes(sums), key.unlock(password), Instant.now()).toArray());
            return signature;
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The export was written, but its signature " + Visible.text(signature.toString())
                    + " could not be. Check the free space and your rights, and export again.", e);
        }
    }
}
