package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.catalogue.Place;
import org.assay.startup.command.CommandResolver;
import org.assay.startup.command.LaunchTarget;
import org.assay.startup.command.Origin;
import org.assay.startup.command.TargetSearch;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.scan.RegistryMatches;
import org.assay.startup.text.Limits;
import org.assay.startup.tree.Links;
import org.assay.startup.tree.Trees;
import org.assay.startup.windows.RegistryFacts;
import org.assay.startup.windows.WindowsEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker writes who knows this tool. Random input comes from fixed seeds, so a failure comes again. */
class HostileInputTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final String RUN = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final List<String> PIECES = List.of("cmd", " /c ", "rundll32.exe ", "\"", "'", "C:\\", "\\", "/", ",", "%", "%1",
            "%windir%", " ", "  ", ".exe", ".dll", "a b", "&", "&&", "|", "^", "(", ")", "start ", "powershell -enc ", "-c ", "mshta ",
            "javascript:", ":", "..", ".", "*", "?", "~1", "{", "}", "[", "]", "=", "\0", "\n", "\r", "\u202e", "\ud800", "\udc80",
            "\uffff", "autocheck ", "regsvr32 /i:", "http://", "svchost -k ", "if exist ", "for %i in (", " do ", "\\??\\",
            "\\SystemRoot\\", "wscript //", "=cmd|", "explorer ", "{11111111-2222-3333-4444-555555555555}", "msiexec /i ", "forfiles /c ",
            "sh -c ", "env A=", "x");

    private static String random(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(longest); count > 0; count--) {
            text.append(random.nextInt(8) == 0 ? String.valueOf((char) random.nextInt(0x10000))
                    : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<StartupEntry> scan(MemorySnapshot snapshot) {
        return StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries();
    }

    private static MemorySnapshot windows() {
        return new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\WINDOWS\\System32\\cmd.exe", "C:\\a.exe", "C:\\x.dll");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomCommandsAreAnsweredAndBounded(long seed) {
        Random random = new Random(seed);
        MemorySnapshot snapshot = windows();
        for (int number = 0; number < 300; number++) {
            String key = switch (number % 4) {
                case 0 -> RUN;
                case 1 -> "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnceEx\\1";
                case 2 -> "HKLM\\SYSTEM\\ControlSet001\\Control\\Session Manager\\KnownDLLs";
                default -> "HKCU\\Software\\Classes\\" + number + "\\shell\\open\\command";
            };
            snapshot.value(key, number % 4 == 3 ? "" : "v" + number, random(random, 40));
        }
        List<StartupEntry> entries = scan(snapshot);
        assertTrue(entries.size() >= 300 && entries.size() < 300 * 20, "entries: " + entries.size());
        for (StartupRow row : StartupComparison.join(List.of(), entries, List.of(), List.of())) {
            assertTrue(row.sentence().length() < 2000, row.sentence());
            assertFalse(row.sentence().chars().anyMatch(unit -> unit < ' '), row.sentence());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void randomSettingsFilesAreAnsweredAndBounded(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            byte[] content = new byte[random.nextInt(4000)];
            random.nextBytes(content);
            byte[] text = (random(random, 50) + "[windows]\nload=" + random(random, 200) + "\nrun=" + random(random, 20) + "\n")
                    .getBytes(random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
            MemorySnapshot snapshot = windows().withBytes("C:\\WINDOWS\\win.ini", round % 2 == 0 ? content : text)
                    .withBytes("C:\\AUTOEXEC.BAT", round % 2 == 0 ? text : content);
            assertTrue(scan(snapshot).size() < 2 * Limits.MAX_COMMAND_COUNT + 100);
            MemorySnapshot unix = new MemorySnapshot().withFolder("/lib").withBytes("/etc/udev/rules.d/1.rules", content)
                    .withBytes("/etc/inittab", text).withBytes("/etc/gitconfig", text);
            assertTrue(scan(unix).size() < 3 * Limits.MAX_COMMAND_COUNT);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void randomBytesInTheRegistryAreAnswered(long seed) {
        Random random = new Random(seed);
        MemorySnapshot snapshot = windows();
        int planted = 0;
        for (AutostartLocation autostart : CATALOGUE.locations()) {
            if (autostart.kind().reach().isRegistry() && !autostart.places().getFirst().values().isEmpty()) {
                byte[] data = new byte[random.nextInt(64)];
                random.nextBytes(data);
                Place place = autostart.places().getFirst();
                snapshot.value(place.path().replace("%ControlSet%", "ControlSet001"), place.values().getFirst(), random.nextInt(13), data);
                planted++;
            }
        }
        assertTrue(planted > 300 && scan(snapshot).size() > 250);
    }

    @Test
    void listsAndFilesThatNeverEndAreCutAndSaidToBe() {
        List<StartupEntry> list = scan(windows().value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon", "Userinit",
                "a,".repeat(16_000)));
        assertEquals(RegistryMatches.MAX_MEMBER_COUNT + 1, list.size());
        assertTrue(list.stream().anyMatch(entry -> entry.outcome() == TargetOutcome.UNPARSED && entry.command()
                .startsWith("more than 1000")));
        List<StartupEntry> file = scan(windows().withText("C:\\AUTOEXEC.BAT", "a.exe\n".repeat(100_000)));
        assertEquals(Limits.MAX_COMMAND_COUNT + 1, file.size());
        assertEquals(1, scan(windows().withText("C:\\WINDOWS\\win.ini", "[windows]\nrun=" + "x".repeat(900_000))).size());
        assertEquals(1, scan(windows().value(RUN, "x", "a\"".repeat(400_000))).size());
        assertTrue(scan(windows().value(RUN, "x", "a\"".repeat(400_000))).getFirst().command().length() <= Limits.MAX_TEXT_LENGTH);
    }

    @Test
    void variablesThatNameThemselvesDoNotGrow() {
        String environment = "HKCU\\Environment";
        MemorySnapshot snapshot = windows().value(environment, "A", "%B%%B%%B%%B%").value(environment, "B", "%A%%A%%A%%A%")
                .value(environment, "Path", "%A%;C:\\;;C:\\x\\..;" + "C:\\p;".repeat(10_000)).value(RUN, "x", "%A%%B%".repeat(1000) + "%");
        assertEquals(1, scan(snapshot).stream().filter(entry -> entry.catalogueId().equals("run-hklm")).count());
    }

    @Test
    void hostsWithinHostsDoNotMultiply() {
        CommandResolver resolver = new CommandResolver(WindowsEnvironment.of(windows(), new Trees(), new RegistryFacts()),
                new RegistryFacts(), new TargetSearch('C'), new Links());
        Origin origin = new Origin(OperatingSystem.WINDOWS, false, "", "", "", "", LaunchContext.USUAL);
        assertTrue(readings(resolver.launchTargets("a\\start ".repeat(300), DataKind.COMMAND, origin)) < 300);
        assertTrue(readings(resolver.launchTargets("cmd /c start & ".repeat(300), DataKind.COMMAND, origin)) < 3000);
        assertTrue(readings(resolver.launchTargets("forfiles /c \"cmd /c start ".repeat(300), DataKind.COMMAND, origin)) < 3000);
    }

    private static int readings(List<LaunchTarget> launchTargets) {
        int count = 0;
        for (LaunchTarget launch : launchTargets) {
            if (launch instanceof LaunchTarget.Program program) {
                for (LaunchTarget.Reading reading : program.readings()) {
                    count += 1 + readings(reading.payload());
                }
            }
        }
        return count;
    }

    @Test
    void classesThatLeadInACircleEnd() {
        String one = "{11111111-2222-3333-4444-555555555555}";
        String two = "{11111111-2222-3333-4444-666666666666}";
        String classes = "HKLM\\SOFTWARE\\Classes\\CLSID\\";
        MemorySnapshot snapshot = windows().value(classes + one + "\\TreatAs", "", two).value(classes + two + "\\TreatAs", "", one)
                .value(RUN, "x", one);
        assertEquals(TargetOutcome.MISSING, scan(snapshot).getLast().outcome());
        MemorySnapshot self = windows().value(classes + one + "\\LocalServer32", "", one).value(RUN, "x", one);
        assertFalse(scan(self).isEmpty());
    }

    @Test
    void moreTextsThanAreSearchedAreAGap() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib");
        for (int number = 0; number < 20_002; number++) {
            snapshot.withText(String.format("/etc/a/%05d.conf", number), "x");
        }
        StartupScan.Outcome found = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE);
        assertEquals(List.of("more than 20000 texts may name programs; what those from here on name is not known"),
                found.gaps().stream().map(Gap::detail).toList());
    }

    @Test
    void moreValuesThatNameProgramsThanAreListedAreAGap() {
        MemorySnapshot snapshot = windows();
        for (int number = 0; number < 20_010; number++) {
            snapshot.value("HKLM\\SOFTWARE\\Somebody", String.format("%05d", number), "C:\\a.exe");
        }
        StartupScan.Outcome found = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE);
        assertEquals(20_000, found.entries().stream().filter(entry -> entry.catalogueId().equals("registry-rest")).count());
        assertEquals(List.of("HKLM\\SOFTWARE\\Somebody [20000]"), found.gaps().stream().map(gap -> gap.location().text()).toList());
    }

    @Test
    void namesThatHoldAnythingStayApart() {
        String deep = "a".repeat(300);
        MemorySnapshot snapshot = windows().value(RUN, "", "C:\\a.exe").value(RUN, "x\0y", "C:\\a.exe")
                .value(RUN, "\u202eexe.a", "C:\\a.exe")
                .value(RUN, "*", "C:\\a.exe").value(RUN, "R\u00fcn", "C:\\a.exe").value(RUN, deep, "C:\\a.exe")
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\R\u0131n", "x", "C:\\a.exe");
        List<StartupEntry> entries = scan(snapshot);
        assertEquals(6, entries.stream().filter(entry -> entry.catalogueId().equals("run-hklm")).count());
        assertTrue(entries.stream().allMatch(entry -> entry.targetPath().equals("C:\\a.exe")));
        assertEquals(7, StartupComparison.join(entries, entries, List.of(), List.of()).stream()
                .filter(row -> row.severity() == Severity.INFO).count());
    }

    @Test
    void aTreeThatIsTooDeepOrOddlyNamedIsWalked() {
        List<String> components = new ArrayList<>(List.of("C:"));
        for (int depth = 0; depth < 5000; depth++) {
            components.add(depth % 2 == 0 ? ".git" : "hooks");
        }
        MemorySnapshot snapshot = windows().item(file(new Location(Space.FILE, components)))
                .item(file(Location.file("", "\udcff\udc80", "a\nb"))).item(file(Location.file("", "etc", "cron.d/..", "\0")))
                .item(file(Location.file("C:"))).item(file(Location.file("C:", "WINDOWS", "win.ini", "below a file")));
        assertFalse(scan(snapshot).stream().anyMatch(entry -> entry.location().components().size() == components.size()
                && entry.catalogueId().startsWith("startup")));
    }

    private static FileItem file(Location where) {
        return new FileItem(where, FileKind.FIFO, 1, FileTimes.modifiedAt(Instant.EPOCH), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), Optional.empty(), FileDetails.NONE);
    }

    @Test
    void moreCandidatesThanAreLookedForAreNotCalledMissing() {
        TargetSearch search = new TargetSearch('C');
        for (int number = 0; number < TargetSearch.MAX_PATH_COUNT; number++) {
            search.windows("C:\\" + number);
        }
        assertTrue(search.windows("C:\\beyond").isUnknown());
        assertFalse(search.windows("C:\\1").isUnknown());
    }

    @Test
    void valueDataThatEndsEarlyIsReadAsFarAsItGoes() {
        ValueItem value = new ValueItem(MemorySnapshot.key(RUN).value("x"), ValueType.EXPAND_SZ, Bytes.copyOf(new byte[] {'a', 0, 'b'}));
        assertEquals("a", scan(windows().item(value)).getFirst().command());
        ValueItem number = new ValueItem(MemorySnapshot.key(RUN).value("x"), ValueType.DWORD, Bytes.copyOf(new byte[40]));
        assertEquals(TargetOutcome.UNPARSED, scan(windows().item(number)).getFirst().outcome());
    }
}
