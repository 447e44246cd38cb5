package org.assay.registry.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.ByteSource;

/**
 * A text with registry data.
 *
 * @param name what the text is called in messages
 * @param source gives its bytes, more than once
 * @param ansi the code page of 8-bit text, where the user knows it
 * @param assumed the code page that is assumed where the user names none
 */
public record RegTextFile(String name, ByteSource source, Optional<Charset> ansi, Charset assumed) {

    /** Longer than any header line. */
    private static final int MAX_HEADER = 200;

    /** Reads the characters from the first line to the last. */
    public interface Parser {
        void parse(RegCharacters chars, RegProblems problems) throws IOException;
    }

    /**
     * Opens the text and has it read.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when it cannot be read
     */
    public void read(RegistrySink sink, Parser parser) {
        try {
            RegEncoding encoding = RegEncoding.detect(source, ansi, assumed);
            RegProblems problems = new RegProblems(sink);
            try (RegCharacters chars = RegCharacters.open(source, encoding, problems)) {
                encoding.guess().ifPresent(guess -> problems.notice(Kind.ENCODING_GUESSED, 1, guess, List.of()));
                parser.parse(chars, problems);
                if (chars.endsInsideUnit()) {
                    problems.skipped(chars.line(), chars.line(), "The file ends in the middle of a character; it may be truncated.",
                            List.of());
                }
                problems.flush();
            }
        } catch (IOException e) {
            throw RegistryException.unreadable(name, e);
        }
    }

    /** Takes the first line, as far as it can be a header. */
    public static String header(RegCharacters chars) throws IOException {
        StringBuilder header = new StringBuilder();
        chars.readLine(header, MAX_HEADER);
        return header.toString();
    }

    public RegistryException refused(String why) {
        return new RegistryException(Code.NOT_A_REG_FILE, RegistryText.visible(name) + why);
    }
}
