package org.assay.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.capture.source.SystemFiles;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.Readers;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Bytes;
import org.assay.testkit.HiveBuilder;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CaptureTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFolderFailsBeforeAnythingIsStored() {
        AssayException failure = Captures.refused(Captures.tree("", folder), Captures.tree("D", folder.resolve("missing\nfolder")));
        assertEquals(ErrorCode.SOURCE, failure.code());
        assertTrue(failure.getMessage().contains("missing\\nfolder cannot be read: there is no such file. Name an existing folder"),
                failure.getMessage());
    }

    @Test
    void aFileInsteadOfAFolderFails() throws IOException {
        AssayException failure = Captures.refused(Captures.tree("", Files.createFile(folder.resolve("file"))));
        assertEquals(ErrorCode.SOURCE, failure.code());
        assertTrue(failure.getMessage().contains("it is not a directory"), failure.getMessage());
    }

    @Test
    void aFifoInsteadOfAFolderFailsAndDoesNotHang() throws IOException {
        Shell.sh(folder, "mkfifo pipe");
        assertEquals(ErrorCode.SOURCE, Captures.refused(Captures.tree("", folder.resolve("pipe"))).code());
    }

    @Test
    void twoTreesOfOneNameAreWrongUsage() {
        AssayException failure = Captures.refused(Captures.tree("c", folder), Captures.tree("C:", folder));
        assertEquals(ErrorCode.WRONG_USAGE, failure.code());
        assertTrue(failure.getMessage().contains("C:\\"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = { "C", "c", "C:", "c:", "C:\\", "c:/", "C/" })
    void aSingleLetterIsADrive(String name) {
        assertEquals(List.of(Location.file("C:")), Captures.of(Captures.tree(name, folder)).locations());
    }

    @Test
    void otherNamesOfTreesStayAsTheyAre() {
        assertEquals(List.of(Location.file("data"), Location.file("é")),
                Captures.of(Captures.tree("é", folder), Captures.tree("data", folder)).locations());
    }

    @Test
    void theRootMayBeNamedByALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createFile(real.resolve("file"));
        RecordingSink sink = Captures.tree(Files.createSymbolicLink(folder.resolve("link"), real));
        assertEquals(FileKind.DIRECTORY, sink.file().kind());
        assertEquals(FileKind.FILE, sink.file("file").kind());
    }

    @Test
    void treesAreHandedOnInTheOrderOfTheirNames() throws IOException {
        Files.createFile(folder.resolve("file"));
        List<Location> locations = Captures.of(Captures.tree("d", folder), Captures.tree("", folder), Captures.tree("C", folder))
                .locations();
        assertEquals(List.of(Location.file(""), Location.file("", "file"), Location.file("C:"), Location.file("C:", "file"),
                Location.file("D:"), Location.file("D:", "file")), locations);
    }

    @Test
    void keepsTheContentOfTheFilesThatAreAskedForUpToTheLimit() throws IOException {
        byte[] most = new byte[Captures.KEPT_BYTES];
        most[0] = 7;
        Files.write(folder.resolve("a.ini"), most);
        Files.write(folder.resolve("b.ini"), new byte[Captures.KEPT_BYTES + 1]);
        Files.writeString(folder.resolve("c.ini"), "[boot]\r\n");
        Files.createFile(folder.resolve("d.ini"));
        Files.writeString(folder.resolve("e.txt"), "no");
        Files.createDirectory(folder.resolve("f.ini"));
        RecordingSink sink = new RecordingSink();
        new Capture().run(Captures.request(List.of(Captures.tree("", folder)),
                _ -> name -> name.endsWith(".ini") ? Captures.KEPT_BYTES : 0), sink, Progress.NONE);
        assertEquals(Set.of(digest(sink, "a.ini"), digest(sink, "c.ini"), digest(sink, "d.ini")), sink.contents.keySet());
        assertArrayEquals(most, sink.contents.get(digest(sink, "a.ini")));
        assertArrayEquals("[boot]\r\n".getBytes(StandardCharsets.US_ASCII), sink.contents.get(digest(sink, "c.ini")));
        assertTrue(sink.file("b.ini").sha256().isPresent());
    }

    /** Keeps {@code a.conf} alone; a file includes the places that its lines name. */
    private static final KeptContent INCLUDING = new KeptContent() {
        @Override
        public ToLongFunction<String> in(Location directory) {
            return name -> name.equals("a.conf") ? Captures.KEPT_BYTES : 0;
        }

        @Override
        public List<Location> includes(Location as, Location file, byte[] content) {
            assertEquals("a.conf", as.name());
            return new String(content, StandardCharsets.US_ASCII).lines().map(line -> Location.file("", line.split("/"))).toList();
        }
    };

    @Test
    void whatKeptFilesIncludeIsKeptWhereverItLies() throws IOException {
        for (String name : List.of("0", "x", "y/z", "deep")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("a.conf"), "0/first\nx\nlink/*.inc\nmissing\na.conf\n");
        Files.writeString(folder.resolve("0/first"), "deep/last");
        Files.writeString(folder.resolve("deep/last"), "a.conf");
        Files.writeString(folder.resolve("x/in"), "in");
        Files.writeString(folder.resolve("y/b.inc"), "b");
        Files.writeString(folder.resolve("y/b.other"), "other");
        Files.writeString(folder.resolve("y/z/c.inc"), "c");
        Files.write(folder.resolve("x/large"), new byte[1 << 17]);
        Files.createSymbolicLink(folder.resolve("link"), Path.of("y"));
        RecordingSink sink = new RecordingSink();
        new Capture().run(Captures.request(List.of(Captures.tree("", folder)), INCLUDING), sink, Progress.NONE);
        assertEquals(Set.of("0/first", "a.conf", "deep/last", "x/in", "y/b.inc"), sink.locations().stream().map(place ->
                String.join("/", place.components().subList(1, place.components().size()))).filter(name -> !name.isEmpty()
                        && sink.file(name.split("/")).sha256().filter(sink.contents::containsKey).isPresent()).collect(Collectors.toSet()));
    }

    @Test
    void moreKeptFilesThanMayBeOnTheirWayAreAllHandedOn() throws IOException {
        for (int number = 0; number < 300; number++) {
            Files.writeString(folder.resolve("file" + number), "content " + number);
        }
        RecordingSink sink = new RecordingSink();
        new Capture().run(Captures.request(List.of(Captures.tree("", folder)), _ -> _ -> Captures.KEPT_BYTES), sink, Progress.NONE);
        assertEquals(300, sink.contents.size());
    }

    private static Bytes digest(RecordingSink sink, String name) {
        return sink.file(name).sha256().orElseThrow();
    }

    @Test
    void theOutcomeCountsHashedBytesAndGaps() throws IOException {
        Files.write(folder.resolve("one"), new byte[1000]);
        Files.write(folder.resolve("two"), new byte[234]);
        Path lost = Files.write(folder.resolve("unread"), new byte[77]);
        RecordingSink sink = new RecordingSink();
        TestProgress progress = new TestProgress();
        CaptureOutcome outcome = new Capture(new RefusingTree(SystemFiles.reader(), lost)).run(
                Captures.request(List.of(Captures.tree("", folder)), KeptContent.NONE), sink, progress);
        assertEquals(List.of(1234L, 1L, false), List.of(outcome.reading().hashedBytes(), outcome.gaps(), outcome.cancelled()));
        assertEquals(4, progress.items.get());
        assertEquals(1234, progress.bytes.get());
    }

    @Test
    void aCancelledCaptureHandsOnTheBeginningAndSaysSo() throws IOException {
        for (int number = 0; number < 500; number++) {
            Files.writeString(folder.resolve("file" + number), "content");
        }
        List<Location> whole = Captures.tree(folder).locations();
        RecordingSink sink = new RecordingSink();
        TestProgress progress = new TestProgress() {
            @Override
            public void advance(long moreItems, long moreBytes) {
                super.advance(moreItems, moreBytes);
                cancelled |= items.get() == 100;
            }
        };
        CaptureOutcome outcome = new Capture().run(Captures.request(List.of(Captures.tree("", folder)), KeptContent.NONE), sink, progress);
        assertTrue(outcome.cancelled());
        assertEquals(whole.subList(0, 100), sink.locations());
        assertEquals(0, outcome.gaps());
    }

    @Test
    void cancellingStopsInTheMiddleOfALargeFile() throws IOException {
        long size = 1L << 40;
        Shell.sh(folder, "truncate -s " + size + " sparse");
        TestProgress progress = new TestProgress() {
            @Override
            public void advance(long moreItems, long moreBytes) {
                super.advance(moreItems, moreBytes);
                cancelled |= bytes.get() > 0;
            }
        };
        RecordingSink sink = new RecordingSink();
        assertTrue(new Capture().run(Captures.request(List.of(Captures.tree("", folder)), KeptContent.NONE), sink, progress).cancelled());
        assertTrue(sink.files().noneMatch(file -> file.kind() == FileKind.FILE));
        assertTrue(progress.bytes.get() < size);
    }

    @Test
    void aCaptureThatWasCancelledBeforeItBeganReadsNothing() {
        TestProgress progress = new TestProgress();
        progress.cancelled = true;
        RecordingSink sink = new RecordingSink();
        assertTrue(new Capture().run(Captures.request(List.of(Captures.tree("", folder)), KeptContent.NONE), sink, progress).cancelled());
        assertTrue(sink.items.isEmpty());
    }

    @Test
    void aFailureOfTheSinkReachesTheCaller() throws IOException {
        Files.createFile(folder.resolve("file"));
        AssayException full = new AssayException(ErrorCode.CASE_FILE, "The disk is full.");
        RecordingSink sink = new RecordingSink() {
            @Override
            public void item(Item item) {
                throw full;
            }
        };
        CaptureRequest request = Captures.request(List.of(Captures.tree("", folder)), KeptContent.NONE);
        assertSame(full, assertThrows(AssayException.class, () -> new Capture().run(request, sink, Progress.NONE)));
    }

    @Test
    void aFailureOfThePredicateReachesTheCaller() throws IOException {
        Files.createFile(folder.resolve("file"));
        CaptureRequest request = Captures.request(List.of(Captures.tree("", folder)), _ -> {
            throw new IllegalStateException("no catalogue");
        });
        assertThrows(IllegalStateException.class, () -> new Capture().run(request, new RecordingSink(), Progress.NONE));
    }

    @Test
    void theSinkIsCalledByTheCallersThreadOnly() throws IOException {
        for (int number = 0; number < 50; number++) {
            Files.writeString(folder.resolve("file" + number), "content");
        }
        Set<String> threads = new TreeSet<>();
        RecordingSink sink = new RecordingSink() {
            @Override
            public void item(Item item) {
                threads.add(Thread.currentThread().getName());
            }

            @Override
            public void content(Bytes sha256, byte[] content) {
                threads.add(Thread.currentThread().getName());
            }
        };
        new Capture().run(Captures.request(List.of(Captures.tree("", folder)), _ -> _ -> Captures.KEPT_BYTES), sink, Progress.NONE);
        assertEquals(Set.of(Thread.currentThread().getName()), threads);
    }

    /** Without the time at which an earlier capture may have read it. */
    private static FileItem unread(FileItem file) {
        return new FileItem(file.location(), file.kind(), file.sizeBytes(), FileTimes.modifiedAt(file.modified()), file.mode(),
                file.owner(), file.group(),
                file.sha256(), file.target(), FileDetails.NONE);
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() throws IOException {
        for (int number = 0; number < 200; number++) {
            Path below = Files.createDirectories(folder.resolve("d" + number % 7).resolve("e" + number % 3));
            Files.write(below.resolve("file" + number), new byte[number * number]);
        }
        Set<List<FileItem>> results = List.of(1, 2, 5, 16).stream().map(threads -> {
            RecordingSink sink = new RecordingSink();
            new Capture().run(new CaptureRequest(List.of(Captures.tree("", folder)), new CaptureOptions(Set.of(), false, threads,
                    RegistryOptions.USUAL, ScopeFilter.ALL, CaptureOptions.USUAL_TIMEOUT),
                    KeptContent.NONE, EarlierItems.NONE), sink, Progress.NONE);
            return sink.files().map(CaptureTest::unread).toList();
        }).collect(Collectors.toSet());
        assertEquals(1, results.size());
        assertFalse(results.iterator().next().stream()
                .anyMatch(file -> file.kind() == FileKind.FILE && file.sha256().isEmpty()));
    }

    @Test
    void noThreadAtAllIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CaptureOptions(Set.of(), false, 0, RegistryOptions.USUAL, ScopeFilter.ALL,
                CaptureOptions.USUAL_TIMEOUT));
    }

    @Test
    void twoKindsOfEvidenceStandInOneSnapshotEachWithItsReader(@TempDir Path other) throws IOException {
        Files.writeString(folder.resolve("file"), "abc");
        Path export = Files.writeString(other.resolve("hklm.reg"), "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\A]\r\n\"B\"=\"c\"\r\n");
        RecordingSink sink = new RecordingSink();
        CaptureOutcome outcome = new Capture().run(Captures.request(List.of(Captures.export(export), Captures.tree("C", folder)),
                KeptContent.NONE), sink, Progress.NONE);
        assertEquals(new Readers(List.of("reg-export", SystemFiles.reader().name()), List.of()), outcome.reading().readers());
        assertTrue(sink.find(Location.file("C:", "file")).isPresent());
        assertTrue(sink.find(Location.key("HKLM", "Software", "A").value("B")).isPresent());
    }

    @Test
    void threeKindsOfEvidenceAndWhatIsFoundInThemHaveReadersOfTheirOwn(@TempDir Path other) throws IOException {
        Files.createDirectories(folder.resolve("Windows/System32/config"));
        HiveBuilder found = new HiveBuilder(5);
        found.root().key("found");
        Files.write(folder.resolve("Windows/System32/config/SOFTWARE"), found.build());
        HiveBuilder named = new HiveBuilder(5);
        named.root().key("named");
        Path hive = Files.write(other.resolve("hive"), named.build());
        Path query = Files.writeString(other.resolve("query.txt"), "HKEY_LOCAL_MACHINE\\Software\\A\r\n    B    REG_SZ    c\r\n");
        RecordingSink sink = new RecordingSink();
        CaptureOutcome outcome = new Capture().run(Captures.request(List.of(Captures.hive("HKCU", hive), Captures.tree("C", folder),
                Captures.export(query), Captures.tree("D", other)), KeptContent.NONE), sink, Progress.NONE);
        String files = SystemFiles.reader().name();
        assertEquals(new Readers(List.of("regf", files, "reg-query", files), List.of("regf")), outcome.reading().readers());
        assertEquals(List.of("HKLM\\SOFTWARE"), sink.sources.stream().map(Source::name).toList());
    }

    @Test
    void aListStandsBesideOtherEvidenceAndTellsOnlyOfWhatThatDoesNotHold(@TempDir Path other) throws IOException {
        String run = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";
        Path export = Files.writeString(other.resolve("run.reg"), "REGEDIT4\r\n\r\n[" + run + "]\r\n\"Tool\"=\"exact\"\r\n");
        Path list = Files.writeString(other.resolve("list.csv"), "Entry Location,Entry,Enabled,Image Path,Launch String\r\n"
                + "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run,Tool,enabled,c:\\t.exe,weak\r\n"
                + "Task Scheduler,\\Task,enabled,c:\\x.exe,x\r\n");
        RecordingSink sink = new RecordingSink();
        CaptureOutcome outcome = new Capture().run(Captures.request(List.of(
                new Evidence(SourceKind.AUTORUNS, "", list.toString()), Captures.export(export), Captures.tree("D", folder)),
                KeptContent.NONE), sink, Progress.NONE);
        assertEquals(List.of("autoruns", "reg-export", SystemFiles.reader().name()), outcome.reading().readers().asked());
        Location value = Location.key("HKLM", "SOFTWARE", "Microsoft", "Windows", "CurrentVersion", "Run").value("Tool");
        assertEquals(List.of("exact"), sink.items.stream().filter(item -> item.location().sameAs(value))
                .flatMap(item -> ValueType.strings(((ValueItem) item).data()).stream()).toList());
        assertTrue(sink.items.stream().anyMatch(item -> item.location().components().contains("Task Scheduler")), sink.items::toString);
        assertTrue(sink.find(Location.file("C:", "x.exe")).isPresent());
        assertTrue(sink.remarks.stream().anyMatch(remark -> remark.text().contains("of one place was left out")), sink.remarks::toString);
    }

    @Test
    void aListOfAutorunsIsReadByAReaderOfItsOwn(@TempDir Path other) throws IOException {
        Path list = Files.writeString(other.resolve("list.csv"), "Entry Location,Entry,Image Path\r\nTask Scheduler,x,c:\\x.exe\r\n");
        CaptureOutcome outcome = new Capture().run(Captures.request(List.of(new Evidence(SourceKind.AUTORUNS, "",
                list.toString())), KeptContent.NONE),
                new RecordingSink(), Progress.NONE);
        assertEquals(List.of("autoruns"), outcome.reading().readers().asked());
    }

    @Test
    void whatIsNoRegularFileIsNoRegistryFile(@TempDir Path other) throws IOException {
        Shell.sh(other, "mkfifo pipe; mkdir dir");
        for (String name : List.of("pipe", "dir", "none", "/")) {
            AssayException failure = assertThrows(AssayException.class, () -> Captures.of(Captures.export(other.resolve(name))));
            assertEquals(ErrorCode.SOURCE, failure.code());
            assertTrue(failure.getMessage().endsWith("Name a file with registry data."), failure.getMessage());
        }
    }

    @Test
    void aHiveMayBeNamedByALinkAndItsAccessTimeStays(@TempDir Path other) throws IOException {
        Path export = Files.writeString(other.resolve("hkcu.reg"), "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\A]\r\n");
        Shell.sh(other, "touch -a -d 2001-02-03T04:05:06Z hkcu.reg; ln -s hkcu.reg link");
        assertTrue(Captures.of(Captures.export(other.resolve("link"))).find(Location.key("HKCU", "A")).isPresent());
        if (SystemFiles.reader().name().equals("linux-native")) {
            assertEquals("2001-02-03T04:05:06Z", Files.readAttributes(export, BasicFileAttributes.class).lastAccessTime().toString());
        }
    }
}
