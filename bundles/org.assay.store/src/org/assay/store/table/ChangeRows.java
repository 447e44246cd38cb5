package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.assay.store.block.BlockFormat;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredName;
import org.assay.store.database.Rows;

/** The tables {@code change} and {@code finding}: rows of cases up to schema version 4. Nothing is added to them. */
public final class ChangeRows {

    private ChangeRows() {
    }

    /** A comparison's changes by number. */
    public static List<Change> of(Connection connection, long comparison) throws SQLException {
        Map<Integer, List<Finding>> findings = new HashMap<>();
        Rows.list(connection, """
                select change_number, code, severity, sentence from finding where comparison_id = ? order by change_number, number""",
                row -> findings.computeIfAbsent(row.getInt("change_number"), _ -> new ArrayList<>()).add(finding(row)), comparison);
        return Rows.list(connection, """
                select number, kind, before_item, after_item, attributes from change where comparison_id = ? order by number""",
                row -> change(row, findings), comparison);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(Finding.currentCode(row.getString("code")), StoredName.read(Severity.class, row.getString("severity")),
                row.getString("sentence"));
    }

    private static Change change(ResultSet row, Map<Integer, List<Finding>> findings) throws SQLException {
        int number = row.getInt("number");
        Optional<Item> before = Rows.blob(row, "before_item").map(BlockFormat::unpackOne);
        Optional<Item> after = Rows.blob(row, "after_item").map(BlockFormat::unpackOne);
        if (before.isEmpty() && after.isEmpty()) {
            throw new MalformedBytes("change " + number + " has neither a before nor an after");
        }
        return Change.of(number, StoredName.read(ChangeKind.class, row.getString("kind")), before, after,
                attributes(row.getString("attributes")), findings.getOrDefault(number, List.of()));
    }

    private static Set<Attribute> attributes(String names) {
        return names.isEmpty() ? Set.of()
                : Stream.of(names.split(",")).map(name -> StoredName.read(Attribute.class, name)).collect(Collectors.toSet());
    }
}
