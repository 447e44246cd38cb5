package org.assay.startup.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs that start what their arguments name, from a file of {@code programs | how | switches} beside this class. */
final class HostTable {

    private final Map<String, List<Rule>> rules = new HashMap<>();

    /**
     * One way in which a program starts others.
     *
     * @param how a word that the reader of the table knows
     * @param switches the switches that matter for it
     */
    record Rule(String how, List<String> switches) {
    }

    private HostTable() {
    }

    static HostTable read(String name) {
        HostTable table = new HostTable();
        try (InputStream in = HostTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + HostTable.class.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    table.add(line.split("\\|", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String[] columns) {
        String switches = columns.length > 2 ? columns[2].strip() : "";
        Rule rule = new Rule(columns[1].strip(), switches.isEmpty() ? List.of() : Arrays.asList(switches.split("\\s+")));
        for (String program : columns[0].strip().split(",")) {
            rules.computeIfAbsent(program, _ -> new ArrayList<>(1)).add(rule);
        }
    }

    /** What is known of {@code program}, in the table's order; nothing where it starts no others. */
    List<Rule> of(String program) {
        return rules.getOrDefault(program, List.of());
    }
}
