package org.assay.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryProblem.Kind;

/**
 * Reads registry exports in text: {@code Windows Registry Editor Version 5.00} and {@code REGEDIT4}.
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
    private static final int MAX_HEADER = 200;

    private final Optional<Charset> ansi;

    /** Reads 8-bit text that is not UTF-8 as windows-1252 and says so in a problem. */
    public RegFileReader() {
        this.ansi = Optional.empty();
    }

    /** Reads 8-bit text without a byte order mark in the given code page, for example {@code GBK} or {@code IBM850}. */
    public RegFileReader(Charset ansi) {
        this.ansi = Optional.of(Objects.requireNonNull(ansi));
    }

    /**
     * Reads a file from its first to its last line.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when the file cannot be read, with {@link Code#NOT_A_REG_FILE} when its
     *     first line is not one of the two headers
     */
    public void read(Path file, RegistrySink sink) {
        if (!Files.isRegularFile(file)) {
            throw new RegistryException(Code.UNREADABLE, RegistryException.named(file)
                    + " is not a file that can be read. Name an exported .reg file.");
        }
        try {
            RegEncoding encoding = RegEncoding.detect(file, ansi);
            RegProblems problems = new RegProblems(sink);
            try (RegCharacters chars = open(file, encoding, problems)) {
                RegValueLine.Strings strings = new RegValueLine.Strings(isVersion5(file, chars), ansiOf(encoding), ansi.isEmpty());
                encoding.guess().ifPresent(guess -> problems.notice(Kind.ENCODING_GUESSED, 1, guess, List.of()));
                new RegParser(chars, sink, problems, strings).parse();
            }
        } catch (IOException e) {
            throw RegistryException.unreadable(file, e);
        }
    }

    private static RegCharacters open(Path file, RegEncoding encoding, RegProblems problems) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.markLength());
        String message = "The line contains bytes that are no character in " + encoding.charset().name() + "; they are shown as U+FFFD.";
        return new RegCharacters(new RegDecoder(in, encoding), encoding.isUtf16(),
                line -> problems.notice(Kind.SKIPPED, line, message, List.of()));
    }

    private Charset ansiOf(RegEncoding encoding) {
        return ansi.orElse(RegEncoding.DEFAULT_ANSI);
    }

    /** Windows reads a header only on the first line, exactly spelled, after blanks at most. */
    private static boolean isVersion5(Path file, RegCharacters chars) throws IOException {
        chars.skipBlanks();
        StringBuilder header = new StringBuilder();
        while (!chars.atLineEnd() && header.length() < MAX_HEADER) {
            header.append((char) chars.read());
        }
        boolean version5 = VERSION_5.contentEquals(header);
        if (!version5 && !VERSION_4.contentEquals(header) || !chars.atLineEnd()) {
            throw new RegistryException(Code.NOT_A_REG_FILE, RegistryException.named(file) + " is not a registry export: its line 1 is \""
                    + RegistryText.visible(header.toString()) + "\", and regedit imports a file only when that line is exactly \""
                    + VERSION_5 + "\" or \"" + VERSION_4 + "\". Export the keys again, or name a hive to the hive reader.");
        }
        chars.skipLineEnd();
        return version5;
    }
}
