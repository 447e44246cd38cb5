package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units of systemd as it reads them, where its manual and the field say so. The source stands above each test. */
class UnitFieldTest {

    private static List<String> targets(MemorySnapshot snapshot, String label) {
        return StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries().stream()
                .filter(entry -> entry.label().equals(label)).sorted(Comparator.comparing(StartupEntry::targetPath))
                .map(entry -> entry.outcome() + " " + entry.targetPath()).toList();
    }

    private static MemorySnapshot linux(String... files) {
        return new MemorySnapshot().withFolder("/lib").with(files);
    }

    // tclahr/uac issue 247; systemd-analyze --user unit-paths
    @ParameterizedTest
    @ValueSource(strings = {"etc/xdg/systemd/user", "etc/systemd/user", "run/systemd/user", "run/user/1000/systemd/transient",
        "run/user/1000/systemd/user", "run/user/1000/systemd/user.control", "run/user/1000/systemd/generator",
        "run/user/1000/systemd/generator.early", "run/user/1000/systemd/generator.late", "usr/local/share/systemd/user",
        "usr/share/systemd/user", "usr/local/lib/systemd/user", "usr/lib/systemd/user", "home/a/.config/systemd/user",
        "home/a/.config/systemd/user.control", "home/a/.local/share/systemd/user", "run/systemd/system.attached",
        "run/systemd/system.control", "etc/systemd/system.attached", "var/lib/flatpak/exports/share/systemd/user"})
    void unitsAreFoundInEveryFolderThatSystemdReads(String folder) {
        assertEquals(List.of("FOUND /opt/evil/x"), targets(linux("/opt/evil/x").withText("/" + folder + "/x.service",
                "[Service]\nExecStart=/opt/evil/x\n"), "x.service ExecStart"));
    }

    // systemd.unit(5), "Specifiers"; systemd.syntax(7), "Quoting"; systemd issue 32930; rustsec/advisory-db pull request 3161
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/opt/evil/esc\\x20aped             | /opt/evil/esc aped",
        "/opt/evil/esc\\040aped             | /opt/evil/esc aped",
        "'/opt/evil/esc\\x20aped' -x        | /opt/evil/esc aped",
        "\"/opt/evil/esc aped\"             | /opt/evil/esc aped",
        "%h/bin/hh                          | /root/bin/hh",
        "%S/hh                              | /var/lib/hh",
        "%E/hh                              | /etc/hh",
        "/opt/%p/%i                         | /opt/x/a-b",
        "/opt/%p%I                          | /opt/xa/b",
        "@/opt/evil/argv0 name              | /opt/evil/argv0",
        "-+/opt/evil/argv0                  | /opt/evil/argv0",
        "/usr/bin/env /opt/evil/argv0       | /opt/evil/argv0"})
    void commandsAreReadAsSystemdReadsThem(String command, String target) {
        assertEquals(List.of("FOUND " + target), targets(linux(target).withText("/etc/systemd/system/x@a-b.service",
                "[Service]\nExecStart=" + command + "\n"), "x@a-b.service ExecStart").stream().filter(each -> each.startsWith("FOUND"))
                .toList());
    }

    // systemd.unit(5), "Specifiers": %h of a user's manager is his home
    @Test
    void theHomeOfAUsersUnitIsHis() {
        assertEquals(List.of("FOUND /home/a/bin/hh"), targets(linux("/home/a/bin/hh", "/home/b/bin/hh").withText(
                "/home/a/.config/systemd/user/h.service", "[Service]\nExecStart=%h/bin/hh\n"), "h.service ExecStart"));
        assertEquals(List.of("FOUND /home/a/bin/hh"), targets(linux("/home/a/bin/hh").withText(
                "/usr/lib/systemd/user/h.service", "[Service]\nExecStart=%h/bin/hh\n"), "h.service ExecStart"));
    }

    // systemd.exec(5), RootDirectory=, WorkingDirectory=, ExecSearchPath=
    @Test
    void commandsAreLookedForBelowTheUnitsRootAndInItsFolders() {
        assertEquals(List.of("FOUND /srv/jail/opt/jailed"), targets(linux("/srv/jail/opt/jailed", "/opt/jailed").withText(
                "/etc/systemd/system/j.service", "[Service]\nRootDirectory=/srv/jail/\nExecStart=/opt/jailed\n"), "j.service ExecStart"));
        assertEquals(List.of("FOUND /srv/jail/usr/x"), targets(linux("/srv/jail/usr/x", "/usr/x").withLink("/srv/jail/opt", "/usr")
                .withText("/etc/systemd/system/j.service", "[Service]\nRootDirectory=/srv/jail\nExecStart=/opt/x\n"),
                "j.service ExecStart"));
        assertEquals(List.of("FOUND /opt/evil/run", "FOUND /usr/bin/sh"), targets(linux("/opt/evil/run", "/usr/bin/sh").withText(
                "/etc/systemd/system/w.service", "[Service]\nWorkingDirectory=-/opt/evil\nExecStart=/usr/bin/sh -c ./run\n"),
                "w.service ExecStart"));
        assertEquals(List.of("FOUND /opt/evil/run"), targets(linux("/opt/evil/run").withText("/etc/systemd/system/w.service",
                "[Service]\nExecSearchPath=/opt/evil\nExecStart=run\n"), "w.service ExecStart"));
    }

    // systemd.socket(5), ExecStartPre= and its like
    @Test
    void aSocketsOwnCommandsAreEntries() {
        assertEquals(List.of("FOUND /opt/evil/pre"), targets(linux("/opt/evil/pre").withText("/etc/systemd/system/k.socket",
                "[Socket]\nListenStream=1\nExecStartPre=/opt/evil/pre\n").withText("/etc/systemd/system/k.service",
                        "[Service]\nExecStart=/usr/bin/true\n"), "k.socket ExecStartPre"));
    }

    // systemd.exec(5), Environment=; ld.so(8); MITRE ATT&CK T1574.006
    @Test
    void whatAUnitsEnvironmentMakesItsProgramsLoadIsAnEntry() {
        assertEquals(List.of("FOUND /opt/evil/pre.so", "MISSING /opt/two.so"), targets(linux("/opt/evil/pre.so").withText(
                "/etc/systemd/system/e.service", "[Service]\nEnvironment=A=b \"LD_PRELOAD=/opt/evil/pre.so /opt/two.so\"\n"
                        + "ExecStart=/usr/bin/true\n"), "e.service Environment"));
        assertEquals(List.of("FOUND /opt/evil/run", "FOUND /usr/bin/sh"), targets(linux("/opt/evil/run", "/usr/bin/sh").withText(
                "/etc/systemd/system/v.service", "[Service]\nEnvironment=CMD=/opt/evil/run\nExecStart=/usr/bin/sh -c ${CMD}\n"),
                "v.service ExecStart"));
    }
}
