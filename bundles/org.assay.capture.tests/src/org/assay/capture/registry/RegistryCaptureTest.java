package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.capture.Capture;
import org.assay.capture.CaptureOutcome;
import org.assay.capture.CaptureRequest;
import org.assay.capture.Captures;
import org.assay.capture.RecordingSink;
import org.assay.capture.TestProgress;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.KeptContent;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.format.RegistryFormat;
import org.assay.testkit.HiveBuilder;
import org.assay.testkit.NeedsCorpora;

@Timeout(60)
class RegistryCaptureTest {


    @TempDir
    Path folder;

    private Path export(String name, String... lines) throws IOException {
        String text = "Windows Registry Editor Version 5.00\r\n\r\n" + String.join("\r\n", lines) + "\r\n";
        return Files.write(folder.resolve(name), ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
    }

    private RecordingSink captured(String... lines) throws IOException {
        return Captures.of(Captures.export(export("export.reg", lines)));
    }

    private static List<String> texts(RecordingSink sink) {
        return sink.items.stream().map(item -> switch (item) {
            case ValueItem value -> value.location() + " = " + ValueType.display(value.type(), value.data(), 40);
            default -> item.location().text();
        }).toList();
    }

    @Test
    void anExportGivesItsKeysAndValuesUnderShortRoots() throws IOException {
        RecordingSink sink = captured("[HKEY_CURRENT_USER\\Software\\Run]", "@=\"calc\"", "\"=cmd|' /C calc'!A0\"=dword:0000002a", "",
                "[HKEY_CLASSES_ROOT\\.txt]", "\"x\"=hex(2001):ff");
        assertEquals(List.of("HKCU\\Software\\Run", "HKCU\\Software\\Run [(Default)] = calc",
                "HKCU\\Software\\Run [=cmd|' /C calc'!A0] = 0x2a (42)", "HKLM\\Software\\Classes\\.txt",
                "HKLM\\Software\\Classes\\.txt [x] = ff"), texts(sink));
        assertEquals(List.of(), sink.gaps);
        assertEquals(0x2001, ((ValueItem) sink.items.getLast()).type());
    }

    @Test
    void parentsThatAreNotListedAreNotInvented() throws IOException {
        assertEquals(List.of(Location.key("HKLM", "a", "b", "c")), captured("[HKEY_LOCAL_MACHINE\\a\\b\\c]").locations());
    }

    @Test
    void aKeyThatComesTwiceIsHandedOnOnceWithTheLastOfEachValue() throws IOException {
        RecordingSink sink = captured("[HKEY_LOCAL_MACHINE\\Twice]", "\"a\"=\"1\"", "\"b\"=\"1\"", "[HKEY_LOCAL_MACHINE\\Once]",
                "[HKEY_LOCAL_MACHINE\\TWICE]", "\"A\"=\"2\"", "\"c\"=\"2\"");
        assertEquals(List.of("HKLM\\Once", "HKLM\\Twice", "HKLM\\TWICE [A] = 2", "HKLM\\Twice [b] = 1", "HKLM\\TWICE [c] = 2"),
                texts(sink));
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void aValueThatComesTwiceIsHandedOnOnceAndTheLastOneCounts() throws IOException {
        assertEquals(List.of("HKLM\\Key", "HKLM\\Key [(Default)] = second", "HKLM\\Key [other] = 0x1 (1)"),
                texts(captured("[HKEY_LOCAL_MACHINE\\Key]", "@=\"first\"", "\"other\"=dword:1", "\"\"=\"second\"")));
    }

    @Test
    void whatTwoExportsShareIsHandedOnOnce() throws IOException {
        Path one = export("1.reg", "[HKEY_LOCAL_MACHINE\\Software]", "[HKEY_LOCAL_MACHINE\\Software\\X]", "\"v\"=\"old\"");
        Path two = export("2.reg", "[HKEY_LOCAL_MACHINE\\SOFTWARE\\x]", "\"V\"=\"new\"");
        assertEquals(List.of("HKLM\\Software", "HKLM\\Software\\X", "HKLM\\SOFTWARE\\x [V] = new"),
                texts(Captures.of(Captures.export(one), Captures.export(two))));
    }

    @Test
    void deletionsAreGaps() throws IOException {
        RecordingSink sink = captured("[-HKEY_LOCAL_MACHINE\\Gone]", "[HKEY_LOCAL_MACHINE\\Key]", "\"gone\"=-", "\"here\"=\"\"");
        assertEquals(List.of("HKLM\\Key", "HKLM\\Key [here] = "), texts(sink));
        assertEquals(List.of(Location.key("HKLM", "Gone"), Location.key("HKLM", "Key").value("gone")),
                sink.gaps.stream().map(Gap::location).toList());
        assertTrue(sink.gaps.stream().allMatch(gap -> gap.reason() == GapReason.UNSUPPORTED && gap.detail().contains("patch")));
    }

    @Test
    void whatIsLostIsAGapAtItsKeyWithItsLine() throws IOException {
        RecordingSink sink = captured("[HKEY_LOCAL_MACHINE\\Key]", "\"broken\"=hex:zz", "\"good\"=dword:1");
        assertEquals(List.of("HKLM\\Key", "HKLM\\Key [good] = 0x1 (1)"), texts(sink));
        assertEquals(Location.key("HKLM", "Key"), sink.gap().location());
        assertEquals(GapReason.DAMAGED, sink.gap().reason());
        assertTrue(sink.gap().detail().startsWith("line 4: "), sink.gap().detail());
    }

    @Test
    void whatIsLostBeforeAnyKeyIsAGapOfTheExport() throws IOException {
        RecordingSink sink = captured("\"orphan\"=\"x\"");
        assertEquals(Location.key("EXPORT", "export.reg"), sink.gap().location());
    }

    @Test
    void whatIsMerelyOddIsNoGap() throws IOException {
        RecordingSink sink = captured("[HKLM\\Key]", "\"v\"=DWORD:1");
        assertEquals(2, sink.items.size());
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void registryDataFollowsTheFiles() throws IOException {
        Path file = export("export.reg", "[HKEY_CURRENT_USER\\a]");
        List<Location> locations = Captures.of(Captures.export(file), Captures.tree("", folder)).locations();
        assertEquals(List.of(Location.file(""), Location.file("", "export.reg"), Location.key("HKCU", "a")), locations);
    }

    @Test
    void registryBytesAreNotHashedBytes() throws IOException {
        CaptureOutcome outcome = new Capture().run(Captures.request(
                List.of(Captures.export(export("export.reg", "[HKEY_CURRENT_USER\\a]", "\"x\"=-"))), KeptContent.NONE), new RecordingSink(),
                Progress.NONE);
        assertEquals(List.of(0L, 1L, false), List.of(outcome.reading().hashedBytes(), outcome.gaps(), outcome.cancelled()));
    }

    @Test
    void aFileThatIsNoExportFailsBeforeAnythingIsStored() throws IOException {
        Path text = Files.writeString(folder.resolve("notes\n.reg"), "hello");
        AssayException failure = Captures.refused(Captures.tree("", folder), Captures.export(text));
        assertEquals(ErrorCode.SOURCE, failure.code());
        assertTrue(failure.getMessage().contains("not in a known registry format"), failure.getMessage());
        assertEquals(ErrorCode.SOURCE, Captures.refused(Captures.tree("", folder), Captures.export(folder.resolve("missing"))).code());
    }

    @Test
    void aFileThatIsNoHiveFailsBeforeAnythingIsStored() throws IOException {
        Path text = Files.writeString(folder.resolve("SYSTEM"), "hello");
        assertEquals(ErrorCode.SOURCE, Captures.refused(Captures.tree("", folder), Captures.hive("", text)).code());
        assertEquals(ErrorCode.SOURCE, Captures.refused(Captures.hive("HKLM\\SYSTEM", folder)).code());
    }

    @Test
    void aHiveWithoutARealPlaceIsWrongUsage() throws IOException {
        AssayException failure = Captures.refused(Captures.hive("SYSTEM", HiveRootTest.header(folder.resolve("SYSTEM"), "")));
        assertEquals(ErrorCode.WRONG_USAGE, failure.code());
        assertTrue(failure.getMessage().contains("HKLM\\SYSTEM or HKCU"), failure.getMessage());
    }

    @Test
    void twoHivesForOnePlaceAreWrongUsage() throws IOException {
        Path one = HiveRootTest.header(folder.resolve("NTUSER.DAT"), "");
        Path two = HiveRootTest.header(folder.resolve("NTUSER2.DAT"), "");
        assertEquals(ErrorCode.WRONG_USAGE, Captures.refused(Captures.hive("", one), Captures.hive("hkcu", two)).code());
    }

    @Test
    void aHiveWithoutAnyKeyIsAGapAtItsPlace() throws IOException {
        RecordingSink sink = Captures.of(Captures.hive("HKU\\alice", HiveRootTest.header(folder.resolve("NTUSER.DAT"), "")));
        assertEquals(List.of(), sink.items);
        assertEquals(Set.of(Location.key("HKU", "alice")), sink.gaps.stream().map(Gap::location).collect(Collectors.toSet()));
    }

    @Test
    void cancellingEndsTheReadingOfRegistryData() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            lines.add("[HKEY_LOCAL_MACHINE\\Key" + number + "]");
        }
        TestProgress progress = new TestProgress() {
            @Override
            public void advance(long moreItems, long moreBytes) {
                super.advance(moreItems, moreBytes);
                cancelled |= items.get() == 10;
            }
        };
        RecordingSink sink = new RecordingSink();
        CaptureRequest request = Captures.request(List.of(Captures.export(export("export.reg", lines.toArray(String[]::new)))),
                KeptContent.NONE);
        assertTrue(new Capture().run(request, sink, progress).cancelled());
        assertEquals(10, sink.items.size());
    }

    @Test
    void aHiveThatHoldsAKeyOrValueTwiceIsPutTogetherWithGaps() {
        RecordingSink sink = new RecordingSink();
        RegistrySource hive = source(folder.resolve("hive"), Location.key("HKCU"));
        RegistryCensus census = new RegistryCensus(Progress.NONE);
        RegistryCensus.Count count = census.of(hive);
        tellOfTwins(count);
        count.end();
        RegistryItems items = new RegistryItems(census.repeated(MachineNames.NONE), MachineNames.NONE, sink, Progress.NONE);
        tellOfTwins(items.of(hive));
        items.finish();
        assertEquals(List.of("HKCU\\twin", "HKCU\\twin [v] = 01", "HKCU\\TWIN [w] = 03"), texts(sink));
        assertEquals(List.of(Location.key("HKCU", "TWIN"), Location.key("HKCU", "TWIN").value("V")),
                sink.gaps.stream().map(Gap::location).toList());
        assertTrue(sink.gaps.stream().allMatch(gap -> gap.reason() == GapReason.DAMAGED));
    }

    private static RegistrySource source(Path file, Location root) {
        return new RegistrySource(Captures.registryFile(file), RegistryFormat.HIVE, root, "", Set.of());
    }

    private static void tellOfTwins(RegistrySink sink) {
        sink.key(new RegistryKey(List.of("twin"), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        sink.value(new RegistryValue(List.of("twin"), "v", ValueType.BINARY, new byte[] { 1 }));
        sink.key(new RegistryKey(List.of("TWIN"), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        sink.value(new RegistryValue(List.of("TWIN"), "V", ValueType.BINARY, new byte[] { 2 }));
        sink.value(new RegistryValue(List.of("TWIN"), "w", ValueType.BINARY, new byte[] { 3 }));
    }

    @NeedsCorpora
    @ParameterizedTest
    @CsvSource({ "regipy/NTUSER.DAT, 1812, 4094", "regipy/NTUSER_modified.DAT, 1808, 4090", "plaso/NTUSER-WIN7.DAT, 2288, 5470",
            "regipy/SAM, 65, 70", "regipy/BCD, 132, 103", "regipy/SYSTEM, 30756, 73456" })
    void aRealHiveGivesAsManyKeysAndValuesAsOtherToolsSee(String hive, int keys, int values) {
        RecordingSink sink = Captures.of(Captures.hive("", HiveRootTest.corpus(hive)));
        assertEquals(keys, sink.items.stream().filter(KeyItem.class::isInstance).count());
        assertEquals(values, sink.items.stream().filter(ValueItem.class::isInstance).count());
        assertEquals(keys + values, new HashSet<>(sink.locations()).size());
        assertEquals(List.of(), sink.gaps);
    }

    @NeedsCorpora
    @Test
    void keysOfAHiveCarryTheirSecurityAndWhetherTheyAreLinks() {
        List<KeyItem> keys = Captures.of(Captures.hive("", HiveRootTest.corpus("regipy/UsrClass.dat"))).items.stream()
                .filter(KeyItem.class::isInstance).map(KeyItem.class::cast).toList();
        assertTrue(keys.stream().allMatch(key -> key.security().filter(bytes -> bytes.length() >= 20).isPresent()));
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("link").flags(0x10);
        builder.root().key("key");
        assertEquals(List.of(false, true, false), written(builder).stream().map(item -> ((KeyItem) item).link()).toList());
    }

    private List<Item> written(HiveBuilder builder) {
        try {
            return Captures.of(Captures.hive("HKCU", Files.write(folder.resolve("hive"), builder.build()))).items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @NeedsCorpora
    @Test
    void aTamperedHiveDiffersFromItsBaselineExactlyWhereItWasTamperedWith() {
        Set<Item> before = Set.copyOf(Captures.of(Captures.hive("", HiveRootTest.corpus("regipy/NTUSER.DAT"))).items);
        Set<String> added = Captures.of(Captures.hive("", HiveRootTest.corpus("regipy/NTUSER_modified.DAT"))).items.stream()
                .filter(item -> item instanceof ValueItem && !before.contains(item)).map(item -> item.location().text())
                .collect(Collectors.toSet());
        assertEquals(Set.of("HKCU\\Software\\Microsoft\\legitimate_subkey [totaly_not_malicious]",
                "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run [not_a_malware]"), added);
    }

    @Test
    void aUsersTwoHivesMeetInOneKeyWithoutAGap() {
        RecordingSink sink = new RecordingSink();
        List<RegistrySource> hives = List.of(source(folder.resolve("NTUSER.DAT"), Location.key("HKCU")),
                source(folder.resolve("UsrClass.dat"), Location.key("HKCU", "Software", "Classes")));
        List<List<String>> paths = List.of(List.of("software", "classes"), List.of());
        RegistryCensus census = new RegistryCensus(Progress.NONE);
        for (int at = 0; at < 2; at++) {
            census.of(hives.get(at)).key(new RegistryKey(paths.get(at), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        }
        RegistryItems items = new RegistryItems(census.repeated(MachineNames.NONE), MachineNames.NONE, sink, Progress.NONE);
        for (int at = 0; at < 2; at++) {
            items.of(hives.get(at)).key(new RegistryKey(paths.get(at), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        }
        items.finish();
        assertEquals(List.of("HKCU\\software\\classes"), texts(sink));
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void onlyWhatComesMoreThanOnceIsHeld() {
        RegistrySource hive = source(folder.resolve("hive"), Location.key("HKCU"));
        RegistryCensus census = new RegistryCensus(Progress.NONE);
        RegistrySink sink = census.of(hive);
        for (String key : List.of("a", "b", "c", "C")) {
            sink.key(new RegistryKey(List.of(key), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
            sink.value(new RegistryValue(List.of(key), "same", ValueType.NONE, new byte[0]));
        }
        KeySet repeated = census.repeated(MachineNames.NONE);
        assertEquals(List.of("C"), Stream.of("a", "b", "C").filter(key -> repeated.contains(Location.key("HKCU", key))).toList());
    }

    @NeedsCorpora
    @ParameterizedTest
    @ValueSource(strings = { "regipy/corrupted_system_hive", "plaso/corrupt_sub_key_list.hiv", "ez-registry/SAMBadHBinHeader",
            "ez-registry/SAN(OTHER)" })
    void aDamagedHiveGivesWhatItHoldsAndGaps(String hive) {
        RecordingSink sink = Captures.of(Captures.hive("", HiveRootTest.corpus(hive)));
        assertTrue(!sink.items.isEmpty() && !sink.gaps.isEmpty(), sink.items.size() + " items, " + sink.gaps.size() + " gaps");
        assertTrue(sink.gaps.stream().allMatch(gap -> gap.detail().startsWith("offset ")), sink.gaps.toString());
    }
}
