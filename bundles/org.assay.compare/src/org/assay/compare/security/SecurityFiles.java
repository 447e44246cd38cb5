package org.assay.compare.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.assay.compare.context.TextPair;
import org.assay.model.Location;
import org.assay.model.snapshot.KeptContent;

/** The small files that say who may do what, by what their lines mean. */
public final class SecurityFiles {

    private static final long KEPT_BYTES = 1 << 20;
    private static final Map<String, Function<TextPair, List<Gain>>> BY_PATH = Map.of("etc/passwd", Accounts::ofPasswd, "etc/shadow",
            Accounts::ofShadow, "etc/group", Accounts::ofGroup, "etc/gshadow", Accounts::ofGroup, "etc/sudoers", RuleLines::ofSudoers,
            "etc/hosts", RuleLines::ofHosts, "etc/fstab", RuleLines::ofFstab, "etc/resolv.conf", RuleLines::ofResolver, "etc/doas.conf",
            RuleLines::ofSudoers);
    private static final Map<String, Function<TextPair, List<Gain>>> BY_FOLDER = Map.of("etc/sudoers.d", RuleLines::ofSudoers, "etc/pam.d",
            RuleLines::ofPam, "usr/lib/pam.d", RuleLines::ofPam);
    private static final String DRIVERS = "system32/drivers/etc";
    private static final Set<String> KEYS = Set.of("authorized_keys", "authorized_keys2");
    /** Folders whose files hold settings of {@code weak-settings.tsv}. */
    private static final Set<String> SETTINGS = Set.of("etc", "etc/ssh", "etc/ssh/sshd_config.d", "etc/sysctl.d", "usr/lib/sysctl.d",
            "usr/local/lib/sysctl.d", "etc/selinux", "etc/sysconfig", "etc/ufw", "etc/default", "etc/audit", "etc/audit/rules.d",
            "etc/systemd", "etc/systemd/journald.conf.d", "etc/apt/apt.conf.d", "etc/yum.repos.d", "etc/dnf", "etc/security");

    /** Which files a capture must keep the content of for this. */
    public static final KeptContent KEPT = directory -> {
        String folder = folder(directory.components());
        if (SETTINGS.contains(folder) || BY_FOLDER.containsKey(folder)) {
            return _ -> KEPT_BYTES;
        }
        return isDrivers(folder) ? name -> KEYS.contains(name) || isHosts(name) ? KEPT_BYTES : 0
                : name -> KEYS.contains(name) ? KEPT_BYTES : 0;
    };

    private SecurityFiles() {
    }

    /** What the lines that came or went in the file at {@code location} give somebody; empty where it is no such file. */
    public static List<Gain> gains(Location location, TextPair lines) {
        List<String> components = location.components();
        return meaning(folder(components.subList(0, components.size() - 1)), location.name()).map(one -> one.apply(lines))
                .orElse(List.of());
    }

    /** Whether the file at {@code location} may hold settings that can be weak. */
    public static boolean holdsSettings(Location location) {
        return SETTINGS.contains(folder(location.components().subList(0, location.components().size() - 1)));
    }

    private static Optional<Function<TextPair, List<Gain>>> meaning(String folder, String name) {
        if (KEYS.contains(name)) {
            return Optional.of(RuleLines::ofKeys);
        }
        if (isHosts(name) && isDrivers(folder)) {
            return Optional.of(RuleLines::ofHosts);
        }
        return Optional.ofNullable(BY_PATH.get(folder + "/" + name)).or(() -> Optional.ofNullable(BY_FOLDER.get(folder)));
    }

    private static boolean isHosts(String name) {
        return name.equalsIgnoreCase("hosts");
    }

    /** Whether it is where Windows keeps the file of hosts. */
    private static boolean isDrivers(String folder) {
        return folder.regionMatches(true, folder.length() - DRIVERS.length(), DRIVERS, 0, DRIVERS.length());
    }

    /** The path below the tree; empty for what holds the tree's root, too. */
    private static String folder(List<String> components) {
        return components.isEmpty() ? "" : String.join("/", components.subList(1, components.size()));
    }
}
