package org.assay.store.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Visible;

/**
 * What a case may have H2 run when it is opened: the statements that H2 keeps after each statement of our scripts, and nothing else. A
 * case lies at one of these states or, where a script was cut off, between two that follow each other.
 *
 * @param ends the state at the end of each schema version's script, that of version 1 first
 * @param statements what there is at which states
 */
public record CaseSchema(List<Integer> ends, List<Lasting> statements) {

    private static final Pattern USER = Pattern.compile(
            "CREATE USER IF NOT EXISTS \"ASSAY\" SALT '([0-9a-f]{1,64})' HASH '([0-9a-f]{64})' ADMIN");

    /** H2 hashes the user's name and password, each character as two bytes; and this once more with the salt. */
    private static final Bytes NO_PASSWORD = Sha256.of("ASSAY@".getBytes(StandardCharsets.UTF_16BE));

    /** Where a sequence stands; H2 leaves it out of one that has counted nothing, and writes another word once it can count no further. */
    private static final String COUNT = "(?<= START WITH 1) RESTART WITH (?!1 )[1-9]\\d{0,%d}(?= NO CACHE)";

    /** Names that H2 makes up, where a sequence stands, how many values of a column differ, and which H2 wrote it. */
    private static final List<Replacement> VARYING = List.of(
            replacement("\"SYSTEM_SEQUENCE_", "\"SYSTEM_SEQUENCE_[0-9A-F]{8}(?:_[0-9A-F]{4}){3}_[0-9A-F]{12}\"", "\"SYSTEM_SEQUENCE\""),
            replacement("\"PRIMARY_KEY_", "\"PRIMARY_KEY(?:_INDEX|_[0-9A-F]{1,9}){1,4}\"", "\"PRIMARY_KEY\""),
            replacement("\"CONSTRAINT_", "\"CONSTRAINT(?:_INDEX|_[0-9A-F]{1,9}){1,4}\"", "\"CONSTRAINT\""),
            replacement("_COPY_", "\"([A-Z_]+)_COPY_\\d{1,9}_\\d{1,9}\"", "\"$1\""),
            replacement(" RESTART ", COUNT.formatted(17), ""),
            replacement(" SELECTIVITY ", " SELECTIVITY \\d{1,3}(?= NOT NULL|,|\\n|$)", ""),
            replacement("\n", "\\n {4}|\\n(?=\\)$)", " "),
            replacement("SET CREATE_BUILD ", "^SET CREATE_BUILD \\d{1,9}$", "SET CREATE_BUILD"));

    /** No case counts so far; there is room for whatever is stored until it cannot be read any more. */
    private static final Pattern ROOMY = Pattern.compile(COUNT.formatted(14));

    private static final int MAX_SHOWN_LENGTH = 200;
    private static final String OUR_USER = "CREATE USER";
    private static final String END = "end of a version";

    /** A pattern, a text without which nothing matches it, and what stands in its place. */
    private record Replacement(String sign, Pattern pattern, String by) {

        String in(String sql) {
            return sql.contains(sign) ? pattern.matcher(sql).replaceAll(by) : sql;
        }
    }

    private static Replacement replacement(String sign, String pattern, String by) {
        return new Replacement(sign, Pattern.compile(pattern), by);
    }

    /** A statement, as {@link #normal} gives it, that is there from the state {@code first} to the state {@code last}. */
    record Lasting(int first, int last, String statement) {

        boolean isAt(int state) {
            return first <= state && state <= last;
        }
    }

    /** That of this Assay's scripts. */
    public static CaseSchema standard() {
        try (InputStream in = CaseSchema.class.getResourceAsStream("schema-states.txt")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of the schema's states is missing from this Assay", e);
        }
    }

    /** Reads what {@link #text} wrote. */
    static CaseSchema parse(String text) {
        List<Integer> ends = new ArrayList<>();
        List<Lasting> statements = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] words = line.split(" ", 3);
            int first = Integer.parseInt(words[0]);
            int last = Integer.parseInt(words[1]);
            if (words[2].equals(END)) {
                ends.add(last);
            } else {
                statements.add(new Lasting(first, last, words[2]));
            }
        }
        return new CaseSchema(ends, statements);
    }

    /** A line for each version, and one for each statement: its first state, its last, the statement. */
    String text() {
        StringBuilder text = new StringBuilder();
        int first = 0;
        for (int end : ends) {
            line(text, new Lasting(first, end, END));
            first = end;
        }
        statements.forEach(statement -> line(text, statement));
        return text.toString();
    }

    private static void line(StringBuilder text, Lasting line) {
        text.append(line.first()).append(' ').append(line.last()).append(' ').append(line.statement()).append('\n');
    }

    /** The schema that goes through {@code states}, each as {@link #state} gives it. */
    static CaseSchema through(List<Integer> ends, List<Set<String>> states) {
        List<Lasting> statements = new ArrayList<>();
        for (int first = 0; first < states.size(); first++) {
            for (String statement : states.get(first)) {
                if (first == 0 || !states.get(first - 1).contains(statement)) {
                    int last = first;
                    while (last + 1 < states.size() && states.get(last + 1).contains(statement)) {
                        last++;
                    }
                    statements.add(new Lasting(first, last, statement));
                }
            }
        }
        return new CaseSchema(ends, statements);
    }

    /** A state of H2's rows: each in its normal form, with the count behind it where it is there again. */
    static Set<String> state(List<SchemaRow> rows) {
        Set<String> state = new LinkedHashSet<>();
        rows.forEach(row -> addCounted(state, normal(row)));
        return state;
    }

    private static void addCounted(Set<String> state, String normal) {
        String counted = normal;
        for (int count = 2; !state.add(counted); count++) {
            counted = normal + " #" + count;
        }
    }

    /** Kind and statement, without what differs from case to case. */
    static String normal(SchemaRow row) {
        String sql = isOurUser(row.sql()) ? OUR_USER : row.sql();
        for (Replacement replacement : VARYING) {
            sql = replacement.in(sql);
        }
        return row.kind() + " " + sql;
    }

    private static boolean isOurUser(String sql) {
        Matcher user = USER.matcher(sql);
        if (!user.matches() || user.group(1).length() % 2 != 0) {
            return false;
        }
        Bytes salt = Bytes.ofHex(user.group(1));
        return Sha256.of(NO_PASSWORD.toArray(), salt.toArray()).equals(Bytes.ofHex(user.group(2)));
    }

    /** The latest version. */
    public int version() {
        return ends.size();
    }

    /**
     * What a database has that no case has, or what it lacks; empty when it is a case, somewhere between the end of its version and the
     * end of the next.
     *
     * @param reached the version that it says it has reached, 0 when it is being made
     */
    public Optional<String> difference(List<SchemaRow> rows, int reached) {
        Set<String> known = new HashSet<>();
        for (Lasting one : statements) {
            known.add(one.statement());
        }
        Set<String> there = new HashSet<>();
        for (SchemaRow row : rows) {
            String normal = normal(row);
            if (!known.contains(normal)) {
                return Optional.of("it has \"%s\", which would be run when it is opened".formatted(shown(row.sql())));
            }
            addCounted(there, normal);
        }
        List<String> missing = missing(there, reached);
        return missing.isEmpty() ? Optional.empty() : Optional.of("it lacks \"%s\"".formatted(shown(missing.getFirst())));
    }

    /** The first sequence that has counted to 10^15 or further: written on, the case could come to where it is not opened any more. */
    public static Optional<String> withoutRoom(List<SchemaRow> rows) {
        return rows.stream().map(SchemaRow::sql).filter(sql -> sql.startsWith("CREATE SEQUENCE ") && sql.contains(" RESTART ")
                && !ROOMY.matcher(sql).find()).findFirst().map(CaseSchema::shown);
    }

    private static String shown(String statement) {
        return Visible.text(statement.length() > MAX_SHOWN_LENGTH ? statement.substring(0, MAX_SHOWN_LENGTH) + "…" : statement);
    }

    private List<String> missing(Set<String> there, int reached) {
        int last = ends.get(Math.min(reached, ends.size() - 1));
        List<String> fewest = missing(there, last, last);
        for (int state = reached == 0 ? 0 : ends.get(reached - 1); state < last; state++) {
            List<String> missing = missing(there, state, state + 1);
            fewest = missing.size() < fewest.size() ? missing : fewest;
        }
        return fewest;
    }

    /** What is at both states, and not in {@code there}. */
    private List<String> missing(Set<String> there, int state, int next) {
        List<String> missing = new ArrayList<>();
        for (Lasting one : statements) {
            if (one.isAt(state) && one.isAt(next) && !there.contains(one.statement())) {
                missing.add(one.statement());
            }
        }
        return missing;
    }
}
