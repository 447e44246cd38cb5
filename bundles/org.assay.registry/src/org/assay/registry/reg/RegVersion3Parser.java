package org.assay.registry.reg;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegProblems;
import org.assay.registry.text.RootKeys;

/**
 * Goes through the lines of an export of Windows 3.1, whose registry had one root, one value a key, and only text:
 * {@code HKEY_CLASSES_ROOT\path = text}. The path has no blanks; one blank after the equals sign is no part of the text.
 */
final class RegVersion3Parser {

    private static final String ROOT = "HKEY_CLASSES_ROOT";
    private static final int MAX_LINE = 1 << 16;

    private final RegCharacters chars;
    private final RegistrySink sink;
    private final RegProblems problems;

    RegVersion3Parser(RegCharacters chars, RegistrySink sink, RegProblems problems) {
        this.chars = chars;
        this.sink = sink;
        this.problems = problems;
    }

    void parse() throws IOException {
        StringBuilder text = new StringBuilder();
        while (chars.peek() != RegCharacters.END) {
            long number = chars.line();
            text.setLength(0);
            boolean fits = chars.readLine(text, MAX_LINE);
            String line = text.toString();
            if (line.isBlank() || line.startsWith(";")) {
                problems.blank(number);
            } else if (!fits || !value(line)) {
                problems.skipped(number, number, "The line does not start with a key below HKEY_CLASSES_ROOT, the only root in a file "
                        + "with the header REGEDIT, or is too long, and is skipped.", List.of());
            }
        }
    }

    private boolean value(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
            end++;
        }
        List<String> path = RootKeys.components(line.substring(0, end));
        if (!line.startsWith(ROOT) || !path.getFirst().equals(ROOT)) {
            return false;
        }
        problems.flush();
        sink.key(new RegistryKey(path, Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        sink.value(new RegistryValue(path, "", RegistryType.SZ, Utf16.encode(data(line.substring(end).stripLeading()) + "\0")));
        return true;
    }

    private static String data(String rest) {
        String text = rest.startsWith("=") ? rest.substring(1) : rest;
        return text.startsWith(" ") ? text.substring(1) : text;
    }
}
