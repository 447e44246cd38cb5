package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.assay.registry.Programs;
import org.assay.registry.Recording;
import org.assay.registry.RegistryFiles;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;

/** What a hive holds, as hivexregedit, an independent program, and as the reader under test says it. */
final class Hivex {

    private static final String PROGRAM = "hivexregedit";

    private Hivex() {
    }

    static void assumeInstalled() {
        assumeTrue(Programs.isThere(PROGRAM), PROGRAM + " is not installed");
    }

    /** Each key with its values, sorted. */
    static List<String> ours(Path hive) {
        Recording recording = new Recording();
        RegistryFiles.read(new HiveReader(), hive, List.of(), recording);
        List<List<String>> keys = new ArrayList<>();
        for (Object found : recording.found) {
            if (found instanceof RegistryKey key) {
                keys.add(new ArrayList<>(List.of("[P\\" + String.join("\\", key.path()) + "]")));
            } else if (found instanceof RegistryValue value) {
                keys.getLast().add(line(value));
            }
        }
        return keys.stream().map(Hivex::block).sorted().toList();
    }

    private static String line(RegistryValue value) {
        String name = value.name().isEmpty() ? "@" : '"' + value.name().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        byte[] data = value.data();
        if (value.type() == RegistryType.DWORD && data.length == 4) {
            return name + String.format("=dword:%02x%02x%02x%02x", data[3], data[2], data[1], data[0]);
        }
        return name + "=hex(" + Integer.toHexString(value.type()) + "):" + HexFormat.ofDelimiter(",").formatHex(data);
    }

    static List<String> export(Path folder, Path hive, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "PERL_UNICODE=O", PROGRAM, "--export", "--prefix", "P"));
        command.addAll(List.of(options));
        command.addAll(List.of(hive.toString(), "\\"));
        String text = Programs.run(folder, command.toArray(String[]::new)).orElseThrow();
        return Arrays.stream(text.split("\n\n(?=\\[P\\\\)")).skip(1)
                .map(block -> block(Arrays.asList(block.strip().split("\n(?=[\"@])")))).sorted().toList();
    }

    private static String block(List<String> lines) {
        List<String> values = new ArrayList<>(lines);
        String key = values.removeFirst();
        values.sort(null);
        return key + "\n" + String.join("\n", values);
    }

    /** Says the first difference only, for the whole would be megabytes. */
    static void assertSame(List<String> ours, List<String> theirs) {
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            assertEquals(theirs.get(i), ours.get(i));
        }
        assertEquals(theirs.size(), ours.size());
    }
}
