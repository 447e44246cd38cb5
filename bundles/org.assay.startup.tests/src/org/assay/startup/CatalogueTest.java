package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongFunction;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;
import org.assay.startup.catalogue.AutostartLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final Catalogue STANDARD = Catalogue.standard();
    private static final String LOCATION = """
            {"id": "own", "title": "Own place", "os": "windows", "kind": "registry-values", "data": "command", "severity": "low",
             "places": [{"path": "HKLM\\\\SOFTWARE\\\\Own\\\\*", "values": ["Start*"]}], "remark": {"any": [1, 2]}}""";

    private static Catalogue read(String json) {
        return Catalogue.of(own(json, "own.json"));
    }

    private static OwnCatalogue own(String json, String name) {
        return new OwnCatalogue(name, Bytes.copyOf(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theStandardCatalogueIsComplete() {
        assertEquals(903, STANDARD.locations().size());
        assertEquals(903, STANDARD.locations().stream().map(AutostartLocation::id).distinct().count());
        AutostartLocation run = STANDARD.locations().getFirst();
        assertEquals("run-hklm", run.id());
        assertEquals("T1547.001", run.technique());
        assertEquals(Severity.HIGH, run.severity());
        assertEquals(2, run.places().size());
    }

    @Test
    void aUsersOwnLocationWorks() {
        Catalogue own = read("{\"format\": 1, \"locations\": [" + LOCATION + "]}");
        MemorySnapshot snapshot = new MemorySnapshot().value("HKLM\\Software\\own\\a", "Starter", "x").value("HKLM\\Software\\own\\a",
                "b", "x");
        assertEquals(List.of("Starter"), StartupScan.run(own, snapshot, Progress.NONE).entries().stream()
                .map(entry -> entry.label()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[] | line 1", "{} | \"format\"", "{\"format\": 2, \"locations\": []} | format 1",
        "{\"format\": 1, \"locations\": [{\"id\": \"x\"}]} | \"places\"", "{\"format\": 1, \"locations\": [ | cannot be read",
        "{\"format\": 1, \"locations\": [{\"id\": \"x\", \"places\": [{\"path\": \"\"}]}]} | \"path\"", "nonsense | cannot be read"})
    void aWrongCatalogueIsRefusedWithASentence(String json, String said) {
        AssayException e = assertThrows(AssayException.class, () -> read(json));
        assertTrue(e.getMessage().contains(said), e.getMessage());
        assertTrue(e.getMessage().startsWith("The catalogue own.json "), e.getMessage());
    }

    @Test
    void aWrongWordIsToldWithTheRightOnes() {
        AssayException e = assertThrows(AssayException.class,
                () -> read("{\"format\": 1,\n\"locations\": [" + LOCATION.replace("\"windows\"", "\"dos\"") + "]}"));
        assertTrue(e.getMessage().contains("\"dos\" where one of [windows, linux, macos] belongs"), e.getMessage());
        AssayException twice = assertThrows(AssayException.class, () -> read("{\"format\": 1, \"locations\": [" + LOCATION + ","
                + LOCATION + "]}"));
        assertTrue(twice.getMessage().contains("own is there twice"), twice.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"registry-values\" | \"sqlite\" | does not read places of the kind sqlite",
        "\"registry-values\" | \"folder\" | begins as a registry path does, and the kind is folder",
        "HKLM\\\\SOFTWARE | /etc | does not begin with a registry root",
        "\"severity\": \"low\", | \"\": 1, | has no \"severity\""})
    void aLocationThatCouldFindNothingIsRefusedByItsName(String right, String wrong, String said) {
        AssayException e = assertThrows(AssayException.class,
                () -> read("{\"format\": 1,\n\"locations\": [" + LOCATION.replace(right, wrong) + "]}"));
        assertTrue(e.getMessage().contains(said) && e.getMessage().contains("in the location own"), e.getMessage());
    }

    @Test
    void ownLocationsJoinTheStandardOnesUnlessTheirIdIsTaken() {
        String json = "{\"format\": 1, \"locations\": [" + LOCATION + "]}";
        assertEquals(STANDARD.locations().size() + 1, STANDARD.with(own(json, "own.json")).locations().size());
        AssayException e = assertThrows(AssayException.class, () -> STANDARD.with(own(json, "a")).with(own(json, "own.json")));
        assertEquals("The catalogue own.json has a location own, and there is one already. Give it another id.", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\WINDOWS\\win.ini", "c:\\windows\\WIN.INI", "/Windows/system.ini", "D:\\AUTOEXEC.BAT", "C:\\config.sys",
        "C:\\WINNT\\Tasks\\a.job", "C:\\Windows\\System32\\Tasks\\a\\b", "C:\\Users\\Ann\\Desktop\\x.lnk", "C:\\x\\y\\Desktop.ini",
        "C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\evil.vbs", "E:\\autorun.inf",
        "C:\\Program Files\\mIRC\\script.ini", "/etc/crontab", "/var/spool/cron/crontabs/root", "/etc/systemd/system/a.service",
        "/home/ann/.config/systemd/user/a.service", "/Library/LaunchDaemons/a.plist", "/private/etc/periodic/daily/1", "/etc/passwd",
        "/Users/ann/Library/LaunchAgents/a.plist", "/etc/init.d/ssh", "/home/ann/src/.git/hooks/post-commit", "/root/.bashrc"})
    void contentIsKeptOfFilesThatMustBeRead(String path) {
        assertTrue(keeps(path), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\WINDOWS\\System32\\drivers\\a.sys", "C:\\WINDOWS\\notepad.exe", "C:\\WINDOWS\\System32\\sethc.exe",
        "C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\evil.exe", "C:\\Data\\win.ini", "/usr/bin/ls",
        "/etc/Crontab", "/etc/shadow", "/usr/lib/x86_64-linux-gnu/libc.so.6", "/lib/modules/6/a.ko", "C:\\etc\\crontab",
        "/var/www/html/index.php", "C:\\WINDOWS\\Fonts\\a.ini"})
    void contentOfProgramsAndOfEverythingElseIsNot(String path) {
        assertFalse(keeps(path), path);
    }

    private static boolean keeps(String path) {
        return keptBytes(path) > 0;
    }

    private static long keptBytes(String path) {
        Location location = new MemorySnapshot().with(path).items().next().location();
        List<String> directory = location.components().subList(0, location.components().size() - 1);
        return STANDARD.keptContent().in(new Location(Space.FILE, directory)).applyAsLong(location.name());
    }

    @Test
    void directoriesMayBeAskedForInAnyOrder() {
        KeptContent kept = STANDARD.keptContent();
        ToLongFunction<String> windows = kept.in(Location.file("C:", "WINDOWS"));
        ToLongFunction<String> cron = kept.in(Location.file("", "etc"));
        assertEquals(0, kept.in(Location.file("C:", "Data", "WINDOWS")).applyAsLong("win.ini"));
        assertEquals(Catalogue.KEPT_BYTES, windows.applyAsLong("WIN.INI"));
        assertEquals(0, windows.applyAsLong("notepad.exe"));
        assertEquals(Catalogue.KEPT_BYTES, cron.applyAsLong("crontab"));
        assertEquals(Catalogue.KEPT_BYTES, kept.in(Location.file("C:", "WINDOWS")).applyAsLong("win.ini"));
    }

    @Test
    void theRepositoryOfWmiMayBeLargerThanSettings() {
        assertEquals(Catalogue.KEPT_BYTES, keptBytes("C:\\Windows\\win.ini"));
        assertTrue(keptBytes("C:\\Windows\\System32\\wbem\\Repository\\OBJECTS.DATA") >= 64L << 20);
    }
}
