package org.assay.compare.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assay.compare.context.TextPair;
import org.assay.model.Severity;
import org.assay.model.text.Visible;

/** Files in which each line is a rule of its own: sudoers(5), pam.d(5), sshd(8) keys, hosts(5), fstab(5), resolv.conf(5). */
final class RuleLines {

    private static final int MAX_QUOTED_LENGTH = 120;
    private static final Set<String> HERE = Set.of("127.0.0.1", "::1", "127.0.1.1", "fe00::0", "ff00::0", "ff02::1", "ff02::2");
    private static final Pattern UPDATES = Pattern.compile("(?i)microsoft|windowsupdate|defender|symantec|norton|mcafee|kaspersky|avast|"
            + "avg|sophos|eset|bitdefender|malwarebytes|trendmicro|f-secure|crowdstrike|sentinelone|virustotal|debian\\.org|ubuntu\\.com|"
            + "apple\\.com|google");
    private static final Pattern GUARDS = Pattern.compile("\\b(nosuid|noexec|nodev|ro)\\b");

    private RuleLines() {
    }

    static List<Gain> ofSudoers(TextPair lines) {
        return lines.added().stream().map(line -> new Gain(line.startsWith("Defaults") && !line.contains("!") ? Severity.MEDIUM
                : Severity.HIGH, (line.contains("NOPASSWD") || line.contains("nopass") ? "rule without a password: " : "rule: ")
                        + quoted(line))).toList();
    }

    static List<Gain> ofPam(TextPair lines) {
        return Stream.concat(lines.added().stream().map(line -> new Gain(isDangerous(line) ? Severity.HIGH : Severity.MEDIUM,
                "step of a logon: " + quoted(line))), lines.removed().stream().filter(line -> line.contains("required")
                        || line.contains("requisite")).map(line -> new Gain(Severity.MEDIUM, "step of a logon left out: " + quoted(line))))
                .toList();
    }

    private static boolean isDangerous(String line) {
        return line.contains("pam_exec") || line.contains("pam_permit") || line.contains("nullok") || line.contains("pam_rootok")
                || line.contains("sufficient") || line.contains("pam_python") || line.contains("pam_script") || line.contains("/tmp/");
    }

    static List<Gain> ofKeys(TextPair lines) {
        return lines.added().stream().map(line -> new Gain(Severity.HIGH, "key " + quoted(comment(line)) + " may log on"
                + (line.contains("command=") ? ", and runs a command" : ""))).toList();
    }

    /** Type and comment tell a key to people; the rest tells it to programs. */
    private static String comment(String line) {
        String[] words = line.split("\\s+");
        return words.length >= 2 ? words[0] + " … " + words[words.length - 1] : line;
    }

    static List<Gain> ofHosts(TextPair lines) {
        List<Gain> gains = new ArrayList<>();
        for (String line : lines.added()) {
            String[] words = line.split("\\s+");
            boolean isOwn = words.length < 2 || HERE.contains(words[0]) && Stream.of(words).skip(1).noneMatch(name -> name.contains("."));
            boolean isUpdate = UPDATES.matcher(line).find();
            gains.add(new Gain(isUpdate ? Severity.HIGH : isOwn ? Severity.LOW : Severity.MEDIUM, (isUpdate
                    ? "name of an update or security service led elsewhere: " : "name: ") + quoted(line)));
        }
        return gains;
    }

    static List<Gain> ofFstab(TextPair lines) {
        boolean lost = lines.removed().stream().anyMatch(line -> GUARDS.matcher(line).find());
        return lines.added().stream().map(line -> new Gain(lost && !GUARDS.matcher(line).find() ? Severity.HIGH : Severity.MEDIUM,
                (lost && !GUARDS.matcher(line).find() ? "file system mounted without its guards: " : "file system mounted: ")
                        + quoted(line))).toList();
    }

    static List<Gain> ofResolver(TextPair lines) {
        return lines.added().stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("nameserver"))
                .map(line -> new Gain(Severity.MEDIUM, "names are asked for at " + quoted(line))).toList();
    }

    private static String quoted(String line) {
        String shown = Visible.text(line.length() <= MAX_QUOTED_LENGTH ? line : line.substring(0, MAX_QUOTED_LENGTH) + "…");
        return "\"" + shown + "\"";
    }
}
