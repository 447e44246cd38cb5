package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.keyBelow;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Tree.place;
import static org.assay.remedy.Tree.quarantine;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.value;
import static org.assay.testkit.WinePrefix.windows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.reg.RegFileReader;
import org.assay.registry.reg.RegFileWriter;
import org.assay.registry.reg.RegFormat;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;
import org.assay.testkit.HostileNames;
import org.assay.testkit.Programs.Outcome;
import org.assay.testkit.WinePrefix;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs remedy.cmd and imports repair.reg in Wine, which has neither a certutil that works nor everything that Windows does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WineTest {

    private static final String TOP = "HKCU\\Software\\AssayTest";

    @AutoClose
    private WinePrefix prefix;
    private Path folder;
    private Tree tree;
    private Tree shelf;

    @BeforeAll
    void makePrefix() {
        prefix = WinePrefix.make();
    }

    @BeforeEach
    void makeFolders(@TempDir Path made) {
        folder = made;
        tree = Tree.in(folder, "tree");
        shelf = Tree.in(folder, "quarantine");
    }

    private Outcome wine(String... command) {
        return prefix.run(folder, command);
    }

    private String batch(Step... files) throws IOException {
        Path script = folder.resolve("remedy.cmd");
        try (OutputStream out = Files.newOutputStream(script)) {
            BatchScript.write(List.of(), List.of(files), "ab".repeat(32), out);
        }
        return windows(script);
    }

    private Outcome withCertutil(String script, String... arguments) {
        return prefix.runScript(folder, "none", script, arguments);
    }

    @Test
    void withoutAnswerFromCertutilNothingMoves() throws IOException {
        tree.file("worm", "a.exe");
        String script = batch(quarantine(1, "worm", place("C:", "a.exe")));
        Outcome outcome = wine("cmd", "/c", script, windows(tree.root()), windows(shelf.root()), "/apply");
        assertEquals(1, outcome.exitCode(), outcome.output());
        assertTrue(outcome.output().contains("change 1: LEFT, certutil gave no SHA-256 for it"), outcome.output());
        assertEquals(Map.of("", "folder", "/a.exe", "file worm"), tree.content());
    }

    @Test
    void everyNameThatIsNotRefusedMovesExactlyAndComesBack() throws IOException {
        List<Step> files = new ArrayList<>();
        for (String name : HostileNames.onDisk()) {
            // Wine expands what a variable holds once more, Windows does not.
            if (name.indexOf('%') < 0 && BatchScript.refusal(quarantine(1, "", place("C:", name, name)).action()).isEmpty()) {
                String content = "worm " + files.size();
                tree.file(content, name, name);
                files.add(quarantine(files.size() + 1, content, place("C:", name, name)));
            }
        }
        tree.file("kept", "bystander");
        assertTrue(files.size() > 20);
        Map<String, String> before = tree.content();
        String script = batch(files.toArray(Step[]::new));
        String[] call = {windows(tree.root()), windows(shelf.root())};

        Outcome preview = withCertutil(script, call);
        assertEquals(0, preview.exitCode(), preview.output());
        assertEquals(before, tree.content());
        assertEquals(Map.of("", "folder"), shelf.content());

        Outcome applied = withCertutil(script, call[0], call[1], "/apply");
        assertEquals(0, applied.exitCode(), applied.output());
        Map<String, String> expected = new TreeMap<>(before);
        expected.values().removeIf(what -> what.startsWith("file worm"));
        assertEquals(expected, tree.content());
        Map<String, String> taken = shelf.content();
        before.forEach((path, what) -> assertEquals(what.startsWith("file worm") ? what : taken.get("/tree-1" + path),
                taken.get("/tree-1" + path), path));

        Outcome again = withCertutil(script, call[0], call[1], "/apply");
        assertEquals(0, again.exitCode(), again.output());
        Outcome undone = withCertutil(script, call[0], call[1], "/undo", "/apply");
        assertEquals(0, undone.exitCode(), undone.output());
        assertEquals(before, tree.content());
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    void whatChangedIsMissingOrInTheWayStays() throws IOException {
        tree.file("changed", "a");
        tree.file("worm", "b");
        tree.file("worm", "d", "e");
        shelf.file("evidence", "tree-1", "b");
        String script = batch(quarantine(1, "worm", place("", "a")), quarantine(2, "worm", place("", "b")),
                quarantine(3, "worm", place("", "c")),
                quarantine(4, "worm", place("", "d")), quarantine(5, "worm", place("", "no", "folder")));
        Map<String, String> before = tree.content();
        Outcome outcome = withCertutil(script, windows(tree.root()), windows(shelf.root()), "/apply");
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("0 done, 0 done earlier, 2 not there, 3 left"), outcome.output());
        assertTrue(outcome.output().contains("change 4: LEFT, it is a folder or a link now"), outcome.output());
        assertTrue(outcome.output().contains("change 5: not there"), outcome.output());
        assertEquals(before, tree.content());
        assertEquals("file evidence", shelf.content().get("/tree-1/b"));
    }

    @Test
    void whatTheBaselineHasIsPutBackAndTakenBackAgain() throws IOException {
        List<Step> steps = new ArrayList<>();
        Path gold = Files.createDirectories(folder.resolve("gold"));
        for (String name : HostileNames.onDisk()) {
            FileItem good = file(place("C:", name, name), "good " + steps.size());
            FileItem bad = file(place("C:", name, name), "bad");
            int change = steps.size() + 1;
            List<Action> actions = switch (change % 3) {
                case 0 -> List.of(new Action.RestoreFile(change, good, Optional.of(bad)));
                case 1 -> List.of(new Action.Quarantine(change, bad), new Action.RestoreFile(change, good, Optional.empty()));
                default -> List.of(new Action.RestoreFile(change, good, Optional.empty()));
            };
            if (name.indexOf('%') < 0 && BatchScript.refusal(actions.getFirst()).isEmpty()) {
                if (change % 3 == 2) {
                    Files.createDirectories(tree.path(name));
                } else {
                    tree.file("bad", name, name);
                }
                Files.writeString(gold.resolve(good.sha256().orElseThrow().hex()), "good " + steps.size());
                actions.forEach(action -> steps.add(new Step(steps.size() + 1, action, "because")));
            }
        }
        assertTrue(steps.size() > 20);
        Map<String, String> before = tree.content();
        String script = batch(steps.toArray(Step[]::new));
        String[] call = {windows(tree.root()), windows(shelf.root())};
        Outcome preview = withCertutil(script, call);
        assertEquals(0, preview.exitCode(), preview.output());
        assertEquals(before, tree.content());

        for (int time = 0; time < 2; time++) {
            Outcome applied = withCertutil(script, call[0], call[1], "/apply");
            assertEquals(0, applied.exitCode(), applied.output());
            assertFalse(tree.content().containsValue("file bad"), tree.content()::toString);
            Outcome again = withCertutil(script, call[0], call[1], "/apply");
            assertEquals(0, again.exitCode(), again.output());
            assertTrue(again.output().contains("0 done, " + steps.size() + " done earlier, 0 not there, 0 left"), again.output());
            Outcome undone = withCertutil(script, call[0], call[1], "/undo", "/apply");
            assertEquals(0, undone.exitCode(), undone.output());
            assertEquals(before, tree.content());
        }
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    void contentWithAnotherDigestIsNotPutBack() throws IOException {
        Path gold = Files.createDirectories(folder.resolve("image"));
        tree.file("bad", "a.ini");
        Files.writeString(gold.resolve("a.ini"), "forged");
        String script = batch(new Step(1, new Action.RestoreFile(1, file(place("C:", "a.ini"), "good"),
                Optional.of(file(place("C:", "a.ini"), "bad"))), "because"));
        Outcome forged = withCertutil(script, windows(tree.root()), windows(shelf.root()), "/apply", "/gold", windows(gold));
        assertEquals(1, forged.exitCode(), forged.output());
        assertTrue(forged.output().contains("LEFT, no copy with its SHA-256 was found"), forged.output());
        assertEquals("file bad", tree.content().get("/a.ini"));
        Files.writeString(gold.resolve("a.ini"), "good");
        assertEquals(0, withCertutil(script, windows(tree.root()), windows(shelf.root()), "/apply", "/gold", windows(gold)).exitCode());
        assertEquals(Map.of("", "folder", "/a.ini", "file good"), tree.content());
        assertEquals("file bad", shelf.content().get("/tree-1/a.ini"));
    }

    @Test
    void severalTreesAreDoneOneByOne() throws IOException {
        tree.file("worm", "a");
        String script = batch(quarantine(1, "worm", place("C:", "no")), quarantine(2, "worm", place("D:", "a")));
        assertEquals(2, withCertutil(script, windows(tree.root()), windows(shelf.root()), "/apply").exitCode());
        assertEquals(0, withCertutil(script, windows(tree.root()), windows(shelf.root()), "/apply", "/tree", "2").exitCode());
        assertEquals("file worm", shelf.content().get("/tree-2/a"));
    }

    @Test
    void aWrongCallDoesNothing() throws IOException {
        tree.file("worm", "a");
        String script = batch(quarantine(1, "worm", place("", "a")));
        String root = windows(tree.root());
        for (String[] wrong : new String[][] {{}, {root}, {root, root}, {root + "\\none", windows(shelf.root()), "/apply"},
            {root, windows(shelf.root()), "/force"}, {root, windows(shelf.root()), "/apply", "/tree", "2"}}) {
            assertEquals(2, withCertutil(script, wrong).exitCode(), String.join(" ", wrong));
            assertEquals(Map.of("", "folder", "/a", "file worm"), tree.content());
        }
    }

    @Test
    void theImportBringsTheBaselineBack() throws IOException {
        List<TaggedChange> changes = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        Path infected = folder.resolve("infected.reg");
        try (OutputStream out = Files.newOutputStream(infected); RegFileWriter writer = new RegFileWriter(out)) {
            for (ValueItem good : baseline()) {
                if (RepairFile.refusal(new Action.RestoreValue(1, good, Optional.empty())).isEmpty()) {
                    changes.add(tagged(Decision.REPAIR, removed(changes.size() + 1, good)));
                    expected.put(good.location().text(), good.type() + " " + good.data().hex());
                }
            }
            int addedFrom = changes.size();
            for (Item evil : additions()) {
                TaggedChange change = tagged(Decision.REPAIR, added(changes.size() + 1, evil));
                if (Routing.of(Changes.contents(change)).manual().isEmpty()) {
                    changes.add(change);
                    lay(evil, writer);
                }
            }
            assertTrue(addedFrom > 60 && changes.size() > addedFrom + 60);
        }
        wine("reg", "import", windows(infected)).orFail();
        Path repair = folder.resolve("repair.reg");
        Routing work = Routing.of(Changes.contents(changes.toArray(TaggedChange[]::new)));
        assertEquals(List.of(), work.manual());
        try (OutputStream out = Files.newOutputStream(repair)) {
            RepairFile.write(work.imported(), RegFormat.VERSION_5, out);
        }
        wine("regedit", windows(repair)).orFail();
        Map<String, String> found = exported();
        assertEquals(Map.of(), without(expected, found), "what the import did not bring back");
        assertEquals(Map.of(), without(found, expected), "what the import left behind");
    }

    @Test
    void theUndoBringsTheExaminedStateBack() throws IOException {
        wine("reg", "delete", TOP, "/f");
        List<TaggedChange> changes = new ArrayList<>();
        Path infected = folder.resolve("infected.reg");
        try (OutputStream out = Files.newOutputStream(infected); RegFileWriter writer = new RegFileWriter(out)) {
            lay(string(TOP, "kept", "by nobody"), writer);
            for (ValueItem good : baseline()) {
                ValueItem bad = new ValueItem(good.location(), ValueType.EXPAND_SZ, Bytes.ofHex("6500760069006c000000"));
                TaggedChange change = tagged(Decision.REPAIR, changes.size() % 2 == 0 ? removed(changes.size() + 1, good)
                        : Changes.modified(changes.size() + 1, good, bad, Attribute.VALUE_DATA));
                if (Routing.of(Changes.contents(change)).manual().isEmpty() && good.location().components().size() == 5) {
                    changes.add(change);
                    if (change.change().after().isPresent()) {
                        lay(bad, writer);
                    }
                }
            }
            for (Item evil : additions()) {
                TaggedChange change = tagged(Decision.REPAIR, added(changes.size() + 1, evil));
                if (evil instanceof ValueItem && Routing.of(Changes.contents(change)).manual().isEmpty()) {
                    changes.add(change);
                    lay(evil, writer);
                }
            }
            changes.add(tagged(Decision.REPAIR, added(changes.size() + 1, key(TOP + "\\Gone"))));
            for (Item held : List.of(string(TOP + "\\Gone", "", "\"%1\" %*"), string(TOP + "\\Gone\\deep", "x", "y"))) {
                changes.add(tagged(Decision.REPAIR, added(changes.size() + 1, held)));
                lay(held, writer);
            }
            changes.add(tagged(Decision.REPAIR, added(changes.size() + 1, key(TOP + "\\Gone\\deep"))));
        }
        wine("reg", "import", windows(infected)).orFail();
        Map<String, String> before = exported();
        assertTrue(before.size() > 80, before::toString);
        Routing work = Routing.of(Changes.contents(changes.toArray(TaggedChange[]::new)));
        assertEquals(List.of(), work.manual());
        assertEquals(List.of(), UndoFile.incomplete(work.imported()));
        Path repair = folder.resolve("repair.reg");
        Path undo = folder.resolve("undo.reg");
        try (OutputStream out = Files.newOutputStream(repair); OutputStream back = Files.newOutputStream(undo)) {
            RepairFile.write(work.imported(), RegFormat.VERSION_5, out);
            UndoFile.write(work.imported(), RegFormat.VERSION_5, back);
        }
        wine("regedit", windows(repair)).orFail();
        Map<String, String> repaired = exported();
        assertFalse(repaired.keySet().stream().anyMatch(place -> place.contains("\\Gone")), repaired::toString);
        wine("regedit", windows(undo)).orFail();
        Map<String, String> after = exported();
        assertEquals(Map.of(), without(before, after), "what the undo did not bring back");
        assertEquals(Map.of(), without(after, before), "what the undo left behind");
    }

    private static Map<String, String> without(Map<String, String> values, Map<String, String> others) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.entrySet().removeAll(others.entrySet());
        return rest;
    }

    private static List<ValueItem> baseline() {
        List<ValueItem> values = new ArrayList<>(List.of(string(TOP + "\\Good", "", "default"),
                value(TOP + "\\Good", "empty", ValueType.BINARY, Bytes.EMPTY), value(TOP + "\\Good", "odd", ValueType.BINARY,
                        Bytes.ofHex("01")),
                value(TOP + "\\Good", "long", ValueType.BINARY, Bytes.copyOf(new byte[5_000])),
                value(TOP + "\\Good", "type", 0x1f4, Bytes.ofHex("00ff"))));
        for (String name : HostileNames.all()) {
            values.add(string(TOP + "\\Good", name, name));
            values.add(new ValueItem(keyBelow(TOP + "\\Good", name).value("x"), ValueType.EXPAND_SZ, Bytes.ofHex("25000000")));
        }
        return values;
    }

    private static List<Item> additions() {
        List<Item> items = new ArrayList<>();
        for (String name : HostileNames.all()) {
            items.add(string(TOP + "\\Good", "added " + name, "evil.exe"));
            items.add(KeyItem.of(keyBelow(TOP + "\\Evil", name), Optional.empty(), Optional.empty(), Optional.empty(), false));
        }
        items.add(key(TOP + "\\Evil2"));
        return items;
    }

    private static void lay(Item evil, RegFileWriter writer) {
        List<String> path = new ArrayList<>(evil.location().components());
        path.set(0, "HKEY_CURRENT_USER");
        if (evil instanceof ValueItem value) {
            writer.value(new RegistryValue(path.subList(0, path.size() - 1), path.getLast(), value.type(), value.data().toArray()));
        } else {
            writer.value(new RegistryValue(path, "below", ValueType.SZ, new byte[] {65, 0, 0, 0}));
        }
    }

    /** All values below the test's key and, as such, every key without any. */
    private Map<String, String> exported() {
        Path export = folder.resolve("export.reg");
        wine("regedit", "/E", windows(export), TOP.replace("HKCU", "HKEY_CURRENT_USER")).orFail();
        Map<String, String> values = new TreeMap<>();
        new RegFileReader().read(export.toString(), () -> Files.newInputStream(export), new RegistrySink() {
            @Override
            public void key(RegistryKey key) {
                if (key.path().toString().contains("Evil,")) {
                    values.put(key.toString(), "a key that should be gone");
                }
            }

            @Override
            public void value(RegistryValue value) {
                List<String> path = new ArrayList<>(value.key());
                path.set(0, "HKCU");
                values.put(Location.key(path.toArray(String[]::new)).value(value.name()).text(),
                        value.type() + " " + Bytes.copyOf(value.data()).hex());
            }

            @Override
            public void deletedKey(List<String> path) {
                throw new AssertionError(path);
            }

            @Override
            public void deletedValue(List<String> key, String name) {
                throw new AssertionError(name);
            }

            @Override
            public void problem(RegistryProblem problem) {
                throw new AssertionError(problem);
            }
        });
        return values;
    }
}
