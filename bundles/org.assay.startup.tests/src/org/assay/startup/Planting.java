package org.assay.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.assay.model.Location;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.format.BitsQueueTest;
import org.assay.startup.format.ShortcutBytes;
import org.assay.startup.format.TaskFileTest;
import org.assay.startup.format.WmiRepositoryTest;
import org.assay.startup.scan.WindowsContextTest;

/**
 * What a tool of attackers, or a test that stands in for one, leaves on a machine, and what must be found of it. Read from the files of
 * {@code planted}, whose {@code README.txt} describes them.
 *
 * @param id what its source calls it
 * @param title what it does
 * @param system whose base the traces are put on: {@code windows}, {@code linux}, {@code macos}
 * @param traces what is left behind, one a line, with the lines of a text below it
 * @param expected what must be found; each has to be
 * @param reason why it is no startup entry; empty where it is one
 */
record Planting(String id, String title, String system, List<Trace> traces, List<String> expected, String reason) {

    private static final KeptContent KEPT = Catalogue.standard().keptContent();
    private static final Map<String, List<String>> PROGRAMS = Map.of(
            "windows", List.of("cmd.exe", "rundll32.exe", "regsvr32.exe", "mshta.exe", "wscript.exe", "cscript.exe", "notepad.exe",
                    "calc.exe", "userinit.exe",
                    "svchost.exe", "eventvwr.exe", "amsi.dll", "wbem\\WMIC.exe", "WindowsPowerShell\\v1.0\\powershell.exe"),
            "linux", List.of("bash", "sh", "python3", "at", "nohup", "setsid", "crontab", "perl", "env", "sleep"),
            "macos", List.of("bash", "sh", "python3", "osascript", "touch", "env"));

    /** One thing that is left behind. */
    record Trace(String kind, String place, String text) {
    }

    Planting {
        traces = List.copyOf(traces);
        expected = List.copyOf(expected);
    }

    /** All of one source, which is called like its file. */
    static List<Planting> of(String source) {
        try (InputStream in = Planting.class.getResourceAsStream("planted/" + source + ".txt")) {
            return new PlantingReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A machine with all that is left behind; contents are kept where a capture keeps them. */
    MemorySnapshot machine() {
        MemorySnapshot machine = base();
        List<String> files = new ArrayList<>();
        for (Trace trace : traces) {
            plant(machine, trace);
            files.add(trace.place());
        }
        expected.stream().filter(line -> line.startsWith("starts ")).map(line -> line.substring(7)).filter(path -> !files.contains(path)
                && !isOfBase(path)).distinct().forEach(machine::with);
        return machine;
    }

    private MemorySnapshot base() {
        return switch (system) {
            case "windows" -> {
                MemorySnapshot machine = new MemorySnapshot().withFolder("C:\\Windows").withFolder("C:\\Users\\art")
                        .value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "SystemRoot", "C:\\Windows")
                        .value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\S-1-5-21-1", "ProfileImagePath",
                                "C:\\Users\\art");
                PROGRAMS.get(system).forEach(name -> machine.with("C:\\Windows\\System32\\" + name));
                yield machine;
            }
            case "linux" -> {
                MemorySnapshot machine = new MemorySnapshot().withFolder("/lib").withFolder("/home/art");
                PROGRAMS.get(system).forEach(name -> machine.with("/usr/bin/" + name));
                yield machine.withLink("/bin", "usr/bin");
            }
            case "macos" -> {
                MemorySnapshot machine = new MemorySnapshot().withFolder("/System").withFolder("/Library").withFolder("/Users/art");
                PROGRAMS.get(system).forEach(name -> machine.with("/usr/bin/" + name));
                yield machine;
            }
            default -> throw new IllegalArgumentException(id + ": " + system);
        };
    }

    private boolean isOfBase(String path) {
        String folder = system.equals("windows") ? "C:\\Windows\\System32\\" : "/usr/bin/";
        return PROGRAMS.get(system).stream().anyMatch(name -> (folder + name).equalsIgnoreCase(path));
    }

    private void plant(MemorySnapshot machine, Trace trace) {
        String[] parts = Arrays.stream((trace.place() + " ").split(" \\| ", -1)).map(String::strip).toArray(String[]::new);
        switch (trace.kind()) {
            case "file" -> machine.with(trace.place());
            case "folder" -> machine.withFolder(trace.place());
            case "text" -> content(machine, trace.place(), trace.text().getBytes(trace.place().startsWith("/") ? StandardCharsets.UTF_8
                    : Charset.forName("windows-1252")));
            case "link" -> machine.withLink(parts[0], parts[1]);
            case "capability" -> machine.withRights(trace.place(), 0755, "security.capability");
            case "key" -> machine.withKey(trace.place());
            case "value" -> machine.withKey(parts[0]).value(parts[0], parts[1].equals("(Default)") ? "" : parts[1], parts[2]);
            case "strings" -> machine.strings(parts[0], parts[1], parts[2].split(";"));
            case "number" -> machine.number(parts[0], parts[1], Integer.parseInt(parts[2]));
            case "actions" -> machine.value(parts[0], "Path", parts[1]).value(parts[0], "Actions", ValueType.BINARY,
                    WindowsContextTest.actions(parts[2], parts.length > 3 ? parts[3] : ""));
            case "task" -> content(machine, parts[0], TaskFileTest.xml("<Exec><Command>" + parts[1] + "</Command>"
                    + (parts.length > 2 ? "<Arguments>" + parts[2] + "</Arguments>" : "") + "</Exec>").getBytes(StandardCharsets.UTF_8));
            case "job" -> content(machine, parts[0], TaskFileTest.job(parts[1], parts.length > 2 ? parts[2] : "", 0));
            case "shortcut" -> content(machine, parts[0], (parts.length > 2 ? new ShortcutBytes().local(parts[1]).arguments(parts[2])
                    : new ShortcutBytes().local(parts[1])).toArray());
            case "wmi" -> content(machine, "C:\\Windows\\System32\\wbem\\Repository\\OBJECTS.DATA",
                    WmiRepositoryTest.repository(parts[0], parts[1]));
            case "bits" -> content(machine, "C:\\ProgramData\\Microsoft\\Network\\Downloader\\qmgr.db",
                    BitsQueueTest.queue(parts[0], parts[1], parts.length > 2 ? parts[2] : ""));
            default -> throw new IllegalArgumentException(id + ": " + trace.kind());
        }
    }

    private static void content(MemorySnapshot machine, String path, byte[] content) {
        Location place = MemorySnapshot.file(path);
        Location folder = Location.file(place.components().getFirst(), place.components().subList(1, place.components().size() - 1)
                .toArray(String[]::new));
        machine.withFile(path, content, KEPT.in(folder).applyAsLong(place.name()) >= content.length);
    }

    @Override
    public String toString() {
        return id + " " + title;
    }

    /** Whether {@code entry} is what {@code line} of {@link #expected} asks for. */
    static boolean isExpected(String line, StartupEntry entry) {
        String what = line.substring(line.indexOf(' ') + 1);
        String place = entry.location().text();
        return switch (line.substring(0, line.indexOf(' '))) {
            case "starts" -> entry.outcome() == TargetOutcome.FOUND && entry.targetPath().equalsIgnoreCase(what);
            case "script" -> entry.outcome() == TargetOutcome.INLINE_SCRIPT && place.equalsIgnoreCase(what);
            case "remote" -> entry.outcome() == TargetOutcome.REMOTE && place.equalsIgnoreCase(what);
            case "entry" -> entry.outcome() != TargetOutcome.UNPARSED && place.equalsIgnoreCase(what);
            default -> throw new IllegalArgumentException(line);
        };
    }
}
