package org.assay.registry.text;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;

import org.assay.registry.RegistryException;

/** What the fuzz targets of the text readers share. */
public final class TextFuzz {

    private TextFuzz() {
    }

    /** Has a text read, which may turn out not to be what its reader takes. */
    public static void read(byte[] file, Optional<Charset> ansi, Consumer<RegTextFile> reader) {
        try {
            reader.accept(new RegTextFile("fuzzed", () -> new ByteArrayInputStream(file), ansi, RegEncoding.DEFAULT_ANSI));
        } catch (RegistryException e) {
            if (e.code() != RegistryException.Code.NOT_A_REG_FILE) {
                throw e;
            }
        }
    }
}
