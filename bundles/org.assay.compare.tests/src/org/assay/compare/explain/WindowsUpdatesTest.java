package org.assay.compare.explain;

import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

/** The component store of Windows, and programs with a folder a version. */
class WindowsUpdatesTest {

    private static final String UNINSTALL = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Browser";

    private static final String STORE = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore\\Applications";

    private final List<Item> before = new ArrayList<>();
    private final List<Item> after = new ArrayList<>();

    private static FileItem program(String path, String content) {
        return detailed(file(path, content), FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.PE), Optional.empty()));
    }

    private static FileItem signed(String path, String content, int key) {
        return detailed(file(path, content), FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.PE), Optional.of(Signature
                .of(SignatureStatus.VALID, "Vendor", "CA", Optional.empty(), "").withKey(Bytes.ofHex(("0" + key).repeat(32))))));
    }

    private static void component(List<Item> side, String name, String version, String file, String content, boolean manifest) {
        String folder = "amd64_" + name + "_31bf3856ad364e35_" + version + "_none_0123456789abcdef";
        side.add(directory("C:/Windows/WinSxS"));
        side.add(directory("C:/Windows/WinSxS/" + folder));
        side.add(program("C:/Windows/WinSxS/" + folder + "/" + file, content));
        if (manifest) {
            side.add(file("C:/Windows/WinSxS/Manifests/" + folder + ".manifest", folder));
        }
        side.removeIf(item -> side.stream().filter(other -> other.location().equals(item.location())).findFirst().orElseThrow() != item);
    }

    private Map<String, Optional<Explanation>> explained() {
        Map<String, Optional<Explanation>> explained = new TreeMap<>();
        for (Change change : SnapshotComparison.run(new ListView(before, List.of(), Map.of()), new ListView(after, List.of(), Map.of()),
                Progress.NONE)) {
            explained.put(change.location().text(), change.explanation());
        }
        return explained;
    }

    @Test
    void aLaterComponentExplainsItselfAndTheFilesThatHaveItsContentAndName() {
        component(before, "shell", "10.0.1.1", "shell32.dll", "one", true);
        component(after, "shell", "10.0.1.2", "shell32.dll", "two", true);
        before.add(program("C:/Windows/System32/shell32.dll", "one"));
        after.add(program("C:/Windows/System32/shell32.dll", "two"));
        after.add(program("C:/Windows/System32/sethc.exe", "two"));
        Map<String, Optional<Explanation>> explained = explained();
        assertEquals("updated components of Windows", explained.get("C:\\Windows\\System32\\shell32.dll").orElseThrow().subject());
        assertEquals(ComponentStore.BY_STORE, explained.get("C:\\Windows\\System32\\shell32.dll").orElseThrow().vouched());
        assertFalse(explained.get("C:\\Windows\\System32\\sethc.exe").isPresent(), "the content under another name");
        assertEquals(1, explained.values().stream().filter(Optional::isEmpty).count(), explained.keySet().toString());
    }

    @Test
    void aFolderInTheStoreThatNoUpdateBroughtExplainsNothing() {
        component(before, "shell", "10.0.1.2", "shell32.dll", "one", true);
        component(after, "shell", "10.0.1.2", "shell32.dll", "one", true);
        component(after, "shell", "10.0.1.1", "shell32.dll", "older", true);
        component(after, "shell", "10.0.1.3", "shell32.dll", "bare", false);
        component(after, "evil", "10.0.1.3", "evil.dll", "evil", true);
        Map<String, Optional<Explanation>> explained = explained();
        assertTrue(explained.values().stream().allMatch(Optional::isEmpty), explained.toString());
        after.add(file("C:/Windows/servicing/Packages/Package_1_for_KB5000001~31bf3856ad364e35~amd64~~10.0.1.3.mum", "<x/>"));
        assertTrue(explained().entrySet().stream().filter(entry -> entry.getKey().contains("evil")).allMatch(
                entry -> entry.getValue().isPresent()), "updates came, and a component came with its manifest");
    }

    @Test
    void aNewVersionsFolderIsExplainedByTheSignersKey() {
        before.addAll(List.of(directory("C:/Program Files/Browser/1.0.1"), signed("C:/Program Files/Browser/1.0.1/b.dll", "one", 1)));
        after.add(signed("C:/Program Files/Browser/1.0.2/b.dll", "two", 1));
        after.add(signed("C:/Program Files/Browser/1.0.2/more.dll", "three", 1));
        after.add(signed("C:/Program Files/Browser/1.0.2/other.dll", "four", 2));
        Map<String, Optional<Explanation>> explained = explained();
        assertEquals("updates by Vendor", explained.get("C:\\Program Files\\Browser\\1.0.2\\more.dll").orElseThrow().subject());
        assertFalse(explained.get("C:\\Program Files\\Browser\\1.0.2\\other.dll").isPresent());
    }

    @Test
    void aVersionMayStandWithinTheNameOfAFolder() {
        before.addAll(List.of(directory("C:/Program Files/WindowsApps/V.App_1.1.0.0_x64__8wek"),
                directory("C:/Program Files/WindowsApps/V.Other_1.0.0.0_x64__8wek"),
                program("C:/Program Files/WindowsApps/V.App_1.1.0.0_x64__8wek/b.dll", "one"), key(STORE + "\\V.App_1.1.0.0_x64__8wek"),
                directory("C:/ProgramData/Defender/Platform/4.18.1.1-0"),
                signed("C:/ProgramData/Defender/Platform/4.18.1.1-0/b.dll", "x", 1)));
        after.addAll(List.of(directory("C:/Program Files/WindowsApps/V.App_1.2.0.0_x64__8wek"),
                program("C:/Program Files/WindowsApps/V.App_1.2.0.0_x64__8wek/b.dll", "two"), key(STORE + "\\V.App_1.2.0.0_x64__8wek"),
                program("C:/Program Files/WindowsApps/V.Other_1.2.0.0_x64__8wek/b.dll", "three"),
                signed("C:/ProgramData/Defender/Platform/4.18.2.1-0/b.dll", "y", 1)));
        Map<String, Optional<Explanation>> explained = explained();
        assertTrue(explained.get("C:\\Program Files\\WindowsApps\\V.App_1.2.0.0_x64__8wek\\b.dll").isPresent());
        assertFalse(explained.get("C:\\Program Files\\WindowsApps\\V.Other_1.2.0.0_x64__8wek\\b.dll").isPresent());
        assertTrue(explained.get("C:\\ProgramData\\Defender\\Platform\\4.18.2.1-0\\b.dll").isPresent());
    }

    /** The service of an updated browser starts from the folder of the new version. */
    @Test
    void aCommandThatNamesTheLaterVersionsProgramIsExplainedWithIt() {
        String services = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
        before.addAll(List.of(directory("C:/Program Files/Browser/1.0.1"), signed("C:/Program Files/Browser/1.0.1/s.exe", "one", 1),
                string(services + "Elevation", "ImagePath", "\"C:\\Program Files\\Browser\\1.0.1\\s.exe\" /svc"),
                string(services + "Other", "ImagePath", "C:\\Program Files\\Browser\\1.0.1\\s.exe"),
                string(services + "Bare", "ImagePath", "C:\\Program Files\\Browser\\1.0.1\\s.exe")));
        after.addAll(List.of(directory("C:/Program Files/Browser/1.0.2"), signed("C:/Program Files/Browser/1.0.2/s.exe", "two", 1),
                program("C:/Program Files/Browser/1.0.2/t.exe", "evil"),
                string(services + "Elevation", "ImagePath", "\"C:\\Program Files\\Browser\\1.0.2\\s.exe\" /svc"),
                string(services + "Other", "ImagePath", "C:\\Program Files\\Browser\\1.0.2\\t.exe"),
                string(services + "Bare", "ImagePath", "C:\\Users\\Browser\\1.0.2\\s.exe")));
        Map<String, Optional<Explanation>> explained = explained();
        assertEquals("updates by Vendor", explained.get(services + "Elevation [ImagePath]").orElseThrow().subject());
        assertFalse(explained.get(services + "Other [ImagePath]").isPresent());
        assertFalse(explained.get(services + "Bare [ImagePath]").isPresent());
    }

    private static void driver(List<Item> side, String hash, String content, boolean whole) {
        String folder = "C:/Windows/System32/DriverStore/FileRepository/net.inf_amd64_" + hash;
        side.addAll(List.of(directory("C:/Windows/System32/DriverStore"), directory("C:/Windows/System32/DriverStore/FileRepository"),
                directory(folder), program(folder + "/net.sys", content), file(folder + "/net.inf", content)));
        if (whole) {
            side.add(file(folder + "/net.cat", content));
        }
    }

    @Test
    void aDriverInAnotherVersionExplainsWhatLiesBesideTheStore() {
        driver(before, "0123456789abcdef", "one", true);
        driver(after, "fedcba9876543210", "two", true);
        before.addAll(List.of(program("C:/Windows/System32/drivers/net.sys", "one"), program("C:/Windows/System32/drivers/disk.sys", "d")));
        after.addAll(List.of(program("C:/Windows/System32/drivers/net.sys", "two"),
                program("C:/Windows/System32/drivers/disk.sys", "two")));
        Map<String, Optional<Explanation>> explained = explained();
        assertEquals(DriverStore.BY_STORE, explained.get("C:\\Windows\\System32\\drivers\\net.sys").orElseThrow().vouched());
        assertFalse(explained.get("C:\\Windows\\System32\\drivers\\disk.sys").isPresent(), "the content under another name");
        assertEquals(1, explained.values().stream().filter(Optional::isEmpty).count(), explained.toString());
    }

    @Test
    void aDriverWithoutAnEarlierVersionOrACatalogueExplainsNothing() {
        driver(after, "fedcba9876543210", "two", true);
        after.add(program("C:/Windows/System32/drivers/net.sys", "two"));
        assertTrue(explained().values().stream().allMatch(Optional::isEmpty));
        driver(before, "0123456789abcdef", "one", true);
        after.clear();
        driver(after, "fedcba9876543210", "two", false);
        after.add(program("C:/Windows/System32/drivers/net.sys", "two"));
        assertFalse(explained().get("C:\\Windows\\System32\\drivers\\net.sys").isPresent());
    }

    @Test
    void theListOfInstalledProgramsExplainsFilesOfTheSameNamesOnly() {
        before.addAll(List.of(directory("C:/Program Files/Browser/1.0.1"), program("C:/Program Files/Browser/1.0.1/b.dll", "one"),
                string(UNINSTALL, "DisplayVersion", "1.0.1")));
        after.addAll(List.of(directory("C:/Program Files/Browser/1.0.2"), program("C:/Program Files/Browser/1.0.2/b.dll", "two"),
                program("C:/Program Files/Browser/1.0.2/evil.dll", "three"), string(UNINSTALL, "DisplayVersion", "1.0.2")));
        Map<String, Optional<Explanation>> explained = explained();
        assertEquals(ProgramFolders.BY_LIST, explained.get("C:\\Program Files\\Browser\\1.0.2\\b.dll").orElseThrow().vouched());
        assertFalse(explained.get("C:\\Program Files\\Browser\\1.0.2\\evil.dll").isPresent(), "no version before had it");
        after.removeLast();
        assertFalse(explained().get("C:\\Program Files\\Browser\\1.0.2\\b.dll").isPresent(), "no list speaks of the version");
    }
}
