package org.assay.content.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.assay.content.sqlite.SqlTokens.Token;

/** What a statement {@code CREATE TABLE} says of how the rows of the table are stored. */
final class TableSql {

    /** With these a column's constraints begin; what stands before is its type. */
    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE",
            "REFERENCES", "GENERATED", "AS");
    private static final Set<String> TABLE_CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final List<Column> columns = new ArrayList<>();
    private final List<String> primaryKey = new ArrayList<>();
    private boolean descending;

    /**
     * A column.
     *
     * @param computed whether it is computed when it is asked for, and not stored
     */
    private record Column(String name, boolean integer, boolean computed) {
    }

    private TableSql() {
    }

    /** The table that begins at the page {@code root}; empty when {@code sql} is no such statement. */
    static Optional<SqliteTable> parse(String sql, long root) {
        List<Token> tokens = SqlTokens.of(sql);
        int open = IntStream.range(0, tokens.size()).filter(at -> tokens.get(at).is("(")).findFirst().orElse(-1);
        if (open < 3 || !tokens.getFirst().is("CREATE") || !tokens.subList(0, 3).stream().anyMatch(token -> token.is("TABLE"))) {
            return Optional.empty();
        }
        int close = closing(tokens, open);
        TableSql table = new TableSql();
        for (List<Token> part : parts(tokens.subList(open + 1, close))) {
            if (TABLE_CONSTRAINTS.stream().anyMatch(part.getFirst()::is)) {
                table.constraint(part);
            } else {
                table.column(part);
            }
        }
        boolean withoutRowid = tokens.subList(close, tokens.size()).stream().anyMatch(token -> token.is("WITHOUT"));
        return Optional.of(table.described(tokens.get(open - 1).text(), withoutRowid, root));
    }

    private SqliteTable described(String name, boolean withoutRowid, long root) {
        List<Column> visible = columns.stream().filter(column -> !column.computed()).toList();
        List<String> names = visible.stream().map(Column::name).toList();
        List<Integer> inOrder = IntStream.range(0, names.size()).boxed().toList();
        SqliteTable plain = new SqliteTable(name, names, -1, false, inOrder, root);
        List<Integer> key = primaryKey.stream().map(plain::index).filter(index -> index >= 0).toList();
        if (withoutRowid) {
            // The columns of the key come first.
            Set<Integer> stored = new LinkedHashSet<>(key);
            stored.addAll(inOrder);
            return new SqliteTable(name, names, -1, true, List.copyOf(stored), root);
        }
        boolean alias = key.size() == 1 && primaryKey.size() == 1 && visible.get(key.getFirst()).integer() && !descending;
        return alias ? new SqliteTable(name, names, key.getFirst(), false, inOrder, root) : plain;
    }

    private void column(List<Token> part) {
        int constraints = IntStream.range(1, part.size())
                .filter(at -> CONSTRAINTS.stream().anyMatch(part.get(at)::is)).findFirst().orElse(part.size());
        boolean integer = constraints == 2 && part.get(1).text().equalsIgnoreCase("INTEGER");
        List<Token> outer = outer(part.subList(constraints, part.size()));
        boolean computed = outer.stream().anyMatch(token -> token.is("AS")) && outer.stream().noneMatch(token -> token.is("STORED"));
        String name = part.getFirst().text();
        columns.add(new Column(name, integer, computed));
        for (int at = 0; at < outer.size(); at++) {
            if (outer.get(at).is("PRIMARY")) {
                primaryKey.add(name);
                // Only here, and not in a constraint of the table, this makes the column one beside the rowid.
                descending = at + 2 < outer.size() && outer.get(at + 2).is("DESC");
            }
        }
    }

    private void constraint(List<Token> part) {
        for (int at = 0; at + 2 < part.size(); at++) {
            if (part.get(at).is("(")) {
                at = closing(part, at);
            } else if (part.get(at).is("PRIMARY") && part.get(at + 2).is("(")) {
                parts(part.subList(at + 3, closing(part, at + 2))).forEach(column -> primaryKey.add(column.getFirst().text()));
            }
        }
    }

    /** The tokens that stand in no parentheses. */
    private static List<Token> outer(List<Token> tokens) {
        List<Token> outer = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is("(")) {
                at = closing(tokens, at);
            } else {
                outer.add(tokens.get(at));
            }
        }
        return outer;
    }

    /** What commas outside of parentheses part; none of them empty. */
    private static List<List<Token>> parts(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            if (at == tokens.size() || tokens.get(at).is(",")) {
                if (at > start) {
                    parts.add(tokens.subList(start, at));
                }
                start = at + 1;
            } else if (tokens.get(at).is("(")) {
                at = Math.min(closing(tokens, at), tokens.size() - 1);
            }
        }
        return parts;
    }

    /** Where the parenthesis that opens at {@code open} is closed; the end when it is not. */
    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            if (tokens.get(at).is("(")) {
                depth++;
            } else if (tokens.get(at).is(")") && --depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }
}
