package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.assay.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Startup folders and profiles that the registry puts elsewhere (p0w3rsh3ll/AutoRuns issues 58 and 87; Atomic Red Team T1547.001). */
class RedirectedFoldersTest {

    private static final String FOLDERS = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders";
    private static final String PROFILES = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\ann";

    private static List<String> startup(MemorySnapshot snapshot) {
        return StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries().stream()
                .filter(entry -> entry.catalogueId().startsWith("startup-"))
                .map(entry -> entry.catalogueId() + " " + entry.targetPath()).toList();
    }

    private static MemorySnapshot windows() {
        return new MemorySnapshot().withFolder("C:\\Windows").withFolder("C:\\Users\\ann");
    }

    @ParameterizedTest
    @CsvSource({"HKCU, Startup, D:\\Redir\\Startup, D:\\Redir\\Startup\\evil.vbs", "HKU\\ann, Startup, D:\\Redir\\, D:\\Redir\\evil.vbs",
        "HKU\\ann, AltStartup, %USERPROFILE%\\Other, C:\\Users\\ann\\Other\\evil.vbs",
        "HKLM, Common Startup, %SystemRoot%\\Evil, C:\\Windows\\Evil\\evil.vbs",
        "HKCU, Startup, D:\\a{b}c\\Startup, D:\\a{b}c\\Startup\\evil.vbs"})
    void aFileInAStartupFolderThatWasMovedIsAnEntry(String root, String name, String folder, String file) {
        assertEquals(List.of("startup-redirected " + file), startup(windows().with(file).value(PROFILES, "ProfileImagePath",
                "C:\\Users\\ann").value(root + FOLDERS, name, folder)));
    }

    @ParameterizedTest
    @CsvSource({"%USERPROFILE%\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup",
        "C:\\Users\\ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup"})
    void aFolderWhereItAlwaysIsWasNotMoved(String folder) {
        String file = "C:\\Users\\ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\a.vbs";
        assertEquals(List.of("startup-vista-user " + file), startup(windows().with(file).value("HKCU" + FOLDERS, "Startup", folder)));
    }

    @Test
    void aUserThatNoListOfProfilesTellsHasAStartupFolderToo() {
        assertEquals(List.of("startup-redirected D:\\Redir\\evil.vbs"), startup(windows().with("D:\\Redir\\evil.vbs")
                .value("HKU\\bob" + FOLDERS, "Startup", "D:\\Redir")));
    }

    @Test
    void aProfileThatWasMovedIsAProfile() {
        String file = "D:\\Profiles\\ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\a.vbs";
        assertEquals(List.of("startup-vista-user " + file), startup(windows().with(file).value(PROFILES, "ProfileImagePath",
                "D:\\Profiles\\ann")));
    }
}
