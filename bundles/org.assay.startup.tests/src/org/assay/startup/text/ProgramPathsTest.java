package org.assay.startup.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramPathsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '\0', value = {
        "C:\\Evil\\x.dll ! C:\\Evil\\x.dll",
        "\"C:\\Evil dir\\x.exe\" -a ! C:\\Evil dir\\x.exe",
        "C:\\Evil dir\\x.exe /q ! C:\\Evil dir\\x.exe",
        "C:\\Evil\\x.dll,1 ! C:\\Evil\\x.dll",
        "\\??\\C:\\Evil\\x.sys ! \\??\\C:\\Evil\\x.sys",
        "\\\\?\\C:\\Evil\\x.sys ! \\\\?\\C:\\Evil\\x.sys",
        "\\SystemRoot\\x.sys ! \\SystemRoot\\x.sys",
        "\\\\server\\share\\x.exe ! \\\\server\\share\\x.exe",
        "%SystemRoot%\\system32\\x.dll ! %SystemRoot%\\system32\\x.dll",
        "%ProgramFiles(x86)%\\a b\\x.dll ! %ProgramFiles(x86)%\\a b\\x.dll",
        "rundll32 C:\\Evil\\x.dll,Run ! C:\\Evil\\x.dll",
        "<Command>%windir%\\x.exe</Command> ! %windir%\\x.exe",
        "App=C:\\Evil\\x.exe|Name=a ! C:\\Evil\\x.exe",
        "C:/Evil/x.exe ! C:/Evil/x.exe",
        "x.dll ! x.dll",
        " x.DLL ! x.DLL",
        "system32\\drivers\\x.sys ! system32\\drivers\\x.sys",
        "C:\\%a%\\x.exe ! C:\\%a%\\x.exe",
        "C:\\a.b\\x.exe.config ! ",
        "@C:\\Evil\\x.dll,-1 ! ",
        "http://host/x.exe ! ",
        "text about x.dll ! ",
        "example.com ! ",
        "C:\\{1}\\x.exe ! C:\\{1}\\x.exe",
        "%20*.htm;%20*.js ! ",
        "C:\\Evil\\x.txt ! "})
    void aProgramIsNamedFromWhereItsPathBeginsToItsExtension(String text, String path) {
        assertEquals(path == null ? List.of() : List.of(path), ProgramPaths.in(text));
    }

    @Test
    void severalProgramsAreSeveralPaths() {
        assertEquals(List.of("C:\\a.dll", "D:\\b c.exe", "\\\\h\\s\\d.sys"),
                ProgramPaths.in("C:\\a.dll;D:\\b c.exe -x,\\\\h\\s\\d.sys"));
    }

    @Property
    void whatIsFoundStandsInTheTextAndIsBounded(@ForAll String text) {
        List<String> paths = ProgramPaths.in(text + "C:\\" + text + ".exe " + text);
        assertTrue(paths.size() <= 16);
        assertTrue(paths.stream().allMatch((text + "C:\\" + text + ".exe " + text)::contains));
    }
}
