package org.assay.startup.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.assay.startup.text.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;

class UnitMatchesTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static MemorySnapshot linux() {
        return new MemorySnapshot().withFolder("/etc").withLink("/lib", "usr/lib").withLink("/bin", "usr/bin")
                .with("/usr/bin/a", "/usr/bin/b", "/usr/bin/sh");
    }

    private static List<String> shown(MemorySnapshot snapshot) {
        return StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries().stream()
                .filter(entry -> entry.catalogueId().startsWith("lx-systemd")).map(UnitMatchesTest::shown).toList();
    }

    private static String shown(StartupEntry entry) {
        return String.join(" | ", entry.label(), entry.command(), entry.details().state().name(),
                entry.outcome() + " " + entry.targetPath(), String.join(", ", entry.details().remarks()));
    }

    private static String unit(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void everyCommandOfAUnitIsAnEntry() {
        assertIterableEquals(List.of(
                "x.service ExecStart | /bin/a --flag a|b | DISABLED | FOUND /usr/bin/a | not enabled",
                "x.service ExecStartPre | /bin/b one two | DISABLED | FOUND /usr/bin/b | not enabled",
                "x.service ExecStop | /bin/sh -c b | DISABLED | FOUND /usr/bin/b | not enabled, It is started by sh, which the command"
                        + " names. The command names it without a path, and it was found in a folder that is searched for programs.",
                "x.service ExecStop | /bin/sh -c b | DISABLED | FOUND /usr/bin/sh | not enabled").stream().sorted().toList(),
                shown(linux().withText("/etc/systemd/system/x.service", unit("[Unit]", "# ExecStart=/no", "[Service]",
                        "ExecStartPre=-/bin/b one \\", "# between", "  two", "ExecStart=@/bin/a other --flag 'a|b'",
                                "ExecStop=+/bin/sh -c b",
                        "[Install]", "WantedBy=multi-user.target"))).stream().sorted().toList());
    }

    // PANIX, udev --systemd; dbus-daemon(1), SystemdService; kernel-command-line(7), systemd.wants
    @ParameterizedTest
    @CsvSource(delimiter = '^', value = {
        "/etc/udev/rules.d/1.rules ^ SUBSYSTEM==\"net\", TAG+=\"systemd\", ENV{SYSTEMD_WANTS}+=\"x.service\"",
        "/usr/share/dbus-1/system-services/x.service ^ SystemdService=x.service",
        "/etc/default/grub ^ GRUB_CMDLINE_LINUX=\"quiet systemd.wants=x.service\""})
    void aUnitThatAnotherFileAsksForIsEnabled(String file, String line) {
        List<String> shown = shown(linux().withText(file, line + "\n").withText("/etc/systemd/system/x.service",
                unit("[Service]", "ExecStart=/bin/a", "[Install]", "WantedBy=multi-user.target")));
        assertTrue(shown.contains("x.service ExecStart | /bin/a | ENABLED | FOUND /usr/bin/a | asked for by " + file), shown::toString);
    }

    @Test
    void aLinkEnablesAUnitAndAnInstanceOfATemplate() {
        assertIterableEquals(List.of(
                "g@.service ExecStart | /bin/a %i | ENABLED | FOUND /usr/bin/a | asked for by getty.target",
                "g@tty1.service | /bin/a tty1 | ENABLED | FOUND /usr/bin/a | asked for by getty.target",
                "x.service | /bin/b | ENABLED | FOUND /usr/bin/b | asked for by multi-user.target",
                "x.service ExecStart | /bin/b | ENABLED | FOUND /usr/bin/b | asked for by multi-user.target").stream().sorted().toList(),
                shown(linux().withText("/usr/lib/systemd/system/g@.service", unit("[Service]", "ExecStart=-/bin/a %i", "[Install]",
                        "WantedBy=x.target"))
                        .withText("/usr/lib/systemd/system/x.service", unit("[Service]", "ExecStart=/bin/b", "[Install]",
                                "WantedBy=x.target"))
                        .withLink("/etc/systemd/system/getty.target.wants/g@tty1.service", "/lib/systemd/system/g@.service")
                        .withLink("/etc/systemd/system/multi-user.target.wants/x.service", "/lib/systemd/system/x.service"))
                        .stream().sorted().toList());
    }

    @Test
    void aDropInTakesBackWhatItReplaces() {
        List<String> shown = shown(linux().withText("/usr/lib/systemd/system/x.service", unit("[Service]", "ExecStart=/bin/a"))
                .withText("/etc/systemd/system/x.service.d/evil.conf", unit("[Service]", "ExecStart=", "ExecStart=/bin/b"))
                .withText("/etc/systemd/system/service.d/all.conf", unit("[Service]", "ExecStartPost=/bin/sh"))
                .withText("/etc/systemd/system/x.service.d/env.conf", unit("[Service]", "Environment=LD_PRELOAD=/x.so"))
                .withLink("/etc/systemd/system/multi-user.target.wants/x.service", "/lib/systemd/system/x.service"));
        assertIterableEquals(List.of(
                "x.service | /bin/b | ENABLED | FOUND /usr/bin/b | asked for by multi-user.target",
                "service ExecStartPost | /bin/sh | ENABLED | FOUND /usr/bin/sh | ",
                "x.service Environment | /x.so | ENABLED | MISSING /x.so | ",
                "x.service ExecStart | /bin/b | ENABLED | FOUND /usr/bin/b | sets LD_PRELOAD=/x.so",
                "x.service ExecStart | /bin/a | DISABLED | FOUND /usr/bin/a | "
                        + "asked for by multi-user.target, sets LD_PRELOAD=/x.so, taken back by a drop-in")
                .stream().sorted().toList(), shown.stream().sorted().toList());
    }

    @Test
    void maskedAndReplacedUnitsAreListedAsDisabled() {
        assertIterableEquals(List.of(
                "m.service | masked | DISABLED | NONE  | masked: nothing is started under this name",
                "m.service ExecStart | /bin/a | DISABLED | FOUND /usr/bin/a | replaced by /etc/systemd/system/m.service",
                "r.service ExecStart | /bin/a | DISABLED | FOUND /usr/bin/a | replaced by /etc/systemd/system/r.service",
                "r.service ExecStart | /bin/b | ENABLED | FOUND /usr/bin/b | "
                        + "static: started when something asks for it").stream().sorted().toList()
                        ,
                shown(linux().withLink("/etc/systemd/system/m.service", "/dev/null")
                        .withText("/usr/lib/systemd/system/m.service", unit("[Service]", "ExecStart=/bin/a"))
                        .withText("/usr/lib/systemd/system/r.service", unit("[Service]", "ExecStart=/bin/a"))
                        .withText("/etc/systemd/system/r.service", unit("[Service]", "ExecStart=/bin/b"))).stream().sorted().toList());
    }

    @Test
    void timersSocketsAndPathsStartWhatTheirServiceStarts() {
        MemorySnapshot snapshot = linux().withText("/etc/systemd/system/t.timer", unit("[Timer]", "OnCalendar=daily", "[Install]",
                "WantedBy=x.target"))
                .withText("/etc/systemd/system/t.service", unit("[Service]", "ExecStart=/bin/a"))
                .withText("/etc/systemd/system/s.socket", unit("[Socket]", "ListenStream=22", "Accept=yes", "[Install]",
                        "WantedBy=x.target"))
                .withText("/etc/systemd/system/s@.service", unit("[Service]", "ExecStart=/bin/b %i"))
                .withText("/etc/systemd/system/p.path", unit("[Path]", "PathExists=/x", "Unit=gone.service"))
                .withLink("/etc/systemd/system/timers.target.wants/t.timer", "../t.timer");
        assertIterableEquals(List.of(
                "p.path | gone.service | ENABLED | MISSING  | static: started when something asks for it",
                "s.socket | /bin/b %i | DISABLED | FOUND /usr/bin/b | not enabled",
                "s@.service ExecStart | /bin/b %i | ENABLED | FOUND /usr/bin/b | static: started when something asks for it",
                "t.service ExecStart | /bin/a | ENABLED | FOUND /usr/bin/a | asked for by t.timer",
                "t.timer | /bin/a | ENABLED | FOUND /usr/bin/a | asked for by timers.target",
                "t.timer | /bin/a | ENABLED | FOUND /usr/bin/a | asked for by timers.target").stream().sorted().toList(),
                shown(snapshot).stream().sorted().toList());
        assertTrue(StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries().stream()
                .anyMatch(entry -> entry.details().raw().equals("OnCalendar=daily")));
    }

    @Test
    void aUsersUnitsAreHisAndFindThoseOfAllUsers() {
        MemorySnapshot snapshot = linux().withText("/home/ann/.config/systemd/user/u.timer", unit("[Timer]", "Unit=all.service"))
                .withText("/usr/lib/systemd/user/all.service", unit("[Service]", "ExecStart=/bin/a", "User=bob"));
        assertIterableEquals(List.of("bob /usr/bin/a",
                "ann /usr/bin/a"), StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries().stream()
                .filter(entry -> entry.catalogueId().startsWith("lx-systemd"))
                .map(entry -> entry.details().user() + " " + entry.targetPath()).sorted((one, two) -> two.compareTo(one)).toList());
    }

    @Test
    void unitsThatAskForEachOtherAndAliasesInACircleEnd() {
        MemorySnapshot snapshot = linux().withText("/etc/systemd/system/a.service", unit("[Unit]", "Wants=b.service", "[Install]",
                "WantedBy=x.target"))
                .withText("/etc/systemd/system/b.service", unit("[Unit]", "Wants=a.service", "[Install]", "WantedBy=x.target"))
                .withLink("/etc/systemd/system/c.service", "d.service").withLink("/etc/systemd/system/d.service", "c.service");
        assertEquals(4, shown(snapshot).size());
    }

    @Property(tries = 200)
    void anyContentIsAnswered(@ForAll byte[] content, @ForAll String name) {
        MemorySnapshot snapshot = linux().withBytes("/etc/systemd/system/x.service", content)
                .withBytes("/etc/systemd/system/x.service.d/y.conf", ("[Service]\nExecStart=" + name).getBytes(StandardCharsets.UTF_8));
        assertTrue(shown(snapshot).size() <= 2 * 32 * Limits.MAX_COMMAND_COUNT);
        UnitName.of(name + ".service").ifPresent(unit -> assertEquals(unit, UnitName.of(unit.text()).orElseThrow()));
        FileItem file = (FileItem) new MemorySnapshot().with("/etc/systemd/system/x.service").items().next();
        assertTrue(UnitFile.read(file, content).settings().size() <= Limits.MAX_COMMAND_COUNT);
    }
}
