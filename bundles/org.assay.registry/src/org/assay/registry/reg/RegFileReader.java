package org.assay.registry.reg;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.ByteSource;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegEncoding;
import org.assay.registry.text.RegProblems;
import org.assay.registry.text.RegTextFile;

/**
 * Reads registry exports in text: {@code Windows Registry Editor Version 5.00}, {@code REGEDIT4}, and the {@code REGEDIT} of Windows 3.1.
 *
 * <p>The accepted grammar is that of regedit, as Wine's conformance tests and third-party tools describe it; whatever regedit would
 * drop silently is reported as a {@link RegistryProblem} with its line. Memory stays bounded: only the value being read is held.
 *
 * <p>Data is given exactly as the file has it. Text in quotes becomes UTF-16LE with its terminator; text in hexadecimal keeps a missing
 * terminator, which regedit would append on import. Where the header is REGEDIT4, the 8-bit text of {@code hex(1)}, {@code hex(2)} and
 * {@code hex(7)} becomes UTF-16LE.
 */
public final class RegFileReader {

    private static final String VERSION_5 = "Windows Registry Editor Version 5.00";
    private static final String VERSION_4 = "REGEDIT4";
    private static final String VERSION_3 = "REGEDIT";

    private final Optional<Charset> ansi;
    private final Optional<List<String>> base;

    /** Reads 8-bit text that is not UTF-8 as windows-1252 and says so in a problem. */
    public RegFileReader() {
        this(Optional.empty(), Optional.empty());
    }

    /** Reads 8-bit text without a byte order mark in the given code page, for example {@code GBK} or {@code IBM850}. */
    public RegFileReader(Charset ansi) {
        this(Optional.of(ansi), Optional.empty());
    }

    RegFileReader(Optional<Charset> ansi, Optional<List<String>> base) {
        this.ansi = Objects.requireNonNull(ansi);
        this.base = base.map(List::copyOf);
    }

    /**
     * A reader that puts keys below {@code root} when their path does not start with a root key, as in what some programs export from
     * a hive; without a root such keys are skipped with a problem.
     *
     * @param root a path that starts with a long root name, for example {@code HKEY_LOCAL_MACHINE}, {@code SYSTEM}
     */
    public RegFileReader below(List<String> root) {
        return new RegFileReader(ansi, Optional.of(root));
    }

    /**
     * Reads a text from its first to its last line.
     *
     * @param name what the text is called in messages
     * @throws RegistryException with {@link Code#UNREADABLE} when it cannot be read, with {@link Code#NOT_A_REG_FILE} when its first line
     *     is not one of the three headers
     */
    public void read(String name, ByteSource text, RegistrySink sink) {
        read(new RegTextFile(name, text, ansi, RegEncoding.DEFAULT_ANSI), sink);
    }

    void read(RegTextFile text, RegistrySink sink) {
        text.read(sink, (chars, problems) -> parse(text, chars, problems, sink));
    }

    /** Windows reads a header only on the first line, exactly spelled, after blanks at most. */
    private void parse(RegTextFile text, RegCharacters chars, RegProblems problems, RegistrySink sink) throws IOException {
        chars.skipBlanks();
        String header = RegTextFile.header(chars);
        switch (header) {
            case VERSION_5, VERSION_4 -> {
                RegValueLine.Strings strings = new RegValueLine.Strings(header.equals(VERSION_5),
                        ansi.orElse(RegEncoding.DEFAULT_ANSI), ansi.isEmpty());
                new RegParser(chars, sink, problems, strings, base).parse();
            }
            case VERSION_3 -> new RegVersion3Parser(chars, sink, problems).parse();
            default -> throw text.refused(" is not a registry export: its line 1 is \"" + RegistryText.visible(header)
                    + "\", and regedit imports a file only when that line is exactly \"" + VERSION_5 + "\" or \"" + VERSION_4
                    + "\". Export the keys again.");
        }
    }
}
