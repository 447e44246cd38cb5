package org.assay.compare.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.security.Gain;
import org.assay.compare.security.SecurityFiles;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.FileItem;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Visible;

/** A new account, membership, key or rule lets somebody in, and no program need be left behind for it. */
final class AccessGained implements ChangeRule {

    private static final FindingType TYPE = new FindingType("access-gained", "Account, key or rule that gives access",
            "files and registry keys that say who may do what", List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW),
            List.of("T1136", "T1098", "T1556", "T1553.004"));
    private static final int MAX_TOLD = 3;
    private static final List<String> ACCOUNTS = List.of("HKLM", "SAM", "SAM", "DOMAINS", "ACCOUNT", "USERS", "NAMES");
    private static final List<String> GROUPS = List.of("HKLM", "SAM", "SAM", "DOMAINS", "BUILTIN", "ALIASES");
    /** Well-known groups of Windows by their numbers ([MS-DTYP] 2.4.2.4). */
    private static final List<List<String>> POWERFUL = List.of(List.of("00000220", "Administrators"),
            List.of("0000022B", "Remote Desktop Users"), List.of("00000227", "Backup Operators"),
            List.of("00000244", "Remote Management Users"), List.of("00000223", "Power Users"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        if (change.kind() == ChangeKind.REMOVED) {
            return Optional.empty();
        }
        return switch (change.item()) {
            case FileItem _ -> context.texts(change).flatMap(lines -> found(SecurityFiles.gains(change.location(), lines)));
            case KeyItem _ -> change.kind() == ChangeKind.ADDED ? found(ofKey(change.location())) : Optional.empty();
            case ValueItem _ -> found(ofValue(change));
        };
    }

    private static Optional<Finding> found(List<Gain> gains) {
        List<Gain> sorted = gains.stream().sorted(Comparator.comparing(Gain::severity).reversed()).toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        String said = sorted.stream().limit(MAX_TOLD).map(Gain::sentence).collect(Collectors.joining("; "));
        return Optional.of(TYPE.found(sorted.getFirst().severity(), said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1)
                + (sorted.size() > MAX_TOLD ? "; and " + (sorted.size() - MAX_TOLD) + " more" : "") + "."));
    }

    private static List<Gain> ofKey(Location key) {
        List<String> names = upper(key);
        if (isBelow(names, ACCOUNTS, 1)) {
            return List.of(new Gain(Severity.HIGH, "account " + Visible.text(key.name()) + " added"));
        }
        int size = names.size();
        boolean isRoot = size >= 4 && names.get(size - 2).equals("CERTIFICATES") && names.get(size - 3).equals("ROOT")
                && names.get(size - 4).equals("SYSTEMCERTIFICATES");
        return isRoot ? List.of(new Gain(Severity.HIGH, "root certificate " + Visible.text(key.name())
                + " added: whatever it vouches for is trusted")) : List.of();
    }

    private static List<Gain> ofValue(Change change) {
        List<String> names = upper(change.location());
        if (change.kind() != ChangeKind.MODIFIED || !isBelow(names, GROUPS, 2) || !names.getLast().equals("C")) {
            return List.of();
        }
        long was = ((ValueItem) change.before().orElseThrow()).data().length();
        long is = ((ValueItem) change.item()).data().length();
        return POWERFUL.stream().filter(group -> is > was && group.getFirst().equals(names.get(names.size() - 2)))
                .map(group -> new Gain(Severity.HIGH, "group " + group.getLast() + " has more members now")).toList();
    }

    private static boolean isBelow(List<String> names, List<String> top, int depth) {
        return names.size() == top.size() + depth && names.subList(0, top.size()).equals(top);
    }

    private static List<String> upper(Location location) {
        return location.components().stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
    }
}
