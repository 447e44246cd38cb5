package org.assay.registry.creg;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryType;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.text.RegDecoder;
import org.assay.registry.text.RegEncoding;

/** Turns the names and texts of a Windows 9x registry file, which are in the ANSI code page of their machine, into UTF-16. */
final class CregText {

    private final Charset charset;
    private final boolean guessed;
    private final CregProblems problems;
    private boolean warned;

    CregText(Optional<Charset> ansi, CregProblems problems) {
        this.charset = ansi.orElse(RegEncoding.DEFAULT_ANSI);
        this.guessed = ansi.isEmpty();
        this.problems = problems;
    }

    /** @param position where the text is in the file, in bytes; reported with the path when the text cannot be decoded */
    String decode(byte[] text, long position, List<String> path) {
        if (RegEncoding.isAscii(text)) {
            return RegDecoder.decode(text, charset).toString();
        }
        if (guessed && !warned) {
            warned = true;
            problems.notice(Kind.ENCODING_GUESSED, position, "Non-ASCII names and text are decoded as " + charset.name()
                    + "; if the source machine used another code page, specify that one.");
        }
        String decoded = RegDecoder.decode(text, charset).toString();
        if (decoded.indexOf(RegDecoder.UNDECODABLE) >= 0) {
            problems.damaged(position, "The text contains bytes that are not valid in " + charset.name()
                    + "; they are shown as U+FFFD.", path);
        }
        return decoded;
    }

    /** The data of a value as programs get it: text in UTF-16LE, a REG_SZ with its terminator, everything else as stored. */
    byte[] data(int type, byte[] stored, long position, List<String> path) {
        if (!RegistryType.isAnsiText(type)) {
            return stored;
        }
        String text = decode(stored, position, path);
        return Utf16.encode(type == RegistryType.SZ && !text.endsWith("\0") ? text + "\0" : text);
    }
}
