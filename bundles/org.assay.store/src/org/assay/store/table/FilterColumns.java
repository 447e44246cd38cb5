package org.assay.store.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.model.snapshot.ScopeFilter;
import org.assay.store.bytes.StoredText;

/** The columns {@code only_globs}, {@code excluded_globs} and {@code max_bytes}, which several tables have. A pattern is one line. */
final class FilterColumns {

    private FilterColumns() {
    }

    static String globs(List<String> globs) {
        return StoredText.whole("list of patterns", String.join("\n", globs));
    }

    /** What stands in {@code max_bytes}; empty where any file is taken. */
    static Optional<Long> maxBytes(ScopeFilter filter) {
        return filter.maxBytes().stream().boxed().findFirst();
    }

    static ScopeFilter read(ResultSet row) throws SQLException {
        Long most = row.getObject("max_bytes", Long.class);
        return new ScopeFilter(globs(row.getString("only_globs")), globs(row.getString("excluded_globs")),
                most == null ? OptionalLong.empty() : OptionalLong.of(most));
    }

    private static List<String> globs(String lines) {
        return lines.isEmpty() ? List.of() : Arrays.asList(lines.split("\n"));
    }
}
