package org.assay.compare.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A resource with a row a line and tabs between cells; lines that begin with {@code #} are for people. */
public final class RowFile {

    private RowFile() {
    }

    /**
     * The rows of the resource {@code name} beside the class {@code beside}.
     *
     * @throws IllegalStateException when a row has another number of cells than {@code cells}
     */
    public static List<List<String>> read(Class<?> beside, String name, int cells) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside " + beside.getName());
            }
            List<List<String>> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> List.of(line.split("\t"))).toList();
            rows.stream().filter(row -> row.size() != cells).findFirst().ifPresent(row -> {
                throw new IllegalStateException(name + ": " + row + " has not " + cells + " cells");
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
