package org.assay.startup.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamedPathsTest {

    @Test
    void aPathOfWindowsHasAReadingForEachPlaceWhereItMayEnd() {
        assertEquals(List.of(List.of("C:\\A B\\x.exe -a", "C:\\A B\\x.exe", "C:\\A")), NamedPaths.windows("x C:\\A B\\x.exe -a"));
        assertEquals(List.of(List.of("C:\\A B\\x.exe", "C:\\A")), NamedPaths.windows("x \"C:\\A B\\x.exe\" -a"));
    }

    @Test
    void slashesDoubledBackslashesAndMountedDrivesAreUnderstood() {
        assertEquals(List.of(List.of("C:\\A\\x.js")), NamedPaths.windows("load('C:/A//x.js".replace("('", "(\"") + "\")"));
        assertEquals(List.of(List.of("c:\\A\\x.exe")), NamedPaths.windows("\"C:\\\\A\\\\x.exe\"".replace("C:", "c:")));
        assertEquals(List.of(List.of("c:\\A\\x.exe")), NamedPaths.windows("/mnt/c/A/x.exe"));
        assertEquals(List.of(List.of("d:\\A\\x.exe")), NamedPaths.windows("exec /cygdrive/d/A/x.exe"));
    }

    @Test
    void addressesAndOptionsAreNoPathsOfWindows() {
        assertEquals(List.of(), NamedPaths.windows("http://a/b C: x ftp:/c"));
    }

    @Test
    void pathsOfUnixStandBehindOptionsSignsAndQuotes() {
        assertEquals(List.of("/opt/a", "/opt/b", "/opt/c", "/opt/d", "~/e", "/opt/f", "/opt/g"),
                NamedPaths.unix("-I/opt/a --x=/opt/b |/opt/c '/opt/d'; ~/e file:///opt/f,/opt//g/"));
    }

    @Test
    void patternsVariablesAndDevicesAreNone() {
        assertEquals(List.of(), NamedPaths.unix("/opt/* $HOME/x a/b /dev/null /proc/self/exe /opt/$x /"));
    }

    @Property
    void thereAreNeverMoreThanAreSaid(@ForAll String text) {
        assertTrue(NamedPaths.windows(text).size() <= 64 && NamedPaths.windows(text).stream().allMatch(readings -> readings.size() <= 8));
        assertTrue(NamedPaths.unix(text).stream().allMatch(path -> path.startsWith("/") || path.startsWith("~/")));
    }
}
