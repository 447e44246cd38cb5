package org.assay.registry.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.ByteSource;
import org.assay.registry.creg.CregReader;
import org.assay.registry.hive.HiveReader;
import org.assay.registry.policy.PolicyFileReader;
import org.assay.registry.query.RegQueryParser;
import org.assay.registry.query.RegQueryReader;
import org.assay.registry.reg.RegFileReader;
import org.assay.registry.text.RegEncoding;
import org.assay.registry.wine.WineFileReader;

/** The formats of files that hold registry data, detected by a file's first bytes and never by its name. */
public enum RegistryFormat {

    /** A native hive of Windows NT and later. */
    HIVE("regf", false, false, false),

    /** A hive of Windows 95, 98 or Me. */
    CREG("creg", false, false, false),

    /** A group policy's {@code Registry.pol}. */
    POLICY("registry-pol", false, false, true),

    /** A {@code .reg} export of any version. */
    REG("reg-export", true, true, true),

    /** A registry file of Wine. */
    WINE("wine-registry", true, true, true),

    /** The output of {@code reg query}. */
    QUERY("reg-query", true, true, true);

    /** How many bytes of a file tell what it is, and what the header of a hive says. */
    public static final int FIRST_BYTES = 4096;

    private final String reader;
    private final boolean text;
    private final boolean rooted;
    private final boolean lastValueWins;

    RegistryFormat(String reader, boolean text, boolean rooted, boolean lastValueWins) {
        this.reader = reader;
        this.text = text;
        this.rooted = rooted;
        this.lastValueWins = lastValueWins;
    }

    /** A short word for what reads it, that never changes. */
    public String reader() {
        return reader;
    }

    /** Whether {@link RegistryProblem#position} counts lines; else it is a byte offset. */
    public boolean isText() {
        return text;
    }

    /**
     * Whether paths start with a root key such as {@code HKEY_LOCAL_MACHINE}; else they are relative to one that the file does not name.
     */
    public boolean isRooted() {
        return rooted;
    }

    /** Whether the last of several values with one name wins; else the first does. */
    public boolean lastValueWins() {
        return lastValueWins;
    }

    /**
     * The format of a file by its first bytes. A file that starts like one of these may still turn out not to be one when it is read.
     *
     * @param name what the file is called in messages
     * @param start its first {@value #FIRST_BYTES} bytes, or all of them
     * @throws RegistryException with {@link Code#UNKNOWN_FORMAT} when it is none of these
     */
    public static RegistryFormat of(String name, byte[] start) {
        return find(start).orElseThrow(() -> new RegistryException(Code.UNKNOWN_FORMAT, RegistryText.visible(name)
                + " is not in a known registry format: it starts neither as a hive (regf, CREG) nor as a Registry.pol, a .reg "
                + "export, a Wine registry file or the output of reg query. Specify such a file, not compressed."));
    }

    /** The format of a file by its first bytes; empty when it is none of these. */
    public static Optional<RegistryFormat> find(byte[] start) {
        String signature = new String(start, 0, Math.min(4, start.length), StandardCharsets.ISO_8859_1);
        return switch (signature) {
            case "regf" -> Optional.of(HIVE);
            case "CREG" -> Optional.of(CREG);
            case PolicyFileReader.SIGNATURE -> Optional.of(POLICY);
            default -> ofText(RegEncoding.text(start).stripLeading());
        };
    }

    private static Optional<RegistryFormat> ofText(String text) {
        if (text.startsWith(WineFileReader.HEADER)) {
            return Optional.of(WINE);
        }
        if (text.startsWith("HKEY_") || text.startsWith(RegQueryParser.XP_HEADER)) {
            return Optional.of(QUERY);
        }
        boolean reg = text.startsWith("Windows Registry Editor") || text.startsWith("REGEDIT") || text.startsWith("[HKEY_")
                || text.startsWith(";");
        return reg ? Optional.of(REG) : Optional.empty();
    }

    /**
     * Reads a file of this format, a hive as it stands, without its logs.
     *
     * @param name what the file is called in messages; of a registry file of Wine its path or name
     * @param file all of its bytes
     * @param codePage that of 8-bit text on the machine the file comes from, where it is known
     * @throws RegistryException when the file is not of this format
     */
    public void read(String name, byte[] file, Optional<Charset> codePage, RegistrySink sink) {
        ByteSource text = () -> new ByteArrayInputStream(file);
        switch (this) {
            case HIVE -> new HiveReader().read(name, file, Map.of(), sink);
            case CREG -> codePage.map(CregReader::new).orElseGet(CregReader::new).read(name, file, sink);
            case POLICY -> PolicyFileReader.read(name, file, sink);
            case REG -> codePage.map(RegFileReader::new).orElseGet(RegFileReader::new).read(name, text, sink);
            case WINE -> new WineFileReader().read(name, text, sink);
            case QUERY -> codePage.map(RegQueryReader::new).orElseGet(RegQueryReader::new).read(name, text, sink);
        }
    }

    /**
     * Reads a text of this format.
     *
     * @param name what the text is called in messages; of a registry file of Wine its path or name
     * @throws RegistryException when the text cannot be read or is not of this format, or this format is not text
     */
    public void read(String name, ByteSource text, RegistrySink sink) {
        switch (this) {
            case REG -> new RegFileReader().read(name, text, sink);
            case WINE -> new WineFileReader().read(name, text, sink);
            case QUERY -> new RegQueryReader().read(name, text, sink);
            case HIVE, CREG, POLICY -> throw new RegistryException(Code.NOT_A_REG_FILE,
                    RegistryText.visible(name) + " is not a text file.");
        }
    }
}
