package org.assay.registry.query;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistrySink;
import org.assay.registry.ByteSource;
import org.assay.registry.text.RegEncoding;
import org.assay.registry.text.RegTextFile;

/**
 * Reads what {@code reg query KEY /s} printed, also that of Windows XP. It is weak evidence: names and data are not escaped, so a line
 * break or a run of blanks in them may change what is read, and nothing tells the default value from one that is called like its
 * translation. The reader says so in a problem at line 1, and at every line that can be read in two ways.
 */
public final class RegQueryReader {

    private final Optional<Charset> oem;

    /** Reads 8-bit text that is not UTF-8 as code page 850 and says so in a problem. */
    public RegQueryReader() {
        this.oem = Optional.empty();
    }

    /** Reads 8-bit text without a byte order mark in the code page of the console, for example {@code IBM437} or {@code GBK}. */
    public RegQueryReader(Charset oem) {
        this.oem = Optional.of(Objects.requireNonNull(oem));
    }

    /**
     * Reads a text from its first to its last line. Lines that are neither a key nor a value are reported.
     *
     * @param name what the text is called in messages
     * @throws RegistryException with {@link Code#UNREADABLE} when it cannot be read
     */
    public void read(String name, ByteSource text, RegistrySink sink) {
        read(new RegTextFile(name, text, oem, RegEncoding.DEFAULT_OEM), sink);
    }

    static void read(RegTextFile text, RegistrySink sink) {
        text.read(sink, (chars, problems) -> new RegQueryParser(chars, sink, problems).parse());
    }
}
