package org.assay.remedy;

import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.reg.RegFileReader;
import org.assay.registry.reg.RegFormat;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Action.RemoveKey;
import org.assay.remedy.plan.Action.RemoveValue;
import org.assay.remedy.plan.Action.RestoreKey;
import org.assay.remedy.plan.Action.RestoreValue;
import org.assay.testkit.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairFileTest {

    @TempDir
    private Path folder;

    private static byte[] written(List<Action> actions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RepairFile.write(actions, RegFormat.VERSION_5, out);
        return out.toByteArray();
    }

    private List<String> read(List<Action> actions) throws Exception {
        Path file = Files.write(folder.resolve("repair.reg"), written(actions));
        List<String> found = new ArrayList<>();
        new RegFileReader().read(file.toString(), () -> Files.newInputStream(file), new RegistrySink() {
            @Override
            public void key(RegistryKey key) {
                found.add("key " + String.join("\\", key.path()));
            }

            @Override
            public void value(RegistryValue value) {
                found.add("value " + value.name() + " " + value.type() + " " + Bytes.copyOf(value.data()).hex());
            }

            @Override
            public void deletedKey(List<String> path) {
                found.add("-key " + String.join("\\", path));
            }

            @Override
            public void deletedValue(List<String> key, String name) {
                found.add("-value " + name);
            }

            @Override
            public void problem(RegistryProblem problem) {
                throw new AssertionError(problem);
            }
        });
        return found;
    }

    @Test
    void whatIsRemovedComesBeforeWhatIsRestored() throws Exception {
        assertEquals(List.of("key HKEY_LOCAL_MACHINE\\Run", "-value evil", "-key HKEY_CURRENT_USER\\Evil", "key HKEY_USERS\\Gone",
                "key HKEY_CLASSES_ROOT\\exefile", "value  1 220025003100220020002500" + "2a000000"),
                read(List.of(new RestoreKey(1, key("HKU\\Gone")), new RestoreValue(2, string("HKCR\\exefile", "", "\"%1\" %*"),
                        Optional.empty()),
                        new RemoveValue(3, string("HKLM\\Run", "evil", "x")), new RemoveKey(4, key("HKCU\\Evil"), List.of()))));
    }

    @Test
    void everyTypeAndEveryByteComesBack() throws Exception {
        List<Action> actions = new ArrayList<>();
        List<String> expected = new ArrayList<>(List.of("key HKEY_LOCAL_MACHINE\\T"));
        for (int type : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 0x1f4, -1}) {
            for (String data : List.of("", "00", "41000000", "4100000042000000", "0d000a000000", "3d002200", "ff".repeat(300))) {
                ValueItem item = value("HKLM\\T", type + data, type, Bytes.ofHex(data));
                actions.add(new RestoreValue(1, item, Optional.empty()));
                expected.add("value " + item.location().name() + " " + type + " " + data);
            }
        }
        assertEquals(expected, read(actions));
    }

    @Test
    void hostileNamesComeBackAsTheyWere() throws Exception {
        List<Action> actions = new ArrayList<>();
        List<String> expected = new ArrayList<>(List.of("key HKEY_LOCAL_MACHINE\\T"));
        for (String name : HostileNames.all()) {
            Action action = new RemoveValue(1, string("HKLM\\T", name, "x"));
            if (RepairFile.refusal(action).isEmpty()) {
                actions.add(action);
                expected.add("-value " + name);
            }
        }
        assertTrue(actions.size() > 60);
        assertEquals(expected, read(actions));
    }

    @Test
    void noNameStandsInAComment() {
        String name = "ghost";
        List<Action> actions = List.of(new RemoveKey(7, key("HKLM\\" + name), List.of()),
                new RemoveValue(8, string("HKLM\\" + name, name, "x")));
        String text = new String(written(actions), StandardCharsets.UTF_16LE);
        assertEquals(List.of("; Change 7", "; Change 8"), text.lines().filter(line -> line.startsWith("; Change")).toList());
        assertTrue(text.lines().filter(line -> line.startsWith(";")).noneMatch(line -> line.contains(name)));
    }
}
