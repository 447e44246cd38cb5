package org.assay.compare.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.assay.compare.context.TextPair;
import org.assay.model.Severity;
import org.assay.model.text.Visible;

/** Accounts and groups of Unix: passwd(5), shadow(5), group(5), gshadow(5). */
final class Accounts {

    private static final int PASSWORD = 1;
    private static final int UID = 2;
    private static final int MEMBERS = 3;
    private static final int SHELL = 6;
    private static final Set<String> POWERFUL = Set.of("root", "wheel", "sudo", "admin", "adm", "docker", "lxd", "lxc", "libvirt", "disk",
            "shadow", "kmem", "staff", "systemd-journal", "video");

    private Accounts() {
    }

    static List<Gain> ofPasswd(TextPair lines) {
        Map<String, String[]> before = entries(lines.before());
        List<Gain> gains = new ArrayList<>();
        entries(lines.after()).forEach((name, now) -> {
            String[] was = before.get(name);
            if (was == null) {
                gains.add(new Gain(isRoot(now) && !name.equals("root") ? Severity.HIGH : canLogOn(now) ? Severity.MEDIUM : Severity.LOW,
                        "account " + Visible.text(name) + " with uid " + field(now, UID) + " and shell " + field(now, SHELL) + " added"));
                return;
            }
            if (isRoot(now) && !isRoot(was)) {
                gains.add(new Gain(Severity.HIGH, "account " + Visible.text(name) + " has uid 0 now, it was " + field(was, UID)));
            }
            if (canLogOn(now) && !canLogOn(was)) {
                gains.add(new Gain(Severity.HIGH, "account " + Visible.text(name) + " can log on now: its shell is " + field(now, SHELL)
                        + ", it was " + field(was, SHELL)));
            }
            if (!field(now, PASSWORD).equals(field(was, PASSWORD))) {
                gains.add(new Gain(Severity.HIGH, "account " + Visible.text(name) + (field(now, PASSWORD).isEmpty()
                        ? " needs no password now" : " has a password in passwd now")));
            }
        });
        return gains;
    }

    static List<Gain> ofShadow(TextPair lines) {
        Map<String, String[]> before = entries(lines.before());
        List<Gain> gains = new ArrayList<>();
        entries(lines.after()).forEach((name, now) -> {
            String is = field(now, PASSWORD);
            String was = before.containsKey(name) ? field(before.get(name), PASSWORD) : "!";
            if (!is.equals(was) && !isLocked(is)) {
                gains.add(new Gain(is.isEmpty() || isLocked(was) && before.containsKey(name) ? Severity.HIGH : Severity.MEDIUM, "account "
                        + Visible.text(name) + (is.isEmpty() ? " needs no password now" : isLocked(was) ? " has a password now, it had none"
                                : " has another password now")));
            }
        });
        return gains;
    }

    static List<Gain> ofGroup(TextPair lines) {
        Map<String, String[]> before = entries(lines.before());
        List<Gain> gains = new ArrayList<>();
        entries(lines.after()).forEach((name, now) -> {
            Set<String> members = members(now);
            members.removeAll(before.containsKey(name) ? members(before.get(name)) : Set.of());
            members.forEach(member -> gains.add(new Gain(POWERFUL.contains(name) ? Severity.HIGH : Severity.LOW, "account "
                    + Visible.text(member) + " is in group " + Visible.text(name) + " now")));
        });
        return gains;
    }

    /** By name; of two lines with one name the first counts, as in the system. */
    private static Map<String, String[]> entries(List<String> lines) {
        Map<String, String[]> entries = new LinkedHashMap<>();
        lines.stream().filter(line -> !line.startsWith("#") && line.indexOf(':') > 0).map(line -> line.split(":", -1))
                .forEach(fields -> entries.putIfAbsent(fields[0], fields));
        return entries;
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? Visible.text(fields[index]) : "";
    }

    private static boolean isRoot(String[] fields) {
        return field(fields, UID).matches("0+");
    }

    private static boolean canLogOn(String[] fields) {
        String shell = field(fields, SHELL);
        return !shell.endsWith("nologin") && !shell.endsWith("false") && !shell.endsWith("sync") && !shell.endsWith("/true");
    }

    private static boolean isLocked(String password) {
        return password.startsWith("!") || password.startsWith("*");
    }

    private static Set<String> members(String[] fields) {
        Set<String> members = new TreeSet<>(List.of(field(fields, MEMBERS).split(",")));
        members.remove("");
        return members;
    }
}
