package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.assay.model.Progress;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.SelectedText;
import org.assay.startup.StartupScan;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyListTest {

    /** Puts objects one behind another and writes the table of their offsets and the trailer; the first is the top one. */
    private static byte[] binary(byte[]... objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
        List<Integer> offsets = new ArrayList<>();
        for (byte[] object : objects) {
            offsets.add(out.size());
            out.writeBytes(object);
        }
        int table = out.size();
        offsets.forEach(offset -> out.writeBytes(new byte[] {(byte) (offset >> 8), offset.byteValue()}));
        return ByteBuffer.allocate(out.size() + 32).put(out.toByteArray()).put(new byte[] {0, 0, 0, 0, 0, 0, 2, 1})
                .putLong(objects.length).putLong(0).putLong(table).array();
    }

    private static byte[] ascii(String text) {
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        byte[] head = letters.length < 15 ? new byte[] {(byte) (0x50 | letters.length)} : new byte[] {0x5f, 0x10, (byte) letters.length};
        return ByteBuffer.allocate(head.length + letters.length).put(head).put(letters).array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }

    private static byte[] job() {
        return binary(bytes(0xd3, 1, 2, 3, 4, 5, 6), ascii("Label"), ascii("ProgramArguments"), ascii("Disabled"), ascii("com.evil"),
                bytes(0xa2, 7, 8), bytes(0x09), ascii("/bin/sh"), ascii("/tmp/a b"));
    }

    @Test
    void aBinaryJobIsRead() {
        FileStarts read = Places.read(new LaunchdJob(), job());
        FileStart start = read.starts().getFirst();
        assertEquals(List.of("com.evil", "/bin/sh /tmp/a b"), List.of(start.label(), start.command()));
        assertEquals(EntryState.DISABLED, start.details().state());
    }

    @Test
    void everyKindOfObjectIsRead() throws DamagedFile {
        Node node = PropertyList.read(binary(bytes(0xa9, 1, 2, 3, 4, 5, 6, 7, 8, 9), bytes(0x00), bytes(0x08), bytes(0x11, 1, 2),
                bytes(0x13, -1, -1, -1, -1, -1, -1, -1, -1), bytes(0x23, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0), bytes(0x33, 0, 0, 0, 0, 0, 0, 0, 0),
                bytes(0x42, 1, 2), bytes(0x62, 0, 'a', 0x20, 0xac), bytes(0x80, 7)));
        assertEquals(List.of("", "false", "258", "-1", "1.5", "2001-01-01T00:00:00Z", "2 bytes of data", "a\u20ac", "7"),
                ((Node.Row) node).members().stream().map(Node::shown).toList());
    }

    @Test
    void circlesAndSharedPartsAndFalsePlacesEnd() {
        assertThrows(DamagedFile.class, () -> PropertyList.read(binary(bytes(0xa1, 0))));
        byte[][] levels = new byte[40][];
        for (int at = 0; at < levels.length; at++) {
            levels[at] = at == levels.length - 1 ? ascii("x") : bytes(0xa2, at + 1, at + 1);
        }
        assertThrows(DamagedFile.class, () -> PropertyList.read(binary(levels)));
        assertThrows(DamagedFile.class, () -> PropertyList.read(binary(bytes(0xa1, 9))));
        assertThrows(DamagedFile.class, () -> PropertyList.read(binary(bytes(0x5f, 0x13, 127, -1, -1, -1, -1, -1, -1, -1))));
        assertThrows(DamagedFile.class, () -> PropertyList.read(binary(bytes(0x4f, 0x12, 127, -1, -1, -1))));
        byte[] table = binary(ascii("x"));
        table[table.length - 8] = 127;
        assertThrows(DamagedFile.class, () -> PropertyList.read(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bplist00", "<plist/>", "<plist><dict><key>Label</key>", "nonsense",
        "<!DOCTYPE plist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><plist><string>&x;</string></plist>"})
    void whatIsNoneIsAProblem(String text) {
        assertTrue(Places.read(new LaunchdJob(), text.getBytes(StandardCharsets.UTF_8)).problem().isPresent());
    }

    @Test
    void jobsAreListedWithTheirOverrides() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/Library").with("/usr/bin/tool")
                .withText("/Library/LaunchDaemons/a.plist", SelectedText.plist(Map.of("Label", "com.a", "Program", "/usr/bin/tool",
                        "UserName", "nobody")))
                .withText("/Library/LaunchDaemons/b.plist", SelectedText.plist(Map.of("Label", "com.b", "Program", "/usr/bin/gone")))
                .withBytes("/Users/ann/Library/LaunchAgents/evil.plist", job())
                .withText("/Library/LaunchAgents/bad.plist", "<plist>")
                .withText("/private/var/db/com.apple.xpc.launchd/disabled.plist", SelectedText.plist(Map.of("com.a", "true")));
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE);
        assertIterableEquals(List.of("mac-launchagents-local | bad.plist |  | ENABLED | UNPARSED ",
                "mac-launchdaemons-local | com.a | nobody | DISABLED | FOUND /usr/bin/tool",
                "mac-launchdaemons-local | com.b |  | ENABLED | MISSING /usr/bin/gone",
                "mac-launchagents-user | com.evil | ann | DISABLED | MISSING /bin/sh",
                "mac-launchagents-user | com.evil | ann | DISABLED | MISSING /tmp/a b",
                "mac-launchd-disabled | com.a |  | ENABLED | NONE "), outcome.entries().stream()
                        .filter(entry -> entry.catalogueId().startsWith("mac-launch")).map(PropertyListTest::shown).toList());
        assertEquals(List.of("/Library/LaunchAgents/bad.plist"), outcome.gaps().stream().map(gap -> gap.location().text())
                .toList());
    }

    private static String shown(StartupEntry entry) {
        return String.join(" | ", entry.catalogueId(), entry.label(), entry.details().user(), entry.details().state().name(),
                entry.outcome() + " " + entry.targetPath());
    }

    @Test
    void selectsFollowNamesListsAndConditions() throws DamagedFile {
        Node root = JsonNodes.read("""
                {"tasks": [{"command": "a", "on": {"open": "yes"}}, {"command": "b"}],
                 "windows": {"one": {"start": "x"}, "two": {"start": "y"}}, "deep": [{"z": [{"k": 1}]}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals("[command=a, command=b]", found("tasks.command", root));
        assertEquals("[command=a]", found("tasks[on.open=yes].command", root));
        assertEquals("[one=x, two=y]", found("windows.*.start", root));
        assertEquals("[k=1]", found("**.k", root));
        assertEquals("[k=1, one=a table of 1, two=a table of 1]", found("deep.z.k|windows.*|nothing", root));
        assertEquals("[]", found("tasks.command.more", root));
    }

    private static String found(String select, Node root) {
        return Selector.parse(select).in(root).stream().map(found -> found.label() + "=" + found.node().shown()).toList().toString();
    }

    @Property(tries = 500)
    void anyBytesAreAnswered(@ForAll byte[] content) {
        assertTrue(Places.read(new LaunchdJob(), content).starts().size() <= 1);
        assertTrue(Places.read(new LaunchdOverrides(), content).problem().isPresent() || content.length > 0);
    }

    @Property(tries = 1000)
    void aDamagedJobIsAnswered(@ForAll @IntRange(min = 0, max = 10_000) int place, @ForAll byte value) {
        byte[] content = job();
        content[place % content.length] = value;
        assertTrue(Places.read(new LaunchdJob(), content).starts().size() <= 1);
    }

    @Property(tries = 200)
    void anySelectIsAnswered(@ForAll String select) throws DamagedFile {
        Node root = JsonNodes.read("{\"a\": [{\"b\": 1}], \"\": 2}".getBytes(StandardCharsets.UTF_8));
        assertTrue(Selector.parse(select).in(root).size() <= 3);
    }
}
