package org.assay.capture.autoruns;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

import org.assay.capture.file.CaselessTree;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/**
 * Reads what {@code autorunsc -c}, {@code -ct} and {@code -x} write (Microsoft Learn, "Autoruns for Windows"): UTF-16 with a byte order
 * mark or UTF-8, in front of the heading of a table a banner. Columns are found by their names, for they differ from version to version.
 *
 * @param rows at most {@link #MAX_ROW_COUNT}
 * @param problems what could not be read, a phrase each, the line or the element's number included
 */
public record AutorunsTable(List<AutorunsRow> rows, List<String> problems) {

    static final int MAX_ROW_COUNT = 200_000;
    private static final int MAX_BYTES = 256 << 20;
    private static final int MAX_PROBLEM_COUNT = 1000;
    private static final int MAX_CELL_COUNT = 256;
    private static final int MAX_RECORD_LENGTH = 1 << 20;
    private static final int MAX_CELL_LENGTH = 32_767;

    /**
     * Reads a file.
     *
     * @param name what people call it, visible
     * @throws IOException when it cannot be read
     * @throws AssayException when it is no such list
     */
    public static AutorunsTable read(String name, CaselessTree tree, CaselessTree.Entry file) throws IOException {
        byte[] content = tree.start(file, MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new AssayException(ErrorCode.SOURCE, name + " is larger than 256 MiB, which no list of Autoruns is.");
        }
        AutorunsTable table = of(content);
        if (table.rows().isEmpty() && table.problems().isEmpty()) {
            throw new AssayException(ErrorCode.SOURCE, name + " is not a list of Autoruns: it has no row below a heading with the columns"
                    + " Entry Location and Entry, and no element item. Name a file that autorunsc -c or -x wrote.");
        }
        return table;
    }

    /** What a list says whose bytes are at hand. */
    public static AutorunsTable of(byte[] content) {
        String text = text(content);
        return text.stripLeading().startsWith("<") ? xml(text.strip()) : csv(text);
    }

    private static String text(byte[] content) {
        int first = content.length > 1 ? (content[0] & 0xff) << 8 | content[1] & 0xff : 0;
        Charset charset = first == 0xfffe ? StandardCharsets.UTF_16LE : first == 0xfeff ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
        String text = new String(content, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Reads a table whose cells commas or tabs separate. */
    static AutorunsTable csv(String text) {
        AutorunsTable table = csv(text, ',');
        return table.rows().isEmpty() && table.problems().isEmpty() ? csv(text, '\t') : table;
    }

    /** A record that is larger than any of Autoruns ends the reading: a quote that nothing closes would take in the rest. */
    private static AutorunsTable csv(String text, char separator) {
        List<AutorunsRow> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> heading = List.of();
        long line = 1;
        try {
            Iterator<CsvRecord> records = CsvReader.builder().fieldSeparator(separator).allowExtraCharsAfterClosingQuote(true)
                    .skipEmptyLines(false).allowExtraFields(true).allowMissingFields(true).build(CsvRecordHandler.builder()
                            .maxFields(MAX_CELL_COUNT).maxFieldSize(MAX_RECORD_LENGTH).maxRecordSize(MAX_RECORD_LENGTH).build(), text)
                    .iterator();
            while (rows.size() < MAX_ROW_COUNT && problems.size() < MAX_PROBLEM_COUNT && records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                List<String> cells = record.getFields();
                if (heading.isEmpty()) {
                    heading = heading(cells);
                } else if (cells.size() == heading.size()) {
                    rows.add(row(heading, cells));
                } else if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                    problems.add("line " + line + " has " + cells.size() + " cells where the heading has " + heading.size());
                }
            }
        } catch (CsvParseException e) {
            if (!heading.isEmpty()) {
                problems.add("what follows line " + line + " was not read: it is not the table of Autoruns, whose records have "
                        + MAX_CELL_COUNT + " cells and " + MAX_RECORD_LENGTH + " characters at most");
            }
        }
        return new AutorunsTable(rows, problems);
    }

    /** The names of the columns; empty when it is no heading. */
    private static List<String> heading(List<String> cells) {
        List<String> names = cells.stream().map(AutorunsRow::column).toList();
        return names.contains("entrylocation") && names.contains("entry") ? names : List.of();
    }

    private static AutorunsRow row(List<String> heading, List<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            named.putIfAbsent(heading.get(at), cut(cells.get(at)));
        }
        return new AutorunsRow(named);
    }

    /** A document type is not read, so there are no entities of its own and nothing outside the file is looked at. */
    private static AutorunsTable xml(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<AutorunsRow> rows = new ArrayList<>();
        try {
            items(factory.createXMLStreamReader(new StringReader(text)), rows);
            return new AutorunsTable(rows, List.of());
        } catch (XMLStreamException e) {
            return new AutorunsTable(rows, List.of("not well-formed XML at line " + e.getLocation().getLineNumber()));
        } catch (RuntimeException e) {
            // the platform's parser answers some damage with an exception of its own instead of XMLStreamException
            return new AutorunsTable(rows, List.of("not well-formed XML (" + e.getClass().getSimpleName() + ")"));
        }
    }

    private static void items(XMLStreamReader xml, List<AutorunsRow> rows) throws XMLStreamException {
        Map<String, String> cells = new HashMap<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext() && rows.size() < MAX_ROW_COUNT) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() <= MAX_CELL_LENGTH) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("item")) {
                        rows.add(new AutorunsRow(cells));
                        cells.clear();
                    } else {
                        String column = AutorunsRow.column(xml.getLocalName());
                        boolean hash = column.endsWith("hash");
                        cells.putIfAbsent(hash ? column.substring(0, column.length() - 4) : column, cut(text.toString()));
                    }
                    text.setLength(0);
                }
                default -> {
                }
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_CELL_LENGTH ? text : text.substring(0, MAX_CELL_LENGTH);
    }
}
