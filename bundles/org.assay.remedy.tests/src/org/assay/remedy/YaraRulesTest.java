package org.assay.remedy;

import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.testkit.Programs;
import org.assay.testkit.Programs.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YaraRulesTest {

    @TempDir
    private Path folder;

    @Test
    void yaraFindsTheFilesAndNoOthersWhateverTheirNames() throws IOException {
        Programs.assumeThereIs("yara");
        List<TaggedChange> changes = new ArrayList<>();
        TreeSet<String> expected = new TreeSet<>();
        Path searched = Files.createDirectory(folder.resolve("searched"));
        for (String name : Hostile.names()) {
            int number = changes.size() + 1;
            changes.add(Changes.tagged(Decision.QUARANTINE, Changes.added(number, file(Location.file("C:", name), "worm " + number))));
            Files.writeString(searched.resolve("bad" + number), "worm " + number);
            Files.writeString(searched.resolve("good" + number), "Worm " + number);
            expected.add("assay_change_" + number + " " + searched.resolve("bad" + number));
        }
        Path rules = folder.resolve("files.yar");
        try (OutputStream out = Files.newOutputStream(rules)) {
            YaraRules.write(Indicators.of(Changes.contents(changes.toArray(TaggedChange[]::new))).all(), out);
        }
        Outcome found = Programs.run(folder, "yara", rules.toString(), searched.toString());
        assertEquals(0, found.exitCode(), found.output());
        assertEquals(expected, found.output().lines().collect(Collectors.toCollection(TreeSet::new)));
    }
}
