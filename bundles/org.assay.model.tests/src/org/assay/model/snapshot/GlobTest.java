package org.assay.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.model.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
            "C:/WINDOWS/*.vbs, true", "c:\\windows\\*.VBS, true", "C:/*.vbs, false", "C:/**.vbs, true", "**, true", "*, false",
            "**/WINDOWS/*, true", "C:/WINDOWS, false", "C:/WINDOWS/, false", "C:/WINDOWS/?.vbs, false", "C:/WINDOWS/??.vbs, true",
            "C:?WINDOWS?ab.vbs, false", "C:/WINDOWS/a[b].vbs, false", "'', false", "C:/WINDOWS/ab.vbs, true", "C:/WINDOWS/ab.vb, false" })
    void selectsFilesByTheirText(String glob, boolean matches) {
        assertEquals(matches, new Glob(glob).matches(Location.file("C:", "WINDOWS", "ab.vbs")));
    }

    @ParameterizedTest
    @CsvSource({
            "HKLM/Software/**, true", "hklm\\software\\run*, true", "HKLM\\Software\\Run [x+y], true", "HKLM\\Software\\* [*], true",
            "HKLM\\Software\\Run, false", "HKLM\\*, false" })
    void selectsValuesByTheirText(String glob, boolean matches) {
        assertEquals(matches, new Glob(glob).matches(Location.key("HKLM", "Software", "Run").value("x+y")));
    }

    @Test
    void nothingElseIsSpecial() {
        String special = "a.b+(c)[d]{e}^$|\\Q\\E";
        assertTrue(new Glob("/" + special).matches(Location.file("", special)));
        assertFalse(new Glob("/a.b").matches(Location.file("", "axb")));
        assertFalse(new Glob("/[ab]").matches(Location.file("", "a")));
    }

    @Test
    void hostileNamesAreMatchedAsTheyRead() {
        assertTrue(new Glob("/a\\nb").matches(Location.file("", "a\nb")));
        assertTrue(new Glob("/*").matches(Location.file("", "\udcff")));
        assertTrue(new Glob("**é").matches(Location.file("", "É")));
    }

    @Test
    void aSeparatorWithinANameDoesNotEndIt() {
        assertTrue(new Glob("/var/*").matches(Location.file("", "var", "a\\b\u202e\n")));
        assertTrue(new Glob("/var/????").matches(Location.file("", "var", "\udcff")));
        assertTrue(new Glob("/var/a\\b").matches(Location.file("", "var", "a\\b")));
        assertTrue(new Glob("HKLM\\SharedDlls [*.dll]").matches(Location.key("HKLM", "SharedDlls").value("C:\\x\\y.dll")));
        assertTrue(new Glob("HKLM\\SharedDlls [C:/x/y.dll]").matches(Location.key("HKLM", "SharedDlls").value("C:\\x\\y.dll")));
        assertFalse(new Glob("/var/*").matches(Location.file("", "var", "a", "b")));
    }

    @ParameterizedTest
    @CsvSource({ "/, ''", "C:\\, C:", "c:/, C:", "data, data" })
    void aRootIsSelectedByItsText(String glob, String tree) {
        assertTrue(new Glob(glob).matches(Location.file(tree)));
        assertFalse(new Glob(glob).matches(Location.file(tree, "x")));
    }

    @Test
    void theTextOfALocationSelectsIt() {
        for (Location location : new Location[] { Location.file("", "a\nb", "\udcff"), Location.file("D:", "x.y"), Location.file("data"),
                Location.key("HKLM", "a\\b").value(""), Location.key("HKCU", "{x}").value("a/b\0") }) {
            assertTrue(new Glob(location.text()).matches(location), location.text());
        }
    }

    @Test
    void aStarInANameStandsForItself() {
        assertTrue(new Glob("/*").matches(Location.file("", "*")));
        assertTrue(new Glob("/a?").matches(Location.file("", "a*")));
    }

    @Test
    void aPlaceMayHoldAMatchAtAboveOrBelowThePattern() {
        Location windows = Location.file("C:", "WINDOWS");
        for (String glob : new String[] {"C:/windows", "C:/windows/**", "C:/WINDOWS/x/y", "C:/*/x", "**.vbs", "C:/WINDOWS:stream"}) {
            assertTrue(new Glob(glob).mayMatchWithin(windows), glob);
        }
        for (String glob : new String[] {"C:/WIN", "C:/WINDOWSX/**", "C:/", "D:/**", "HKLM/**", "C:/*"}) {
            assertEquals(glob.equals("C:/*"), new Glob(glob).mayMatchWithin(windows), glob);
        }
        assertTrue(new Glob("C:/WINDOWS/**").mayMatchWithin(Location.file("C:")));
        assertTrue(new Glob("C:/WINDOWS/**").mayMatchWithin(Location.file("C:", "WINDOWS", "x", "y")));
        assertTrue(new Glob("HKLM/Run [*]").mayMatchWithin(Location.key("HKLM", "Run")));
        assertTrue(new Glob("HKLM/Run [*]").mayMatchWithin(Location.key("HKLM")));
        assertFalse(new Glob("HKLM/Run [*]").mayMatchWithin(Location.key("HKLM", "Running")));
        assertFalse(new Glob("HKLM/Run [b]").mayMatchWithin(Location.key("HKLM", "Run").value("a")));
    }
}
