package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.addedKey;
import static org.assay.remedy.Changes.addedValue;
import static org.assay.remedy.Changes.contents;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.valueBelow;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.value;
import static org.assay.testkit.WinePrefix.windows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.registry.reg.RegFileWriter;
import org.assay.testkit.Programs.Outcome;
import org.assay.testkit.WinePrefix;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs what remedy.cmd does in the registry, in Wine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WineRegistryTest {

    private static final String TOP = "HKCU\\Software\\AssayTest";
    private static final String EVIL = TOP + "\\Evil & more";

    @AutoClose
    private WinePrefix prefix;
    private Path folder;
    private final List<TaggedChange> changes = new ArrayList<>();

    @BeforeAll
    void makePrefix() {
        prefix = WinePrefix.make();
    }

    /** Every kind of change to a value and to a key, with names that an interpreter would obey. */
    @BeforeEach
    void infect(@TempDir Path made) throws IOException {
        folder = made;
        changes.clear();
        ValueItem shell = string(TOP + "\\Good", "", "\"%1\" %*");
        repair(modified(1, shell, string(TOP + "\\Good", "", "worm.exe \"%1\" %*"), Attribute.VALUE_DATA));
        repair(modified(2, dword(TOP + "\\Good", "start & \"stop\"", 4), string(TOP + "\\Good", "start & \"stop\"", "4"),
                Attribute.VALUE_TYPE, Attribute.VALUE_DATA));
        repair(addedValue(3, TOP + "\\Good", "%PATH%\u00e9\u202e"));
        repair(removed(4, value(TOP + "\\Good", "gone", ValueType.BINARY, Bytes.ofHex("00ff10"))));
        repair(removed(5, key(TOP + "\\Gone")));
        repair(removed(6, string(TOP + "\\Gone", "x", "y")));
        repair(addedKey(7, EVIL));
        repair(added(8, valueBelow(TOP, "Evil & more", "^x=!")));
        repair(addedKey(9, EVIL + "\\deep"));
        repair(added(10, dword(EVIL + "\\deep", "", 7)));
        prefix.run(folder, "reg", "delete", TOP, "/f");
        lay(change -> change.after());
        new RemediationExport().write(contents(changes.toArray(TaggedChange[]::new)), folder.resolve("out"));
    }

    private void repair(Change change) {
        changes.add(tagged(Decision.REPAIR, change));
    }

    /** One side of all changes, and what never changes. */
    private interface Side {
        Optional<? extends Item> of(Change change);
    }

    private void lay(Side side) throws IOException {
        Path file = folder.resolve("laid.reg");
        try (OutputStream out = Files.newOutputStream(file); RegFileWriter writer = new RegFileWriter(out)) {
            writer.value(RepairFile.value(string(TOP + "\\Good", "kept", "by nobody")));
            for (TaggedChange tagged : changes) {
                side.of(tagged.change()).ifPresent(item -> {
                    if (item instanceof ValueItem value) {
                        writer.value(RepairFile.value(value));
                    } else {
                        writer.key(RepairFile.path(item.location()));
                    }
                });
            }
        }
        prefix.run(folder, "reg", "import", windows(file)).orFail();
    }

    private String state() throws IOException {
        Path file = folder.resolve("state.reg");
        Files.deleteIfExists(file);
        prefix.run(folder, "regedit", "/E", windows(file), TOP.replace("HKCU", "HKEY_CURRENT_USER")).orFail();
        return Files.readString(file, StandardCharsets.UTF_16);
    }

    private String baseline() throws IOException {
        String now = state();
        prefix.run(folder, "reg", "delete", TOP, "/f").orFail();
        lay(change -> change.kind() == ChangeKind.ADDED ? Optional.empty() : change.before());
        String baseline = state();
        prefix.run(folder, "reg", "delete", TOP, "/f").orFail();
        lay(change -> change.after());
        assertEquals(now, state());
        return baseline;
    }

    private void set(ValueItem value) throws IOException {
        Path file = folder.resolve("set.reg");
        try (OutputStream out = Files.newOutputStream(file); RegFileWriter writer = new RegFileWriter(out)) {
            writer.value(RepairFile.value(value));
        }
        prefix.run(folder, "reg", "import", windows(file)).orFail();
    }

    private Outcome remedy(String... options) {
        List<String> arguments = new ArrayList<>(List.of(windows(folder), windows(folder.resolve("quarantine"))));
        arguments.addAll(List.of(options));
        return prefix.runScript(folder, windows(folder), windows(folder.resolve("out/remedy.cmd")), arguments.toArray(String[]::new));
    }

    @Test
    void theBaselineIsRestoredAndTheExaminedStateBroughtBack() throws IOException {
        String infected = state();
        String baseline = baseline();
        assertNotEquals(infected, baseline);
        Outcome preview = remedy();
        assertEquals(0, preview.exitCode(), preview.output());
        assertTrue(preview.output().contains("7 would be done, 0 done earlier"), preview.output());
        assertEquals(infected, state());

        Outcome applied = remedy("/apply");
        assertEquals(0, applied.exitCode(), applied.output());
        assertEquals(baseline, state(), applied.output());
        Outcome again = remedy("/apply");
        assertEquals(0, again.exitCode(), again.output());
        assertTrue(again.output().contains("0 done, 7 done earlier, 0 not there, 0 left"), again.output());
        assertEquals(baseline, state());

        Outcome undone = remedy("/undo", "/apply");
        assertEquals(0, undone.exitCode(), undone.output());
        assertEquals(infected, state(), undone.output());
        assertEquals(1, prefix.run(folder, "reg", "query", "HKCU\\Software\\Assay-check").exitCode());
    }

    @Test
    void whatIsInAnotherStateIsLeftAndNothingElse() throws IOException {
        ValueItem text = string(TOP + "\\Good", "", "worm.exe \"%1\" %*");
        set(new ValueItem(text.location(), ValueType.EXPAND_SZ, text.data()));
        set(dword(TOP + "\\Good", "gone", 1));
        set(string(EVIL + "\\deep", "more", "of it"));
        Outcome applied = remedy("/apply");
        assertEquals(1, applied.exitCode(), applied.output());
        assertTrue(applied.output().contains("4 done, 0 done earlier, 0 not there, 3 left"), applied.output());
        for (int change : List.of(1, 4)) {
            assertTrue(applied.output().contains("change " + change + ": LEFT, it has changed: type or data"), applied.output());
        }
        assertTrue(applied.output().contains("change 7: LEFT, it has changed: it holds something that was not judged"), applied.output());
        String state = state();
        assertTrue(state.contains("@=hex(2)") && state.contains("of it") && state.contains("\\Gone]")
                && !state.contains("%PATH%"), state);
    }

    @Test
    void anotherSystemsRegistryIsLeftOut() throws IOException {
        String infected = state();
        Outcome elsewhere = prefix.runScript(folder, "C:", windows(folder.resolve("out/remedy.cmd")), windows(folder),
                windows(folder.resolve("quarantine")), "/apply");
        assertEquals(0, elsewhere.exitCode(), elsewhere.output());
        assertTrue(elsewhere.output().contains("The registry is left out"), elsewhere.output());
        assertEquals(infected, state());
    }

    @Test
    void withoutItsFilesOrAProgramThatComparesNothingIsDone() throws IOException {
        String infected = state();
        Path first = folder.resolve("out/registry/1-before.reg");
        Files.delete(first);
        Outcome applied = remedy();
        assertTrue(applied.output().contains("change 7: would be removed"), applied.output());
        assertTrue(applied.output().contains("1 would be left"), applied.output());
        Path script = folder.resolve("out/registry-step.cmd");
        Files.writeString(script, Files.readString(script).replace("fc.exe", "reg.exe"));
        applied = remedy("/apply");
        assertTrue(applied.output().contains("0 done, 0 done earlier, 0 not there, 7 left"), applied.output());
        assertEquals(infected, state());
    }
}
