package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.assay.remedy.Indicator.Content;

/**
 * Writes {@code indicators/sha256.txt}: a digest a line, in lower-case hexadecimal digits, and before each a line that begins with
 * {@code #} and says where it was found. Pure ASCII, lines end in LF. A name that holds what some reader could take for a digest is left
 * out: it could smuggle a good file's into the list.
 */
final class Sha256List {

    /** The shortest digests in use have 32 digits. */
    private static final Pattern LIKE_A_DIGEST = Pattern.compile("[0-9A-Fa-f]{32}");

    private Sha256List() {
    }

    static boolean hasAny(Indicators indicators) {
        return indicators.all().stream().anyMatch(indicator -> indicator.sign() instanceof Content);
    }

    static void write(List<Indicator> indicators, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("# SHA-256 of what was tagged to be quarantined\n");
        for (Indicator indicator : indicators) {
            if (indicator.sign() instanceof Content(String sha256, _)) {
                String shown = Ascii.visible(indicator.shown());
                text.append("# change ").append(indicator.change())
                        .append(LIKE_A_DIGEST.matcher(shown).find() ? "" : ": " + shown).append('\n').append(sha256).append('\n');
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
