package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.remedy.Indicator.Sign;

/**
 * Writes {@code indicators/sigma.yml}: for each sign a rule of Sigma (Sigma specification 2.0) by which the logs of other machines are
 * searched for what wrote the value, made the key or the file, or started the program. Pure ASCII; each rule is a YAML document.
 *
 * <p>Evidence stands only between double quotes (YAML 1.2.2, 7.3.1), where the quote, the backslash and whatever is not printable ASCII are
 * escapes. Before that, what means something in a value of Sigma (its section on escaping: the asterisk, the question mark, the backslash)
 * has a backslash before it.
 */
final class SigmaRules {

    private SigmaRules() {
    }

    static void write(String host, List<Indicator> indicators, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Indicator indicator : indicators) {
            text.append(text.isEmpty() ? "" : "---\n").append("title: ")
                    .append(quoted("Assay, change " + indicator.change() + ": " + title(indicator.sign())))
                    .append("\nid: ").append(StixBundle.uuid(String.join("\n", "sigma", host, indicator.decided().toString(),
                            StixPattern.of(indicator.sign()))))
                    .append("\nstatus: experimental\ndescription: ").append(quoted(indicator.shown()))
                    .append("\nauthor: Assay\ndate: ").append(indicator.decided().atOffset(ZoneOffset.UTC).toLocalDate())
                    .append("\nlogsource:\n").append(source(indicator.sign())).append("detection:\n    selection:\n")
                    .append(selection(indicator.sign())).append("    condition: selection\nlevel: ")
                    .append(indicator.startup() ? "high" : "medium").append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String title(Sign sign) {
        return switch (sign) {
            case Indicator.Content _ -> "a program was started";
            case Indicator.FilePlace _, Indicator.FolderPlace _ -> "a file was made";
            case Indicator.Key _ -> "a registry key was made";
            case Indicator.Value _ -> "a registry value was set";
        };
    }

    private static String source(Sign sign) {
        String category = switch (sign) {
            case Indicator.Content _ -> "process_creation";
            case Indicator.FilePlace _, Indicator.FolderPlace _ -> "file_event";
            case Indicator.Key _ -> "registry_add";
            case Indicator.Value _ -> "registry_set";
        };
        String product = switch (sign) {
            case Indicator.Content _ -> "";
            case Indicator.FilePlace(String folder, _) -> product(folder);
            case Indicator.FolderPlace(String path) -> product(path);
            case Indicator.Key _, Indicator.Value _ -> "    product: windows\n";
        };
        return "    category: " + category + "\n" + product;
    }

    private static String product(String path) {
        return "    product: " + (path.startsWith("/") ? "linux" : "windows") + "\n";
    }

    /** Fields by the names of Sysmon, which the categories of Sigma have. */
    private static String selection(Sign sign) {
        return switch (sign) {
            case Indicator.Content(String sha256, _) -> field("Hashes|contains", "SHA256=" + sha256.toUpperCase(Locale.ROOT));
            case Indicator.FilePlace(String folder, String name) -> field("TargetFilename", within(folder) + name);
            case Indicator.FolderPlace(String path) -> field("TargetFilename|startswith", within(path));
            case Indicator.Key(String path) -> field("TargetObject|endswith", belowRoot(path));
            case Indicator.Value(String key, String name, Optional<String> data) -> field("TargetObject|endswith",
                    belowRoot(key) + "\\" + (name.isEmpty() ? "(Default)" : name)) + data.map(text -> field("Details", text)).orElse("");
        };
    }

    private static String within(String folder) {
        String separator = folder.startsWith("/") ? "/" : "\\";
        return folder.endsWith(separator) ? folder : folder + separator;
    }

    /** The path from behind the root on: logs name a user's root by the SID. */
    private static String belowRoot(String key) {
        int root = key.indexOf('\\');
        return root < 0 ? "\\" : key.substring(root);
    }

    private static String field(String name, String text) {
        return "        " + name + ": " + quoted(text.replaceAll("([\\\\*?])", "\\\\$1")) + "\n";
    }

    private static String quoted(String text) {
        StringBuilder yaml = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point >= ' ' && point < 0x7f) {
                yaml.append(point == '"' || point == '\\' ? "\\" : "").append((char) point);
            } else {
                yaml.append(String.format(Locale.ROOT, "\\U%08x", point));
            }
        });
        return yaml.append('"').toString();
    }
}
