package org.assay.compare.mass;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class UpdatedProgramsTest {

    private static final String LATER = "2000-05-04T08:15:00Z";
    private static final String KEGS = "C:/tools/brew/Cellar/";

    private final List<Item> before = new ArrayList<>();
    private final List<Item> after = new ArrayList<>();

    private List<Change> changes() {
        return SnapshotComparison.run(new ListView(before, List.of(), Map.of()), new ListView(after, List.of(), Map.of()), Progress.NONE);
    }

    /** The programs that stand alone or speak. */
    private List<String> open() {
        return changes().stream().filter(change -> !change.isExplained() && !change.findings().isEmpty())
                .map(change -> change.location().text()).toList();
    }

    private static String sentences(Change change) {
        return change.findings().toString();
    }

    private void program(List<Item> side, String folder, String name, String content) {
        side.add(directory(folder));
        side.removeIf(item -> side.stream().filter(other -> other.location().equals(item.location())).findFirst().orElseThrow() != item);
        side.add(file(folder + "/" + name, folder + name + content));
    }

    private void updated(String maker, String was, String is, String... names) {
        for (String name : names) {
            program(before, KEGS + maker + was, name, "1");
            program(after, KEGS + maker + is, name, "2");
        }
    }

    @Test
    void programsInFoldersOfLaterVersionsTakeOneRow() {
        updated("f1/", "1.9.0", "1.10.0", "a.exe", "b.dll");
        updated("f2/", "v20.1.0", "v20.2.0", "c.exe");
        updated("f3/x-", "6.1.0-9-amd64", "6.1.0-28-amd64", "d.sys");
        updated("f4/", "{11111111-2222-3333-4444-555555555555}", "{01111111-2222-3333-4444-555555555555}", "e.dll");
        assertEquals(List.of("C:\\tools\\brew\\Cellar\\f1\\1.10.0\\a.exe"), open());
        String said = changes().stream().map(UpdatedProgramsTest::sentences).filter(one -> one.contains("programs-alike")).findFirst()
                .orElseThrow();
        assertTrue(said.contains("5 programs came in folders of later versions in C:\\tools\\brew\\Cellar or below"), said);
    }

    /** The baseline has no forerunner of it. */
    @Test
    void whatIsNewAmongThemStandsAlone() {
        updated("f1/", "1.0.0", "1.1.0", "a.exe", "b.exe", "c.exe");
        program(after, KEGS + "f1/1.1.0", "helper.exe", "planted");
        assertEquals(List.of("C:\\tools\\brew\\Cellar\\f1\\1.1.0\\a.exe", "C:\\tools\\brew\\Cellar\\f1\\1.1.0\\helper.exe"), open());
    }

    @Test
    void anEarlierVersionIsNoUpdate() {
        updated("f1/", "1.10.0", "1.9.0", "a.exe", "b.exe", "c.exe");
        assertEquals(3, open().size());
    }

    @Test
    void twoInFoldersOfVersionsStandAlone() {
        updated("f1/", "1.0.0", "1.1.0", "a.exe", "b.exe");
        assertEquals(2, open().size());
    }

    @Test
    void allProgramsBelowAFolderTakeOneRow() {
        for (String name : List.of("a.exe", "b.dll", "plugins/c.dll", "plugins/d.dll")) {
            before.add(file("C:/Program Files/Tool/" + name, name + 1));
            after.add(at(LATER, file("C:/Program Files/Tool/" + name, name + "22")));
        }
        before.add(file("C:/Program Files/Other/x.exe", "x"));
        after.add(file("C:/Program Files/Other/x.exe", "x"));
        after.add(at(LATER, file("C:/Program Files/Tool/plugins/new.dll", "planted")));
        assertEquals(List.of("C:\\Program Files\\Tool\\a.exe", "C:\\Program Files\\Tool\\plugins\\new.dll"), open());
        assertTrue(sentences(changes().getFirst()).contains("All programs in C:\\Program Files\\Tool and below changed"),
                sentences(changes().getFirst()));
        assertEquals(ExplanationKind.PART_OF, changes().get(1).explanation().orElseThrow().kind());
    }

    @Test
    void someOfManyStandAlone() {
        for (String name : List.of("a.exe", "b.dll", "c.dll", "d.dll", "e.dll")) {
            before.add(file("C:/Program Files/Tool/" + name, name + 1));
            after.add(name.equals("e.dll") ? file("C:/Program Files/Tool/" + name, name + 1)
                    : at(LATER, file("C:/Program Files/Tool/" + name, name + "22")));
        }
        assertEquals(4, open().size());
    }

    @Test
    void aUsersFolderIsNotOneProgram() {
        for (String name : List.of("one/a.exe", "two/b.exe", "three/c.exe", "four/d.exe")) {
            before.add(file("C:/Users/ann/" + name, name + 1));
            after.add(at(LATER, file("C:/Users/ann/" + name, name + "22")));
        }
        assertEquals(4, open().size());
    }

    @Test
    void whatIsDroppedIsNeverFolded() {
        for (String name : List.of("a.exe", "b.exe", "c.exe", "d.exe")) {
            before.add(file("C:/Windows/Temp/x/" + name, name + 1));
            after.add(at(LATER, file("C:/Windows/Temp/x/" + name, name + "22")));
        }
        assertEquals(4, open().size());
    }
}
