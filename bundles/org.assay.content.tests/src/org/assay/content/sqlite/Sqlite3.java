package org.assay.content.sqlite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;

/** SQLite's own shell, which makes databases and says what they hold. */
final class Sqlite3 {

    private Sqlite3() {
    }

    /** How it ended and what it printed, errors too. */
    record Outcome(int code, String text) {

        List<String> lines() {
            return text.lines().toList();
        }
    }

    /** Skips the test where there is none. */
    static void assumeThere() {
        assumeTrue(run(List.of("--version"), "").isPresent(), "sqlite3 is not installed");
    }

    /** Runs statements and commands of the shell on a database, which is made where it is not there. */
    static Outcome run(Path database, String script) {
        return run(List.of("-batch", database.toString()), script).orElseThrow();
    }

    /** All rows of a table, each value with its type, as {@link #text} writes them. */
    static Outcome rows(Path database, String table, List<String> columns) {
        StringBuilder query = new StringBuilder("SELECT ");
        for (String column : columns) {
            String name = '"' + column.replace("\"", "\"\"") + '"';
            query.append(query.length() > 7 ? "||' '||" : "").append("typeof(").append(name).append(")||':'||CASE typeof(").append(name)
                    .append(") WHEN 'real' THEN printf('%!.17g',").append(name).append(") WHEN 'integer' THEN ").append(name)
                    .append(" ELSE coalesce(hex(").append(name).append("),'') END");
        }
        return run(List.of("-batch", "-readonly", database.toString()), query + " FROM \"" + table.replace("\"", "\"\"")
                + "\" NOT INDEXED;").orElseThrow();
    }

    /** What we read, in the words of {@link #rows}. A column of type REAL may hold whole numbers, which SQLite gives as real ones. */
    static String text(SqliteValue value, boolean real, TextForm form) {
        return switch (value) {
            case SqliteValue.Null() -> "null:";
            case SqliteValue.Whole(long number) -> real ? "real:" + number(number) : "integer:" + number;
            case SqliteValue.Real(double number) -> "real:" + number(number);
            case SqliteValue.Text(String text) -> "text:" + hex(switch (form) {
                case UTF_8 -> FileName.encode(text);
                case UTF_16_LITTLE -> text.getBytes(StandardCharsets.UTF_16LE);
                case UTF_16_BIG -> text.getBytes(StandardCharsets.UTF_16BE);
            });
            case SqliteValue.Blob(Bytes bytes) -> "blob:" + hex(bytes.toArray());
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** Real numbers are compared as numbers, not by their digits. */
    static String normal(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            words.add(word.startsWith("real:") ? "real:" + number(Double.parseDouble(word.substring(5).replace("Inf", "Infinity"))) : word);
        }
        return String.join(" ", words);
    }

    private static String number(double number) {
        return Long.toHexString(Double.doubleToLongBits(number + 0.0));
    }

    private static Optional<Outcome> run(List<String> arguments, String script) {
        List<String> command = new ArrayList<>(List.of("sqlite3"));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread.ofVirtual().start(() -> write(process, script));
            byte[] output = process.getInputStream().readAllBytes();
            return Optional.of(new Outcome(process.waitFor(), new String(output, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Process process, String script) {
        try (var input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
