package org.assay.capture.listed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

import org.assay.model.item.FileKind;

/**
 * A table of files with commas between the cells and a heading: what Assay itself and many inventories write. Columns are found by their
 * names ({@link #COLUMNS}); others are left alone.
 */
public final class FileTable implements ListFormat {

    /** What a column means, by its heading in lower case without anything but letters and digits. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("path", "path"), Map.entry("location", "path"),
            Map.entry("file", "path"), Map.entry("filename", "path"), Map.entry("fullpath", "path"), Map.entry("filepath", "path"),
            Map.entry("ospath", "path"), Map.entry("size", "size"), Map.entry("sizebytes", "size"), Map.entry("filesize", "size"),
            Map.entry("length", "size"), Map.entry("modified", "modified"), Map.entry("mtime", "modified"),
            Map.entry("lastwritetimeutc", "modified"), Map.entry("mode", "mode"), Map.entry("owner", "owner"), Map.entry("group", "group"),
            Map.entry("kind", "kind"), Map.entry("type", "kind"), Map.entry("target", "target"), Map.entry("linktarget", "target"),
            Map.entry("md5", "md5"), Map.entry("sha1", "sha1"), Map.entry("sha256", "sha256"), Map.entry("hash", "hash"),
            Map.entry("sha512", "sha512"), Map.entry("blake3", "blake3"));
    private static final int MAX_CELL_COUNT = 256;
    private static final int MAX_RECORD_LENGTH = 1 << 20;

    @Override
    public void read(InputStream in, ListedFiles files) throws IOException {
        List<String> columns = List.of();
        long line = 1;
        try {
            // Names may hold any byte, so a character stands for one.
            Iterator<CsvRecord> records = CsvReader.builder().allowExtraCharsAfterClosingQuote(true).allowExtraFields(true)
                    .allowMissingFields(true).build(CsvRecordHandler.builder().maxFields(MAX_CELL_COUNT).maxFieldSize(MAX_RECORD_LENGTH)
                            .maxRecordSize(MAX_RECORD_LENGTH).build(), new InputStreamReader(in, StandardCharsets.ISO_8859_1)).iterator();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns = columns(record.getFields());
                } else {
                    row(columns, record.getFields(), line, files);
                }
            }
        } catch (CsvParseException e) {
            files.problem("what follows line " + line + " is no table and was not read");
        }
        if (!columns.contains("path")) {
            files.problem("it has no heading with a column for the path: path, location, file, filename or fullpath");
        }
    }

    private static List<String> columns(List<String> cells) {
        return cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .map(name -> COLUMNS.getOrDefault(name, "")).toList();
    }

    private static void row(List<String> columns, List<String> cells, long line, ListedFiles files) {
        int path = columns.indexOf("path");
        if (path < 0 || path >= cells.size() || cells.get(path).isEmpty()) {
            return;
        }
        ListedFile file = new ListedFile(cells.get(path));
        List<String> wrong = new ArrayList<>();
        for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
            if (at != path && !cells.get(at).isBlank()) {
                try {
                    take(file, columns.get(at), cells.get(at).strip());
                } catch (IllegalArgumentException | DateTimeException e) {
                    wrong.add(cells.get(at));
                }
            }
        }
        files.add(file);
        if (!wrong.isEmpty()) {
            files.problem("line " + line + ": cannot be understood and was left out: " + String.join(", ", wrong));
        }
    }

    private static void take(ListedFile file, String column, String cell) {
        switch (column) {
            case "size" -> file.size(Long.parseLong(cell));
            case "modified" -> file.modified(cell.matches("-?[0-9]{1,12}") ? Instant.ofEpochSecond(Long.parseLong(cell))
                    : OffsetDateTime.parse(cell).toInstant());
            case "mode" -> file.mode(Integer.parseInt(cell, 8));
            case "owner" -> file.owner(ListedFile.name(cell));
            case "group" -> file.group(ListedFile.name(cell));
            case "target" -> file.target(cell);
            case "hash" -> file.digest(cell);
            case "md5", "sha1", "sha256", "sha512", "blake3" -> file.digest(column, cell);
            case "kind" -> file.kind(kind(cell.toUpperCase(Locale.ROOT)));
            default -> {
                // A column of another kind.
            }
        }
    }

    private static FileKind kind(String word) {
        return switch (word) {
            case "DIR", "DIRECTORY", "D", "FOLDER" -> FileKind.DIRECTORY;
            case "LINK", "SYMLINK", "L" -> FileKind.LINK;
            case "FILE", "F", "R", "REGULAR" -> FileKind.FILE;
            default -> FileKind.valueOf(word);
        };
    }

    @Override
    public boolean recognises(byte[] start) {
        String first = new String(start, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        List<String> columns = columns(List.of(first.split(",")));
        return columns.contains("path") && columns.stream().anyMatch(column -> !column.isEmpty() && !column.equals("path"));
    }

    @Override
    public boolean filesOnly() {
        return false;
    }
}
