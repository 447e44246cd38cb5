package org.assay.startup.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.tree.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnixCommandTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static MemorySnapshot linux() {
        return new MemorySnapshot().withFolder("/etc").withLink("/bin", "usr/bin").withLink("/lib", "usr/lib")
                .with("/usr/bin/dash", "/usr/bin/env", "/usr/bin/nice", "/usr/bin/sudo", "/usr/bin/flock", "/usr/bin/su",
                        "/usr/bin/run-parts", "/usr/bin/test", "/usr/lib/tool", "/opt/a b", "/usr/local/bin/mine")
                .withLink("/usr/bin/sh", "dash");
    }

    private static List<String> targets(MemorySnapshot snapshot, String command) {
        return StartupScan.run(CATALOGUE, snapshot.withText("/etc/inittab", "1:2:respawn:" + command + "\n"), Progress.NONE).entries()
                .stream().filter(entry -> entry.catalogueId().equals("lx-inittab"))
                .map(entry -> entry.outcome() + " " + entry.targetPath()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', value = {
        "/bin/run-parts /etc ^ FOUND /usr/bin/run-parts, FOUND /etc/inittab",
        "/lib/tool -x ^ FOUND /usr/lib/tool",
        "/bin/sh ^ FOUND /usr/bin/dash",
        "mine --all ^ FOUND /usr/local/bin/mine",
        "nice -n 10 /lib/tool ^ FOUND /usr/bin/nice, FOUND /usr/lib/tool",
        "sudo -u root env A=1 /lib/tool ^ FOUND /usr/bin/sudo, FOUND /usr/bin/env, FOUND /usr/lib/tool",
        "flock -n /run/lock tool2 ^ FOUND /usr/bin/flock, MISSING tool2",
        "su - ann -c '/lib/tool; \"/opt/a b\"' ^ FOUND /usr/bin/su, FOUND /usr/lib/tool, FOUND /opt/a b",
        "test -x /usr/sbin/x || ( cd / && run-parts --report /etc/cron.daily ) ^ FOUND /usr/bin/run-parts",
        "[ -x /lib/tool ] && /lib/tool >/dev/null 2>&1 ^ FOUND /usr/lib/tool",
        "if true; then /lib/tool; fi ^ FOUND /usr/lib/tool",
        ". /lib/tool ^ FOUND /usr/lib/tool",
        "$EVIL x ^ INLINE_SCRIPT",
        "/bin/evil ^ MISSING /usr/bin/evil"})
    void commandsLeadToTheirFilesThroughLinksAndPrefixes(String command, String expected) {
        assertEquals(expected, String.join(", ", targets(linux(), command)).strip());
    }

    @Test
    void onlyWhatIsACommandIsReadAsOne() {
        UnixCommand command = new UnixCommand(new TargetSearch('C'), new Links());
        Origin origin = Origin.of(OperatingSystem.LINUX, Location.file("", "etc", "x"), LaunchContext.USUAL);
        Map<TargetOutcome, Set<DataKind>> decided = new HashMap<>();
        for (DataKind kind : DataKind.values()) {
            if (command.launchTargets("/opt/x", kind, origin).getFirst() instanceof LaunchTarget.Decided target) {
                decided.computeIfAbsent(target.outcome(), _ -> new HashSet<>()).add(kind);
            }
        }
        assertEquals(Map.of(TargetOutcome.NONE, Set.of(DataKind.FOLDER, DataKind.UNIT, DataKind.TEXT, DataKind.FILE, DataKind.BUNDLE),
                TargetOutcome.UNPARSED, Set.of(DataKind.NATIVE, DataKind.FUNCTION, DataKind.SERVICE, DataKind.RENAME,
                        DataKind.ANSI_PATH)), decided);
    }

    @Test
    void linksThatLeadInACircleAreNotUnderstood() {
        MemorySnapshot snapshot = linux().withLink("/opt/one", "two").withLink("/opt/two", "/opt/one/x");
        assertEquals(List.of("MISSING /opt/one/tool"), targets(snapshot, "/opt/one/tool"));
        List<StartupEntry> entries = StartupScan.run(CATALOGUE, new MemorySnapshot().withFolder("/lib").withLink("/etc/rc.local",
                "rc.local"), Progress.NONE).entries();
        assertEquals("UNPARSED", entries.getFirst().outcome().name());
    }

    @Test
    void anEntryThatIsALinkStartsWhatItLeadsTo() {
        MemorySnapshot snapshot = linux().with("/etc/init.d/ssh").withLink("/etc/rc2.d/S01ssh", "../init.d/ssh")
                .withLink("/etc/rc2.d/S02gone", "../init.d/gone");
        assertEquals(List.of("FOUND /etc/init.d/ssh", "MISSING /etc/init.d/gone"),
                StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries().stream()
                        .filter(entry -> entry.catalogueId().equals("lx-rcn-d"))
                        .map(entry -> entry.outcome() + " " + entry.targetPath()).toList());
    }

    @Test
    void linksLeadOutOfNoTree() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib").with("other/usr/lib/tool").withLink("/opt", "../../../usr");
        assertEquals(List.of("MISSING /usr/lib/tool"), targets(snapshot, "/opt/lib/tool"));
    }
}
