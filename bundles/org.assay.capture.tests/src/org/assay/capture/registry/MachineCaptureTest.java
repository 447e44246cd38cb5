package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.capture.Capture;
import org.assay.capture.CaptureRequest;
import org.assay.capture.Captures;
import org.assay.capture.RecordingSink;
import org.assay.capture.Shell;
import org.assay.capture.WindowsTree;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.Source;
import org.assay.testkit.NeedsCorpora;

/** Whole Windows machines: their hives are found, and what is in them meets its like from elsewhere. */
@Timeout(120)
class MachineCaptureTest {

    private static final String ANN = "S-1-5-21-1-2-3-1001";
    private static final String CONFIG = "Windows/System32/config/";
    private static final String RUN = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Run [start] = ";

    @TempDir
    Path folder;

    private WindowsTree machine(String name) {
        return new WindowsTree(folder.resolve(name));
    }

    private RecordingSink captured(String name) {
        return Captures.of(Captures.tree("C", folder.resolve(name)));
    }

    private static List<String> sources(RecordingSink sink) {
        return sink.sources.stream().map(Source::name).toList();
    }

    @ParameterizedTest
    @CsvSource({
            "Windows/System32/config/SYSTEM, HKLM\\SYSTEM", "WINDOWS/SYSTEM32/CONFIG/system, HKLM\\SYSTEM",
            "winnt/system32/config/System, HKLM\\SYSTEM", "W2K/system32/config/SYSTEM, HKLM\\SYSTEM",
            "Windows/System32/config/software, HKLM\\SOFTWARE", "Windows/System32/config/SAM, HKLM\\SAM",
            "Windows/System32/config/SECURITY, HKLM\\SECURITY", "Windows/System32/config/DEFAULT, HKU\\.DEFAULT",
            "Windows/System32/config/DRIVERS, HKLM\\DRIVERS", "Windows/System32/config/ELAM, HKLM\\ELAM",
            "Windows/appcompat/Programs/Amcache.hve, HKLM\\AMCACHE", "Boot/BCD, HKLM\\BCD00000000",
            "EFI/Microsoft/Boot/BCD, HKLM\\BCD00000000", "Users/ann/NTUSER.DAT, HKU\\ann", "users/ANN/ntuser.dat, HKU\\ANN",
            "Users/Default/NTUSER.DAT, HKU\\Default", "Users/ann/NTUSER.MAN, HKU\\ann",
            "Users/ann/AppData/Local/Microsoft/Windows/UsrClass.dat, HKU\\ann\\Software\\Classes",
            "Documents and Settings/ann/NTUSER.DAT, HKU\\ann",
            "Documents and Settings/ann/Local Settings/Application Data/Microsoft/Windows/UsrClass.dat, HKU\\ann\\Software\\Classes",
            "Documents and Settings/LocalService/NTUSER.DAT, HKU\\S-1-5-19",
            "Documents and Settings/NetworkService/ntuser.dat, HKU\\S-1-5-20",
            "Windows/ServiceProfiles/LocalService/NTUSER.DAT, HKU\\S-1-5-19",
            "Windows/ServiceProfiles/NetworkService/NTUSER.DAT, HKU\\S-1-5-20",
            "Windows/ServiceProfiles/sql/NTUSER.DAT, HKU\\sql",
            "Windows/System32/config/systemprofile/NTUSER.DAT, HKU\\systemprofile",
            "WINNT/Profiles/ann/NTUSER.DAT, HKU\\ann" })
    void aHiveIsFoundWhereWindowsKeepsItWhateverTheCaseOfTheNames(String path, String place) throws IOException {
        machine("pc").hive(path, key -> key.text("v", "here"));
        RecordingSink sink = captured("pc");
        assertEquals(List.of(place + " [v] = here"), WindowsTree.values(sink));
        assertEquals(List.of(place), sources(sink));
        assertEquals("C:\\" + path.replace('/', '\\'), sink.sources.getFirst().origin());
        assertEquals(List.of(), sink.gaps);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Windows/System32/config/RegBack/SYSTEM", "Windows.old/Windows/System32/config/SYSTEM", "SYSTEM",
            "Windows/System32/config/COMPONENTS", "Users/ann/Desktop/NTUSER.DAT", "Users/NTUSER.DAT", "Windows/System32/SYSTEM" })
    void whatLiesElsewhereIsNotTheMachinesRegistry(String path) throws IOException {
        machine("pc").hive(path, key -> key.text("v", "here"));
        RecordingSink sink = captured("pc");
        assertEquals(List.of(), WindowsTree.registry(sink));
        assertEquals(List.of(), sink.gaps);
    }

    @NeedsCorpora
    @Test
    void aMachineOfWindows98IsReadFromItsTwoFiles() throws IOException {
        Path hives = HiveRootTest.corpus("dfwinreg");
        machine("pc").file("WINDOWS/System.dat", Files.readAllBytes(hives.resolve("SYSTEM.DAT")))
                .file("WINDOWS/USER.DAT", Files.readAllBytes(hives.resolve("USER.DAT")))
                .file("WINDOWS/Profiles/ann/user.dat", Files.readAllBytes(hives.resolve("USER.DAT")));
        RecordingSink sink = captured("pc");
        assertEquals(List.of("HKLM", "HKU", "HKU\\ann"), sources(sink));
        List<Location> found = WindowsTree.registry(sink);
        for (Location key : List.of(Location.key("HKLM", "Software", "Microsoft", "Windows", "CurrentVersion", "Run"),
                Location.key("HKU", ".DEFAULT", "Control Panel"), Location.key("HKU", "ann", "Control Panel"))) {
            assertTrue(found.stream().anyMatch(key::sameAs), key.text());
        }
        assertTrue(found.stream().noneMatch(key -> key.isWithin(Location.key("HKU", "ann", ".DEFAULT"))));
        assertEquals(WindowsTree.registry(Captures.of(Captures.hive("", hives.resolve("SYSTEM.DAT")))),
                found.stream().filter(key -> key.isWithin(Location.key("HKLM"))).toList());
    }

    @NeedsCorpora
    @Test
    void hivesOf9xBesideThoseOfNtStandApart() throws IOException {
        Path hives = HiveRootTest.corpus("dfwinreg");
        machine("pc").hive(CONFIG + "SAM", key -> key.text("v", "here"))
                .file("Windows/USER.DAT", Files.readAllBytes(hives.resolve("USER.DAT")));
        RecordingSink sink = captured("pc");
        assertEquals(List.of("HKLM\\SAM", "HIVE\\C:\\Windows\\USER.DAT"), sources(sink));
        assertTrue(sink.remarks.stream().anyMatch(remark -> remark.text().contains("another kind of Windows")), sink.remarks.toString());
    }

    @Test
    void aPolicyIsKeptApartFromTheRegistryAndItsOrdersAreRemarks() throws IOException {
        machine("pc").file("Windows/System32/GroupPolicy/Machine/Registry.pol", policy("Software\\X", "v", 4, new byte[] { 1, 0, 0, 0 }))
                .file("Windows/System32/GroupPolicy/User/registry.pol", policy("Software\\X", "**del.gone", 1, new byte[2]));
        RecordingSink sink = captured("pc");
        assertEquals(List.of("POLICY\\Machine\\Software\\X [v] = 0x1 (1)"), WindowsTree.values(sink));
        assertEquals(List.of(), sink.gaps);
        assertEquals("POLICY\\User\\Software\\X [gone]", sink.remarks.getFirst().location().text());
    }

    private static byte[] policy(String key, String value, int type, byte[] data) {
        ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("PReg".getBytes(StandardCharsets.US_ASCII)).putInt(1);
        bytes.put(("[" + key + "\0;" + value + "\0;").getBytes(StandardCharsets.UTF_16LE)).putInt(type).putChar(';');
        bytes.putInt(data.length).putChar(';').put(data).putChar(']');
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "WINE REGISTRY Version 2\\n;; All keys relative to \\\\Machine\\n\\n[Software\\\\X] 1\\n\"v\"=\"wine\"\\n "
                    + "| HKLM\\Software\\X [v] = wine",
            "\\r\\nHKEY_LOCAL_MACHINE\\Software\\X\\r\\n    v    REG_SZ    query\\r\\n | HKLM\\Software\\X [v] = query" })
    void whatAFileIsItsBytesTell(String text, String value) throws IOException {
        Path file = Files.writeString(folder.resolve("evidence"), text.replace("\\r", "\r").replace("\\n", "\n"));
        for (Evidence evidence : List.of(Captures.export(file), Captures.hive("", file))) {
            RecordingSink sink = Captures.of(evidence);
            assertEquals(List.of(value), WindowsTree.values(sink));
            assertEquals(value.contains("query"), sink.remarks.stream().anyMatch(remark -> remark.text().contains("weak evidence")));
        }
    }

    @NeedsCorpora
    @Test
    void whatWasDeletedIsFoundOnRequestAndNeverMeetsWhatIsThere() {
        Evidence hive = Captures.hive("HKCU\\Software\\Classes", HiveRootTest.corpus("ez-registry/UsrClassDeletedBags.dat"));
        RecordingSink without = Captures.of(hive);
        RecordingSink sink = new RecordingSink();
        new Capture().run(new CaptureRequest(List.of(hive), new CaptureOptions(Set.of(), false, 2, new RegistryOptions(true, true),
                ScopeFilter.ALL,
                CaptureOptions.USUAL_TIMEOUT),
                KeptContent.NONE, EarlierItems.NONE), sink, Progress.NONE);
        assertEquals(without.items, sink.items.subList(0, without.items.size()));
        List<Item> deleted = sink.items.subList(without.items.size(), sink.items.size());
        assertTrue(!deleted.isEmpty() && deleted.stream().allMatch(item -> item.location().components().getFirst().startsWith("DELETED")));
        Set<Location> places = new TreeSet<>(Location.ORDER);
        deleted.forEach(item -> places.add(item.location()));
        assertEquals(deleted.size(), places.size());
    }

    @Test
    void hivesAreNotReadWhereThatIsNotWanted() throws IOException {
        machine("pc").user("Users/ann/NTUSER.DAT", "x");
        RecordingSink sink = new RecordingSink();
        List<Evidence> evidence = List.of(Captures.tree("C", folder.resolve("pc")));
        CaptureOptions options = new CaptureOptions(Set.of(), false, 2, new RegistryOptions(false, false), ScopeFilter.ALL,
                CaptureOptions.USUAL_TIMEOUT);
        new Capture().run(new CaptureRequest(evidence, options, KeptContent.NONE, EarlierItems.NONE), sink, Progress.NONE);
        assertEquals(List.of(), WindowsTree.registry(sink));
        assertEquals(List.of(), sink.sources);
        assertEquals(4, sink.items.size());
    }

    @Test
    void theCurrentControlSetIsThatOfSelectAndTheOthersKeepTheirNumbers() throws IOException {
        machine("pc").system(CONFIG + "SYSTEM", 2);
        assertEquals(List.of("HKLM\\SYSTEM\\ControlSet001\\Services\\dhcp [ImagePath] = other",
                "HKLM\\SYSTEM\\CurrentControlSet\\Services\\dhcp [ImagePath] = current", "HKLM\\SYSTEM\\Select [Current] = 0x2 (2)"),
                WindowsTree.values(captured("pc")));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 3, 255 })
    void aControlSetThatIsNotThereIsNotMadeUp(int current) throws IOException {
        machine("pc").system(CONFIG + "SYSTEM", current);
        assertTrue(WindowsTree.values(captured("pc")).stream().noneMatch(value -> value.contains("CurrentControlSet")));
    }

    @Test
    void aValueOfOneUserMeetsItselfOnTwoMachinesWithTwoSids() throws IOException {
        for (String name : List.of("gold", "pc17")) {
            boolean gold = name.equals("gold");
            machine(name).system(CONFIG + "SYSTEM", gold ? 1 : 2)
                    .software(CONFIG + "SOFTWARE", (gold ? ANN : "S-1-5-21-9-9-9-1007") + " %SystemDrive%\\Users\\ann")
                    .user("Users/" + (gold ? "ann" : "Ann") + "/NTUSER.DAT", "calc")
                    .user("Users/" + (gold ? "bob" : "BOB") + "/NTUSER.DAT", "notepad");
        }
        for (String name : List.of("gold", "pc17")) {
            List<String> values = WindowsTree.values(captured(name)).stream().map(String::toLowerCase).toList();
            assertTrue(values.contains(("HKU\\ann" + RUN + "calc").toLowerCase()), values.toString());
            assertTrue(values.contains(("HKU\\bob" + RUN + "notepad").toLowerCase()), values.toString());
            assertTrue(values.contains("hklm\\system\\currentcontrolset\\services\\dhcp [imagepath] = current"), values.toString());
        }
    }

    @Test
    void anExportOfARunningMachineGivesTheSameAsItsHives() throws IOException {
        machine("pc").system(CONFIG + "SYSTEM", 1)
                .software(CONFIG + "SOFTWARE", ANN + " C:\\Users\\ann", "S-1-5-18 %systemroot%\\system32\\config\\systemprofile")
                .user("Users/ann/NTUSER.DAT", "calc").user(CONFIG + "DEFAULT", "system")
                .hive("Users/ann/AppData/Local/Microsoft/Windows/UsrClass.dat", key -> key.key("CLSID").text("", "class"));
        String run = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Run]";
        String profiles = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\" + WindowsTree.PROFILE_LIST;
        Path export = WindowsTree.export(folder.resolve("all.reg"),
                "[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\dhcp]", "\"ImagePath\"=\"current\"",
                "[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet002\\Services\\dhcp]", "\"ImagePath\"=\"other\"",
                "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\dhcp]", "\"ImagePath\"=\"current\"",
                "[HKEY_LOCAL_MACHINE\\SYSTEM\\Select]", "\"Current\"=dword:1",
                profiles + "\\" + ANN + "]", "\"ProfileImagePath\"=\"C:\\\\Users\\\\ann\"",
                profiles + "\\S-1-5-18]", "\"ProfileImagePath\"=\"%systemroot%\\\\system32\\\\config\\\\systemprofile\"",
                "[HKEY_USERS\\.DEFAULT" + run, "\"start\"=\"system\"", "[HKEY_USERS\\S-1-5-18" + run, "\"start\"=\"system\"",
                "[HKEY_USERS\\" + ANN + run, "\"start\"=\"calc\"",
                "[HKEY_USERS\\" + ANN + "\\Software\\Classes\\CLSID]", "@=\"class\"",
                "[HKEY_USERS\\" + ANN + "_Classes\\CLSID]", "@=\"class\"");
        RecordingSink live = Captures.of(Captures.export(export));
        assertEquals(WindowsTree.values(captured("pc")), WindowsTree.values(live));
        assertEquals(List.of(), live.gaps);
    }

    @Test
    void anExportMadeByAUserMeetsThatUsersHive() throws IOException {
        machine("pc").user("Users/ann/NTUSER.DAT", "calc");
        Path export = WindowsTree.export(folder.resolve("hkcu.reg"),
                "[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run]", "\"start\"=\"calc\"");
        assertEquals(WindowsTree.values(captured("pc")),
                WindowsTree.values(Captures.of(new Evidence(Captures.export(export).kind(), "ann", export.toString()))));
        assertEquals(List.of("HKCU" + RUN + "calc"), WindowsTree.values(Captures.of(Captures.export(export))));
    }

    @Test
    void aSidWithoutAProfileKeepsItsNumber() throws IOException {
        Path export = WindowsTree.export(folder.resolve("hku.reg"), "[HKEY_USERS\\" + ANN + "\\a]", "[HKEY_USERS\\" + ANN + "_Classes\\b]",
                "[HKEY_USERS\\ann_Classes\\c]");
        assertEquals(List.of("HKU\\ann_Classes\\c", "HKU\\" + ANN + "\\a", "HKU\\" + ANN + "\\Software\\Classes\\b"),
                WindowsTree.registry(Captures.of(Captures.export(export))).stream().map(Location::text).toList());
    }

    @Test
    void classesRootIsTakenForTheMachinesAndSaidToBeAView() throws IOException {
        Path export = WindowsTree.export(folder.resolve("hkcr.reg"), "[HKEY_CLASSES_ROOT\\.txt]", "[HKEY_CLASSES_ROOT\\.exe]");
        RecordingSink sink = Captures.of(Captures.export(export));
        assertEquals(List.of("HKLM\\Software\\Classes\\.txt"), sink.remarks.stream().map(remark -> remark.location().text()).toList());
        assertTrue(sink.remarks.getFirst().text().contains("HKEY_CLASSES_ROOT"));
        assertEquals(List.of(), sink.gaps);
    }

    @ParameterizedTest
    @CsvSource({ "D:\\People\\ann, D, People/ann", "%SystemDrive%\\hidden\\ann, C, hidden/ann", "C:/Odd\\ann, C, ODD/Ann" })
    void aProfileIsFoundWhereTheMachineSaysItIs(String said, String drive, String path) throws IOException {
        machine("C").software(CONFIG + "SOFTWARE", ANN + " " + said);
        machine("D").file("x", new byte[0]);
        machine(drive).user(path + "/NTUSER.DAT", "calc");
        RecordingSink sink = Captures.of(Captures.tree("D", folder.resolve("D")), Captures.tree("C", folder.resolve("C")));
        assertTrue(WindowsTree.values(sink).contains("HKU\\ann" + RUN + "calc"), WindowsTree.values(sink).toString());
        assertEquals(List.of(), sink.remarks);
    }

    @Test
    void aProfileThatIsNotInTheEvidenceIsSaid() throws IOException {
        machine("pc").software(CONFIG + "SOFTWARE", ANN + " E:\\Users\\ann");
        assertEquals(List.of(new Remark(Location.key("HKU", "ann"),
                "no hive was found for this user; the profile is said to be in E:\\Users\\ann")), captured("pc").remarks);
    }

    @Test
    void ofTwoUsersWithOneNameTheSecondKeepsTheSid() throws IOException {
        machine("pc").software(CONFIG + "SOFTWARE", ANN + " C:\\Users\\ann", "S-1-5-21-1-2-3-1002 D:\\Users\\ANN");
        Path export = WindowsTree.export(folder.resolve("hku.reg"), "[HKEY_USERS\\" + ANN + "]", "[HKEY_USERS\\S-1-5-21-1-2-3-1002]");
        RecordingSink sink = Captures.of(Captures.tree("C", folder.resolve("pc")), Captures.export(export));
        assertTrue(WindowsTree.registry(sink).containsAll(List.of(Location.key("HKU", "ann"), Location.key("HKU", "S-1-5-21-1-2-3-1002"))),
                WindowsTree.registry(sink).toString());
    }

    @Test
    void aMandatoryProfileIsReadInPlaceOfTheOther() throws IOException {
        machine("pc").user("Users/ann/NTUSER.DAT", "seen").user("Users/ann/ntuser.man", "loaded");
        RecordingSink sink = captured("pc");
        assertEquals(List.of("HIVE\\C:\\Users\\ann\\NTUSER.DAT" + RUN + "seen", "HKU\\ann" + RUN + "loaded"), WindowsTree.values(sink));
        assertTrue(sink.remarks.getFirst().text().contains("HKU\\ann is read from C:\\Users\\ann\\ntuser.man"), sink.remarks.toString());
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void twoFilesThatWindowsWouldCallTheSameAreBothRead() throws IOException {
        machine("pc").hive(CONFIG + "SAM", key -> key.text("v", "1")).hive(CONFIG + "sam", key -> key.text("v", "2"))
                .hive("WINNT/System32/config/SAM", key -> key.text("v", "3"));
        assertEquals(List.of("HIVE\\C:\\WINNT\\System32\\config\\SAM [v] = 3", "HIVE\\C:\\Windows\\System32\\config\\sam [v] = 2",
                "HKLM\\SAM [v] = 1"), WindowsTree.values(captured("pc")));
    }

    @Test
    void aHiveThatWasNamedKeepsItsPlace() throws IOException {
        machine("pc").hive(CONFIG + "SAM", key -> key.text("v", "tree"));
        machine("other").hive("SAM", key -> key.text("v", "named"));
        RecordingSink sink = Captures.of(Captures.tree("C", folder.resolve("pc")),
                Captures.hive("HKLM\\SAM", folder.resolve("other/SAM")));
        assertEquals(List.of("HIVE\\C:\\Windows\\System32\\config\\SAM [v] = tree", "HKLM\\SAM [v] = named"), WindowsTree.values(sink));
    }

    @Test
    void aFolderNamedLikeAnotherUsersPlaceDoesNotGetIt() throws IOException {
        machine("pc").user(CONFIG + "DEFAULT", "real").user("Users/.DEFAULT/NTUSER.DAT", "planted");
        assertEquals(List.of("HIVE\\C:\\Users\\.DEFAULT\\NTUSER.DAT" + RUN + "planted", "HKU\\.DEFAULT" + RUN + "real"),
                WindowsTree.values(captured("pc")));
    }

    @ParameterizedTest
    @CsvSource({ "ln -s /etc/passwd, a link", "mkdir, a directory", "mkfifo, a special file" })
    void whatIsNoFileWhereAHiveBelongsIsAGapAtItsPlace(String make, String words) throws IOException {
        machine("pc").hive(CONFIG + "SAM", key -> key.text("v", "here"));
        Shell.sh(folder.resolve("pc").resolve(CONFIG), make + " SOFTWARE");
        RecordingSink sink = captured("pc");
        assertEquals(List.of(new Gap(Location.key("HKLM", "SOFTWARE"), GapReason.UNSUPPORTED,
                "C:\\Windows\\System32\\config\\SOFTWARE is " + words + ", so the hive there is not read")), sink.gaps);
        assertEquals(List.of("HKLM\\SAM [v] = here"), WindowsTree.values(sink));
    }

    @Test
    void noLinkIsFollowedOutOfTheTree() throws IOException {
        machine("outside").user("ann/NTUSER.DAT", "outside").hive("System32/config/SAM", key -> key.text("v", "outside"));
        machine("pc").file("Users/x", new byte[0]);
        Shell.sh(folder.resolve("pc"), "ln -s ../../outside/ann Users/ann; ln -s ../outside Windows; ln -s Users 'Documents and Settings'");
        RecordingSink sink = captured("pc");
        assertEquals(List.of(), WindowsTree.registry(sink));
        assertEquals(List.of(Location.key("HKLM"), Location.key("HKU", "ann")), sink.gaps.stream().map(Gap::location).toList());
    }

    @Test
    void whatIsNoHiveWhereOneBelongsIsAGapAndTheRestIsRead() throws IOException {
        machine("pc").hive(CONFIG + "SAM", key -> key.text("v", "here")).file(CONFIG + "SOFTWARE", "hello".getBytes())
                .file("Users/ann/NTUSER.DAT", new byte[0]);
        RecordingSink sink = captured("pc");
        assertEquals(List.of("HKLM\\SAM [v] = here"), WindowsTree.values(sink));
        assertEquals(List.of(Location.key("HKLM", "SOFTWARE"), Location.key("HKU", "ann")), sink.gaps.stream().map(Gap::location).toList());
        assertTrue(sink.gaps.stream().allMatch(gap -> gap.reason() == GapReason.DAMAGED), sink.gaps.toString());
        assertEquals(List.of("HKLM\\SAM"), sources(sink));
    }

    @NeedsCorpora
    @Test
    void aDirtyHiveInATreeIsReadWithItsLogs() throws IOException {
        Path hives = HiveRootTest.corpus("regipy");
        machine("pc").file("Users/ann/ntuser.dat", Files.readAllBytes(hives.resolve("transactions_NTUSER.DAT")))
                .file("Users/ann/ntuser.dat.LOG1", Files.readAllBytes(hives.resolve("transactions_ntuser.dat.log1")))
                .file("Users/ann/NTUSER.DAT.LOG2", Files.readAllBytes(hives.resolve("transactions_ntuser.dat.log2")));
        RecordingSink sink = captured("pc");
        assertEquals(3105, sink.items.stream().filter(KeyItem.class::isInstance).count());
        assertEquals(4695, sink.items.stream().filter(ValueItem.class::isInstance).count());
        assertEquals(List.of(), sink.gaps);
        assertEquals(Location.key("HKU", "ann"), sink.remarks.getFirst().location());
        assertTrue(sink.remarks.getFirst().text().contains("transaction logs were applied"), sink.remarks.toString());
    }

    @NeedsCorpora
    @Test
    void realHivesOfAMachineAreFoundAndReadWhole() throws IOException {
        Path hives = HiveRootTest.corpus("regipy");
        machine("pc").file("WINDOWS/system32/Config/System", Files.readAllBytes(hives.resolve("SYSTEM")))
                .file("WINDOWS/system32/Config/SAM", Files.readAllBytes(hives.resolve("SAM")))
                .file("WINDOWS/system32/Config/security", Files.readAllBytes(hives.resolve("SECURITY")))
                .file("Users/ann/NTUSER.DAT", Files.readAllBytes(hives.resolve("NTUSER.DAT")))
                .file("boot/bcd", Files.readAllBytes(hives.resolve("BCD")));
        RecordingSink sink = captured("pc");
        assertEquals(List.of("HKLM\\SYSTEM", "HKLM\\SAM", "HKLM\\SECURITY", "HKU\\ann", "HKLM\\BCD00000000"), sources(sink));
        assertEquals(30756 + 65 + 100 + 1812 + 132, sink.items.stream().filter(KeyItem.class::isInstance).count());
        assertEquals(73456 + 70 + 109 + 4094 + 103, sink.items.stream().filter(ValueItem.class::isInstance).count());
        assertEquals(List.of(Location.key("HKLM", "SECURITY")), sink.gaps.stream().map(Gap::location).toList());
        assertTrue(sink.find(Location.key("HKLM", "SYSTEM", "CurrentControlSet", "services")).isPresent());
    }
}
