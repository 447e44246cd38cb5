package org.assay.cli.output;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

    public void print(Format format, Terminal terminal) {
        terminal.out().print(switch (format) {
            case TABLE -> new Table<>(columns, rows).text(terminal);
            case CSV -> csv();
            case JSON -> json();
        });
        terminal.out().flush();
    }

    private String csv() {
        List<ListColumn<T>> named = named();
        StringBuilder csv = new StringBuilder(Csv.line(named.stream().map(ListColumn::name).toList()));
        for (T row : rows) {
            csv.append(Csv.line(named.stream().map(column -> text(column.value().apply(row))).toList()));
        }
        return csv.toString();
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
    private String json() {
        StringWriter text = new StringWriter();
        JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator json = factory.createGenerator(text)) {
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
        return text.toString().replace("\u007f", "\\u007F") + System.lineSeparator();
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
