package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.assay.model.casefile.CaseWait;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.schema.CaseSchema;
import org.assay.testkit.Checkout;
import org.junit.jupiter.api.Test;

/** {@code docs/case-format.md} tells of each table and each column that a case has. */
class CaseFormatPageTest extends CaseTest {

    private record Column(String table, String name) {
    }

    @Test
    void eachColumnOfEachTableStandsInItsRow() throws IOException {
        List<String> page = Files.readAllLines(Checkout.find("docs/case-format.md"));
        List<Column> columns = columns();
        assertTrue(columns.size() > 100, columns.size() + " columns");
        List<Column> missing = columns.stream().filter(column -> page.stream()
                .filter(line -> line.startsWith("| `" + column.table() + "` |"))
                .noneMatch(line -> line.contains("`" + column.name() + "`"))).toList();
        assertEquals(List.of(), missing);
    }

    private List<Column> columns() {
        caseFile.close();
        CasePath path = CasePath.of(caseFile.file());
        List<Column> columns = new ArrayList<>();
        try (Connections connections = Connections.openToRead(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            connections.read(connection -> columns.addAll(Rows.list(connection,
                    "select table_name, column_name from information_schema.columns where table_schema = 'PUBLIC'",
                    row -> new Column(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2).toLowerCase(Locale.ROOT)))));
        }
        return columns;
    }
}
