package org.assay.remedy;

import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.item.FileItem;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Managed;
import org.assay.remedy.plan.Step;
import org.assay.testkit.Programs;
import org.assay.testkit.Programs.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** remedy.sh stops units and daemons, with stand-ins for systemctl and launchctl that note what they are told. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ShellStopTest {

    private static final String STAND_IN = """
            #!/bin/sh
            echo "${0##*/} $*" >> FOLDER/told.txt
            if [ "$1" = stop ]; then cat FOLDER/run/systemd/system/*.d/*.conf >> FOLDER/told.txt 2>/dev/null; fi
            exit 0
            """;

    @TempDir
    private Path made;
    private Path folder;
    private final List<Step> steps = new ArrayList<>();

    @BeforeEach
    void makeStandIns() throws IOException {
        folder = made.toRealPath();
        Files.createDirectories(folder.resolve("run/systemd/system"));
        Files.createDirectories(folder.resolve("bin"));
        for (String name : new String[] {"systemctl", "launchctl"}) {
            Path program = folder.resolve("bin").resolve(name);
            Files.writeString(program, STAND_IN.replace("FOLDER", folder.toString()));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** A file of the running system, for the script only looks after that. */
    private FileItem defined(String content) throws IOException {
        Path unit = folder.resolve("unit");
        Files.writeString(unit, content);
        List<String> names = new ArrayList<>();
        unit.forEach(name -> names.add(name.toString()));
        return file(Tree.place("", names.toArray(String[]::new)), content);
    }

    private Outcome run(String shell, String... arguments) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ShellScript.write(steps, "ab".repeat(32), text);
        Path script = folder.resolve("remedy.sh");
        Files.writeString(script, text.toString(StandardCharsets.US_ASCII).replace("PATH=/usr/bin", "PATH=" + folder + "/bin:/usr/bin")
                .replace("/run/systemd/system", folder + "/run/systemd/system"));
        List<String> command = new ArrayList<>(shell.equals("busybox") ? List.of("busybox", "sh") : List.of(shell));
        command.add(script.toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("/", folder.resolve("quarantine").toString()));
        return Programs.run(folder, command.toArray(String[]::new));
    }

    private String told() throws IOException {
        Path told = folder.resolve("told.txt");
        return Files.exists(told) ? Files.readString(told) : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox", "ksh", "zsh", "mksh"})
    void aUnitIsStoppedWithoutWhatItWouldRunThenAndSystemdReadsItsUnitsAgain(String shell) throws IOException {
        Programs.assumeThereIs(shell);
        FileItem unit = defined("[Service]");
        steps.add(new Step(1, new Action.StopManaged(1, new Managed.SystemdUnit("-evil\\x2d.service", unit)), "because"));
        steps.add(new Step(2, new Action.Quarantine(1, unit), "because"));
        Outcome preview = run(shell);
        assertTrue(preview.output().contains("change 1: would be stopped"), preview.output());
        assertEquals("", told());

        Outcome applied = run(shell, "--apply");
        assertEquals(0, applied.exitCode(), applied.output());
        assertEquals("""
                systemctl daemon-reload
                systemctl stop -- -evil\\x2d.service
                [Service]
                Restart=no
                ExecStop=
                ExecStopPost=
                TimeoutStopSec=10
                systemctl daemon-reload
                """, told());
        assertFalse(Files.exists(folder.resolve("unit")));
        assertEquals(List.of(), List.of(folder.resolve("run/systemd/system").toFile().list()));

        Outcome undone = run(shell, "--undo", "--apply");
        assertEquals(0, undone.exitCode(), undone.output());
        assertTrue(told().endsWith("systemctl daemon-reload\nsystemctl daemon-reload\n"), told());
        assertEquals(1, told().split(" stop ").length - 1, "undoing stops nothing");
    }

    @Test
    void theInstancesOfATemplateAreMeantToo() throws IOException {
        steps.add(new Step(1, new Action.StopManaged(1, new Managed.SystemdUnit("evil@.timer", defined("x"))), "because"));
        assertEquals(0, run("sh", "--apply").exitCode());
        assertTrue(told().startsWith("systemctl stop -- evil@*.timer\n"), told());
    }

    @Test
    void whatWasNotJudgedIsNotStopped() throws IOException {
        steps.add(new Step(1, new Action.StopManaged(1, new Managed.SystemdUnit("evil.service", defined("judged"))), "because"));
        steps.add(new Step(2, new Action.StopManaged(1, new Managed.LaunchdDaemon("evil.plist", defined("judged"))), "because"));
        Files.writeString(folder.resolve("unit"), "another");
        assertEquals(0, run("sh", "--apply").exitCode());
        assertEquals("systemctl daemon-reload\n", told());
    }

    @Test
    void aDaemonIsStoppedByThePathOfItsFile() throws IOException {
        steps.add(new Step(1, new Action.StopManaged(1, new Managed.LaunchdDaemon("evil.plist", defined("x"))), "because"));
        Outcome applied = run("sh", "--apply");
        assertEquals(0, applied.exitCode(), applied.output());
        assertEquals("launchctl bootout system " + folder.resolve("unit") + "\n", told());
    }
}
