package org.assay.cli.output;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

import org.assay.model.text.Csv;

/**
 * A list as every command writes it, in the format the user asked for.
 *
 * @param name what the rows are, the name of their array in JSON
 * @param facts what is true of the whole list, in JSON beside the rows: strings, numbers, lists or maps of these
 */
public record Listing<T>(String name, Map<String, Object> facts, List<ListColumn<T>> columns, List<T> rows) {

    /** Row by row, so that a list of rows which are read when they are asked for need not be in memory. */
    public void print(Format format, Terminal terminal) {
        switch (format) {
            case TABLE -> new Table<>(columns, rows).print(terminal);
            case CSV -> csv(terminal.out());
            case JSON -> json(terminal.out());
        }
        terminal.out().flush();
    }

    private void csv(PrintStream out) {
        List<ListColumn<T>> named = named();
        out.print(Csv.line(named.stream().map(ListColumn::name).toList()));
        for (T row : rows) {
            out.print(Csv.line(named.stream().map(column -> text(column.value().apply(row))).toList()));
        }
    }

    private List<ListColumn<T>> named() {
        return columns.stream().filter(column -> !column.name().isEmpty()).toList();
    }

    public static String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> map -> map.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    /** Printable ASCII only, so that a lone surrogate (a name's byte that is not UTF-8) survives as an escape, and DEL as what it is. */
    private void json(PrintStream out) {
        JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator json = factory.createGenerator(new WithoutDel(out))) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            for (Map.Entry<String, Object> fact : facts.entrySet()) {
                write(json, fact.getKey(), fact.getValue());
            }
            json.writeArrayFieldStart(name);
            for (T row : rows) {
                json.writeStartObject();
                for (ListColumn<T> column : named()) {
                    write(json, column.name(), column.value().apply(row));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    /** Writes DEL as an escape, which the generator does not. It leaves the terminal open. */
    private static final class WithoutDel extends Writer {

        private final PrintStream out;

        WithoutDel(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            out.print(new String(text, offset, length).replace("\u007f", "\\u007F"));
        }

        @Override
        public void flush() {
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    private static void write(JsonGenerator json, String name, Object value) throws IOException {
        json.writeFieldName(name);
        write(json, value);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(json, String.valueOf(entry.getKey()), entry.getValue());
                }
                json.writeEndObject();
            }
            default -> json.writeString(String.valueOf(value));
        }
    }
}
