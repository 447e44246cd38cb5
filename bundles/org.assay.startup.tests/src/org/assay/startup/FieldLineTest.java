package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, lines of configuration and registry values that lead to a program, one a line of {@code field/*.txt}. */
class FieldLineTest {

    private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run | x | ";
    private static final String SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\x | ImagePath | ";
    private static final Map<String, String> SYSTEMS = Map.of("linux", "linux", "macos", "macos", "place", "linux");

    @ParameterizedTest
    @ValueSource(strings = {"windows-commands", "windows-values", "linux-lines", "linux-units", "linux-shell"})
    void eachLineLeadsToItsProgram(String file) throws IOException {
        List<String> missed = new ArrayList<>();
        try (InputStream in = FieldLineTest.class.getResourceAsStream("field/" + file + ".txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .filter(line -> !isFound(planting(line))).forEach(missed::add);
        }
        assertEquals(List.of(), missed);
    }

    private static boolean isFound(Planting planting) {
        List<StartupEntry> entries = StartupScan.run(Catalogue.standard(), planting.machine(), Progress.NONE).entries();
        return planting.expected().stream().allMatch(line -> line.startsWith("not ") ? entries.stream().noneMatch(entry -> Planting
                .isExpected("starts " + line.substring(4), entry)) : entries.stream().anyMatch(entry -> Planting.isExpected(line, entry)));
    }

    private static Planting planting(String line) {
        String kind = line.substring(0, line.indexOf(' '));
        String[] parts = Arrays.stream(line.substring(kind.length()).split(" # ", -1)).map(String::strip).toArray(String[]::new);
        String system = SYSTEMS.getOrDefault(kind, "windows");
        int target = kind.equals("linux") || kind.equals("macos") || kind.equals("file") ? 2 : 1;
        String program = parts.length > target && !parts[target].isEmpty() ? parts[target]
                : system.equals("windows") ? "C:\\Evil\\x.exe" : "/opt/evil/x";
        Planting.Trace first = switch (kind) {
            case "run" -> new Planting.Trace("value", RUN + parts[0], "");
            case "service" -> new Planting.Trace("value", SERVICE + parts[0], "");
            case "value" -> new Planting.Trace("value", parts[0] + (parts[0].split(" \\| ").length < 3 ? " | " + program : ""), "");
            case "linux", "macos", "file" -> new Planting.Trace("text", parts[0], text(parts[1]));
            case "place" -> new Planting.Trace("text", parts[0], "#!/bin/sh\n/opt/evil/x\n");
            default -> throw new IllegalArgumentException(line);
        };
        String wanted = kind.equals("place") ? "entry " + parts[0] : "starts " + program;
        List<String> rest = Arrays.stream(parts).skip(target + 1L).filter(part -> !part.isEmpty()).toList();
        Stream<String> decoys = rest.stream().filter(part -> part.startsWith("decoy ")).map(part -> "not " + part.substring(6));
        return new Planting(line, line, system, Stream.concat(Stream.of(first), rest.stream().map(FieldLineTest::more)).toList(),
                Stream.concat(Stream.of(wanted), decoys).toList(), "");
    }

    /** {@code KIND PLACE}, a decoy being a file that must not be taken for the program, with {@code :: TEXT} behind the place of a text. */
    private static Planting.Trace more(String part) {
        String[] place = part.substring(part.indexOf(' ') + 1).split(" :: ", 2);
        return new Planting.Trace(part.substring(0, part.indexOf(' ')).replace("decoy", "file"), place[0].strip(),
                place.length > 1 ? text(place[1]) : "");
    }

    private static String text(String escaped) {
        return escaped.replace("\\n", "\n").replace("\\t", "\t") + "\n";
    }
}
