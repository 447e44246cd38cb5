package org.assay.compare.rule;

import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.special;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MadeWritableForAllTest {

    static Stream<Arguments> modes() {
        return Stream.of(
                arguments("program", file("/usr/bin/x", "x"), 0755, 0757, "HIGH"),
                arguments("library", file("/usr/lib/libx.so", "x"), 0644, 0666, "HIGH"),
                arguments("text", file("/etc/passwd", "x"), 0644, 0646, "MEDIUM"),
                arguments("directory", directory("/etc/cron.d"), 0755, 0777, "MEDIUM"),
                arguments("directory that is no longer sticky", directory("/tmp"), 01777, 0777, "MEDIUM"),
                arguments("socket", special("/run/docker.sock", FileKind.SOCKET), 0660, 0666, "MEDIUM"),
                arguments("writable for the group", file("/usr/bin/x", "x"), 0755, 0775, ""),
                arguments("writable before", file("/usr/bin/x", "x"), 0666, 0777, ""),
                arguments("not writable any more", file("/usr/bin/x", "x"), 0777, 0755, ""),
                arguments("sticky directory", directory("/srv/drop"), 0755, 01777, ""),
                arguments("in a tree named like a drive", file("C:/x.exe", "x"), 0755, 0777, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modes")
    void judgesModes(String what, FileItem item, int before, int after, String expected) {
        assertEquals(expected, severity(List.of(owned(item, before, "root", "root")), List.of(owned(item, after, "root", "root"))));
    }

    @Test
    void whatIsNewOrHadNoModeWasNotMadeWritable() {
        FileItem writable = owned(file("/usr/bin/x", "x"), 0777, "root", "root");
        assertEquals("", severity(List.of(), List.of(writable)));
        assertEquals("", severity(List.of(file("/usr/bin/x", "1")), List.of(writable)));
    }

    private static String severity(List<Item> before, List<Item> after) {
        return String.join(" ", SnapshotComparison.run(ListView.of(before.toArray(Item[]::new)), ListView.of(after.toArray(Item[]::new)),
                Progress.NONE).stream().flatMap(change -> change.findings().stream())
                .filter(finding -> finding.code().equals("made-writable-for-all")).map(finding -> finding.severity().name()).toList());
    }
}
