package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.text.Csv;

/** Writes records of comma-separated values, in UTF-8. */
record CsvLines(OutputStream out) {

    void write(List<String> cells) throws IOException {
        out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8));
    }
}
