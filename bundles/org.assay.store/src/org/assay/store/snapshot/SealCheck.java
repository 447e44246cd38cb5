package org.assay.store.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.CustodySubject;
import org.assay.model.custody.SealDifferences;
import org.assay.model.text.Bytes;
import org.assay.store.database.Connections;
import org.assay.store.digest.CustodyChain;
import org.assay.store.digest.StateLines;

/**
 * Holds what was signed against what the case holds now. What the snapshot is must be as it was; of the rest what the entries of the
 * log since then do not explain. Each sentence stands alone, without a full stop.
 *
 * @param snapshot what the seal is over, as the case has it
 */
public record SealCheck(Connections connections, long snapshot) {

    private static final Pattern TABLE = Pattern.compile("\\{\"table\":\"([a-z_]+)\".*\\}\n");
    private static final Pattern PART = Pattern.compile(
            "\\{\"table\":\"part_digest\",\"table_name\":\"([a-z_]+)\",\"owner_id\":(\\d{1,18}),.*\n");
    private static final Pattern KEPT = Pattern.compile("\\{\"kept\":\"([0-9a-f]{64})\"\\}\n");
    private static final Pattern LOG = Pattern.compile("\\{\"log_entries\":(\\d{1,18}),\"log_sha256\":\"([0-9a-f]{64})\"\\}\n");
    private static final Pattern DIGEST = Pattern.compile("\\{\"digest_of\":\"([a-z_]+)\",.*\n");

    private static final Set<CustodyAction> OF_ALL = Set.of(CustodyAction.REMOVED, CustodyAction.RENAMED, CustodyAction.RECOVERED,
            CustodyAction.UPGRADED, CustodyAction.MERGED);
    private static final Set<String> OF_CAPTURES = Set.of("host", "snapshot", "attempt", "area", "source", "gap_count",
            "snapshot_catalogue", "content");
    private static final Set<String> OF_COMPARISONS = Set.of("comparison", "comparison_catalogue", "comparison_remark", "change_count",
            "content");

    /** Compares; no differences mean that everything is as it was, or as the log says that it was changed since. */
    public SealDifferences run(SealStatement statement) {
        return connections.readAtOneMoment(connection -> {
            List<String> lines = statement.lines();
            if (lines.size() < 3 || !lines.getFirst().equals(SealStatement.HEADING)) {
                return new SealDifferences(List.of("what was signed is no statement over a snapshot that this Assay can read"), List.of());
            }
            if (!lines.get(1).equals(SealStatement.SEALED.formatted(snapshot))) {
                return new SealDifferences(List.of("it is a seal over another snapshot than " + snapshot), List.of());
            }
            List<String> differences = new ArrayList<>();
            List<CustodyEntry> since = since(connection, lines, differences);
            rows(connection, lines, differences);
            kept(connection, lines, differences);
            parts(connection, lines, since, differences);
            tables(connection, lines, since, differences);
            return new SealDifferences(List.copyOf(differences), since);
        });
    }

    private static List<CustodyEntry> since(Connection connection, List<String> lines, List<String> differences) throws SQLException {
        Optional<Matcher> log = lines.stream().map(LOG::matcher).filter(Matcher::matches).findFirst();
        if (log.isEmpty()) {
            differences.add("the statement does not say where the custody log ended");
            return List.of();
        }
        long end = Long.parseLong(log.get().group(1));
        List<CustodyEntry> entries = CustodyChain.all(connection);
        Optional<CustodyEntry> last = entries.stream().filter(entry -> entry.number() == end).findFirst();
        if (last.isEmpty()) {
            differences.add(("the custody log ends before entry %d, which was its last when the snapshot was sealed: its end was cut off, "
                    + "or the case is an older copy").formatted(end));
        } else if (!last.get().sha256().hex().equals(log.get().group(2))) {
            differences.add("entry %d of the custody log, or one before it, is not what it was when the snapshot was sealed"
                    .formatted(end));
        }
        return entries.stream().filter(entry -> entry.number() > end).toList();
    }

    /** The rows of the snapshot stand behind the first two lines; those of all parts stand behind the line of the log. */
    private void rows(Connection connection, List<String> lines, List<String> differences) throws SQLException {
        List<String> now = new ArrayList<>(StateLines.ofSnapshot(connection, snapshot));
        for (String line : lines.subList(2, lines.size())) {
            Matcher table = TABLE.matcher(line);
            if (!table.matches()) {
                break;
            }
            if (!removeSame(now, line)) {
                differences.add("a row of snapshot %d in the table \"%s\" is not there any more, or is not what it was".formatted(snapshot,
                        table.group(1)));
            }
        }
        now.forEach(line -> differences.add("a row of snapshot %d in the table \"%s\" was not there".formatted(snapshot, table(line))));
    }

    /** A newer version of the tables adds columns behind those that were signed. */
    private static boolean removeSame(List<String> now, String signed) {
        String beginning = signed.substring(0, signed.length() - 2) + ',';
        for (int at = 0; at < now.size(); at++) {
            if (now.get(at).equals(signed) || now.get(at).startsWith(beginning)) {
                now.remove(at);
                return true;
            }
        }
        return false;
    }

    private static String table(String line) {
        Matcher table = TABLE.matcher(line);
        return table.matches() ? table.group(1) : "";
    }

    private static void kept(Connection connection, List<String> lines, List<String> differences) throws SQLException {
        Set<String> there = SealStatement.contents(connection).stream().map(Bytes::hex).collect(Collectors.toSet());
        lines.stream().map(KEPT::matcher).filter(Matcher::matches).map(kept -> kept.group(1)).filter(sha256 -> !there.contains(sha256))
                .forEach(sha256 -> differences.add("the kept file with the SHA-256 " + sha256 + " is not there any more"));
    }

    private static void parts(Connection connection, List<String> lines, List<CustodyEntry> since, List<String> differences)
            throws SQLException {
        Map<String, String> then = new HashMap<>();
        lines.stream().skip(1 + logLine(lines)).map(PART::matcher).filter(Matcher::matches)
                .forEach(part -> then.put(key(part), part.group()));
        Set<String> explained = new HashSet<>();
        since.forEach(entry -> entry.subject().id().ifPresent(id -> explained.add(entry.subject().kind() + " " + id)));
        if (since.stream().map(CustodyEntry::action).anyMatch(OF_ALL::contains)) {
            return;
        }
        Map<String, String> now = new HashMap<>();
        StateLines.ofParts(connection).stream().map(PART::matcher).filter(Matcher::matches)
                .forEach(part -> now.put(key(part), part.group()));
        Set<String> all = new HashSet<>(then.keySet());
        all.addAll(now.keySet());
        all.stream().sorted().filter(key -> !then.getOrDefault(key, "").equals(now.getOrDefault(key, "")))
                .filter(key -> !explained.contains(owner(key)))
                .forEach(key -> differences.add("the table \"%s\" has other rows of %s than when the snapshot was sealed"
                        .formatted(key.substring(0, key.indexOf(' ')), owner(key).toLowerCase(Locale.ROOT))));
    }

    private static int logLine(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (LOG.matcher(lines.get(at)).matches()) {
                return at;
            }
        }
        return lines.size() - 1;
    }

    private static String key(Matcher part) {
        return part.group(1) + ' ' + part.group(2);
    }

    private static String owner(String key) {
        String table = key.substring(0, key.indexOf(' '));
        CustodySubject.Kind kind = table.startsWith("change") || table.equals("finding") ? CustodySubject.Kind.COMPARISON
                : CustodySubject.Kind.SNAPSHOT;
        return kind + key.substring(key.indexOf(' '));
    }

    private static void tables(Connection connection, List<String> lines, List<CustodyEntry> since, List<String> differences)
            throws SQLException {
        Map<String, String> now = new HashMap<>();
        StateLines.ofTables(connection).forEach(line -> now.put(digestOf(line), line));
        for (String line : lines) {
            String table = digestOf(line);
            if (!table.isEmpty() && !line.equals(now.get(table)) && !isExplained(table, since)) {
                differences.add("the table \"%s\" is not what it was when the snapshot was sealed, and no entry of the custody log since "
                        .formatted(table) + "then tells of it");
            }
        }
    }

    private static String digestOf(String line) {
        Matcher digest = DIGEST.matcher(line);
        return digest.matches() ? digest.group(1) : "";
    }

    private static boolean isExplained(String table, List<CustodyEntry> since) {
        return since.stream().map(CustodyEntry::action).distinct().anyMatch(action -> switch (action) {
            case TAGGED, UNTAGGED -> table.equals("tag");
            case INCIDENT_NOTED -> table.startsWith("incident_");
            case COMPARED -> OF_COMPARISONS.contains(table);
            case CAPTURE_BEGUN, CAPTURED, RESUMED, AMENDED -> OF_CAPTURES.contains(table);
            case REMOVED, RENAMED, RECOVERED, UPGRADED, MERGED -> true;
            case CREATED, BEGUN, FOUND, OPENED, EXPORTED, PACKED, VERIFIED, SEALED, TIME_STAMPED -> false;
        });
    }
}
