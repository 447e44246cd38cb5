package org.assay.startup;

import java.util.ArrayList;
import java.util.List;

/** Reads the files of {@code planted}; their format is described in {@code planted/README.txt}. */
final class PlantingReader {

    private final List<Planting> all = new ArrayList<>();
    private final List<Planting.Trace> traces = new ArrayList<>();
    private final List<String> wanted = new ArrayList<>();
    private final List<String> lines;
    private String system = "";
    private String heading = "";
    private String reason = "";

    PlantingReader(String text) {
        lines = text.lines().toList();
    }

    List<Planting> read() {
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            if (line.startsWith("= ")) {
                end();
                heading = line.substring(2);
            } else if (line.startsWith("system ")) {
                end();
                system = line.substring(7);
            } else if (line.startsWith("+ ")) {
                int blank = line.indexOf(' ', 2);
                traces.add(new Planting.Trace(line.substring(2, blank), line.substring(blank + 1).strip(), text(number + 1)));
            } else if (line.startsWith("> ")) {
                wanted.add(line.substring(2).strip());
            } else if (line.startsWith("- ")) {
                reason = line.substring(2);
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("    ")) {
                throw new IllegalArgumentException("line " + (number + 1) + ": " + line);
            }
        }
        end();
        return all;
    }

    /** The lines that are set in below a trace. */
    private String text(int from) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < lines.size() && lines.get(at).startsWith("    "); at++) {
            text.append(lines.get(at), 4, lines.get(at).length()).append('\n');
        }
        return text.toString();
    }

    private void end() {
        if (!heading.isEmpty()) {
            int bar = heading.indexOf(" | ");
            all.add(new Planting(heading.substring(0, bar), heading.substring(bar + 3), system, traces, wanted, reason));
        }
        heading = "";
        reason = "";
        traces.clear();
        wanted.clear();
    }
}
