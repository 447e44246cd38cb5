package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.remedy.Indicator.Content;

/**
 * Writes {@code indicators/files.yar}: a rule of YARA for each content, by size and SHA-256 (YARA documentation, "Hash module"). The size
 * comes first, so that hardly any other file is hashed. The only evidence in it is a comment of printable ASCII that says where the file
 * was found.
 */
final class YaraRules {

    private YaraRules() {
    }

    static void write(List<Indicator> indicators, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("import \"hash\"\n");
        for (Indicator indicator : indicators) {
            if (indicator.sign() instanceof Content(String sha256, long sizeBytes)) {
                text.append("\n// change ").append(indicator.change()).append(": ").append(Ascii.visible(indicator.shown()))
                        .append("\nrule assay_change_").append(indicator.change())
                        .append("\n{\n    condition:\n        filesize == ").append(sizeBytes)
                        .append(" and hash.sha256(0, filesize) == \"").append(sha256).append("\"\n}\n");
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
