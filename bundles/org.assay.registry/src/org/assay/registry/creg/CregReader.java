package org.assay.registry.creg;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.file.CheckedBytes;

/**
 * Reads the registry files of Windows 95, 98 and Me, SYSTEM.DAT and USER.DAT (J. Metz, "Windows 9x Registry File (CREG) format
 * specification"; B.D., "WinReg.txt"). They hold no times and no class names.
 *
 * <p>Their names and texts have one or two bytes a character in the ANSI code page of their machine. Text in REG_SZ, REG_EXPAND_SZ and
 * REG_MULTI_SZ becomes UTF-16LE; a REG_SZ, which these files keep without its terminator, gets the one that Windows gives to programs. So a
 * value equals the one that a REGEDIT4 export of the same machine has.
 *
 * <p>Damage never ends the reading: whatever cannot be read is reported with its byte offset and the key it belongs to. A record that two
 * keys claim is read for the first only and reported for the second. The whole file is held in memory.
 */
public final class CregReader {

    private static final int HEADER = 32;
    private static final String SIGNATURE = "CREG";

    private final Optional<Charset> ansi;

    /** Reads text as windows-1252 and says so in a problem where it is not ASCII. */
    public CregReader() {
        this.ansi = Optional.empty();
    }

    /** Reads text in the ANSI code page of the machine that the file comes from, for example {@code windows-1251} or {@code GBK}. */
    public CregReader(Charset ansi) {
        this.ansi = Optional.of(Objects.requireNonNull(ansi));
    }

    /**
     * Reads a file: each key, then its values, then its subkeys, in the order of the file. Paths are relative to the root key.
     *
     * @param name what the file is called in messages
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it does not start as such a file
     */
    public void read(String name, byte[] file, RegistrySink sink) {
        CheckedBytes bytes = new CheckedBytes(ByteBuffer.wrap(file));
        if (!bytes.isMarked(0, SIGNATURE) || bytes.size() < HEADER) {
            throw new RegistryException(Code.NOT_A_HIVE, RegistryText.visible(name) + " is not a registry file of Windows 95, 98 or Me: "
                    + "it does not start with a header of " + HEADER + " bytes and the signature \"" + SIGNATURE + "\". Specify a "
                    + "SYSTEM.DAT or USER.DAT.");
        }
        CregProblems problems = new CregProblems(sink);
        new CregWalk(bytes, CregRecords.of(bytes, problems), new CregText(ansi, problems), problems, sink).walk();
    }
}
