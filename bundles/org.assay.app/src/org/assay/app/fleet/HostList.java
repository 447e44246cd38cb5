package org.assay.app.fleet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

import org.assay.content.TomlFile;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/**
 * A list of hosts as a user keeps it: a table with commas whose heading names the columns, or, in a file that ends with {@code .toml}, a
 * table {@code [[host]]} for each. {@code host} is the machine's name and {@code group} the group that it is in, if any; other columns are
 * called as the options of {@code assay capture} are. Several values stand in one cell with semicolons between, or in an array.
 *
 * @param rows in the order of the file
 */
public record HostList(List<Row> rows) {

    static final String HOST = "host";
    static final String GROUP = "group";

    /** More is no list of machines that one case can hold. */
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_CELL_COUNT = 64;

    /**
     * One host.
     *
     * @param line where it stands in the file, from 1
     * @param cells what the other columns say, by their names in lower case; several values where there are some; never blank
     */
    public record Row(int line, String host, String group, Map<String, List<String>> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }
    }

    public HostList {
        rows = List.copyOf(rows);
    }

    /** Of nobody. */
    public static final HostList NONE = new HostList(List.of());

    /** Reads it; fails with {@code WRONG_USAGE}, naming file and line, when it is no such list. */
    public static HostList read(Path file) {
        return new Reader(Visible.text(file.toString())).read(file);
    }

    /** The group of each host that has one. */
    public Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.group().isEmpty()).forEach(row -> groups.put(row.host(), row.group()));
        return groups;
    }

    /** The work on one file. */
    private static final class Reader {

        private final String name;
        private final List<Row> rows = new ArrayList<>();
        private final Set<String> hosts = new HashSet<>();

        Reader(String name) {
            this.name = name;
        }

        HostList read(Path file) {
            String text = text(file);
            if (name.toLowerCase(Locale.ROOT).endsWith(".toml")) {
                toml(text);
            } else {
                csv(text);
            }
            return new HostList(rows);
        }

        private String text(Path file) {
            try {
                if (Files.size(file) > MAX_BYTES) {
                    throw wrong(1, "it is larger than " + (MAX_BYTES >> 20) + " MiB");
                }
                String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "The list of hosts " + name + " is not UTF-8. Save it as UTF-8.", e);
            } catch (IOException e) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "The list of hosts " + name + " cannot be read: "
                        + Visible.text(String.valueOf(e.getMessage())) + ". Name a file that is there and readable.", e);
            }
        }

        private void csv(String text) {
            List<String> columns = List.of();
            int line = 1;
            try {
                for (CsvRecord record : CsvReader.builder().allowMissingFields(true).skipEmptyLines(true).build(CsvRecordHandler.builder()
                        .maxFields(MAX_CELL_COUNT).maxFieldSize(MAX_BYTES).maxRecordSize(MAX_BYTES).build(), text)) {
                    line = (int) record.getStartingLineNumber();
                    if (columns.isEmpty()) {
                        columns = columns(record.getFields());
                    } else {
                        row(line, cells(columns, record.getFields()));
                    }
                }
            } catch (CsvParseException e) {
                throw new AssayException(ErrorCode.WRONG_USAGE, wrong(line, "what follows is not well-formed CSV").getMessage(), e);
            }
            if (columns.isEmpty()) {
                throw wrong(1, "it has no heading");
            }
        }

        private List<String> columns(List<String> cells) {
            List<String> columns = cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
            if (!columns.contains(HOST)) {
                throw wrong(1, "its heading has no column 'host'");
            }
            if (columns.stream().distinct().count() < columns.size()) {
                throw wrong(1, "its heading names a column twice");
            }
            return columns;
        }

        private static Map<String, List<String>> cells(List<String> columns, List<String> fields) {
            Map<String, List<String>> cells = new LinkedHashMap<>();
            for (int at = 0; at < Math.min(columns.size(), fields.size()); at++) {
                List<String> values = List.of(HOST, GROUP).contains(columns.get(at)) ? List.of(fields.get(at).strip())
                        : List.of(fields.get(at).split(";")).stream().map(String::strip).toList();
                cells.put(columns.get(at), values.stream().filter(value -> !value.isEmpty()).toList());
            }
            return cells;
        }

        private void toml(String text) {
            TomlParseResult root = TomlFile.parsed(text).orElseThrow(() -> wrong(1, TomlFile.TOO_DEEP));
            if (root.hasErrors()) {
                throw wrong(root.errors().getFirst().position().line(), Visible.text(root.errors().getFirst().getMessage()));
            }
            root.keySet().stream().filter(key -> !key.equals(HOST)).findFirst().ifPresent(key -> {
                throw wrong(root.inputPositionOf(List.of(key)).line(), "only [[host]] is known, not " + Visible.text(key));
            });
            if (!(root.get(List.of(HOST)) instanceof TomlArray hosts)) {
                throw wrong(1, "it has no [[host]]");
            }
            for (int at = 0; at < hosts.size(); at++) {
                int line = hosts.inputPositionOf(at).line();
                if (!(hosts.get(at) instanceof TomlTable table)) {
                    throw wrong(line, "a host is a table: [[host]]");
                }
                row(line, cells(table, line));
            }
        }

        private Map<String, List<String>> cells(TomlTable table, int line) {
            Map<String, List<String>> cells = new LinkedHashMap<>();
            for (String key : table.keySet()) {
                Object value = table.get(List.of(key));
                List<Object> values = value instanceof TomlArray several ? several.toList() : List.of(value);
                if (values.stream().anyMatch(one -> one instanceof TomlArray || one instanceof TomlTable)) {
                    throw wrong(line, Visible.text(key) + " is a text or an array of texts");
                }
                cells.put(key.toLowerCase(Locale.ROOT), values.stream().map(String::valueOf).toList());
            }
            return cells;
        }

        private void row(int line, Map<String, List<String>> cells) {
            Map<String, List<String>> others = new LinkedHashMap<>(cells);
            String host = String.join("", others.getOrDefault(HOST, List.of()));
            String group = String.join("", others.getOrDefault(GROUP, List.of()));
            others.remove(HOST);
            others.remove(GROUP);
            others.values().removeIf(List::isEmpty);
            if (host.isBlank()) {
                throw wrong(line, "it has no host");
            }
            if (!hosts.add(host)) {
                throw wrong(line, "the host " + Visible.text(host) + " stands in it twice");
            }
            rows.add(new Row(line, host, group, others));
        }

        private AssayException wrong(int line, String what) {
            return new AssayException(ErrorCode.WRONG_USAGE, "Line " + line + " of the list of hosts " + name + ": " + what
                    + ". The manual, docs/fleet.md, has an example.");
        }
    }
}
