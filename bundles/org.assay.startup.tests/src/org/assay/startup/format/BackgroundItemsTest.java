package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What macOS starts in the background; facts from objective-see's DumpBTM and KnockKnock, and mac_alias. */
class BackgroundItemsTest {

    private static final String DATABASE = "/private/var/db/com.apple.backgroundtaskmanagement/BackgroundItems-v13.btm";
    private static final String OLD = "/Users/art/Library/Application Support/com.apple.backgroundtaskmanagementagent/backgrounditems.btm";

    /** A database with one item, which starts {@code program} and belongs to a job that lies elsewhere. */
    static byte[] database(String program, int disposition) {
        return plist(List.of("<string>$null</string>", "<dict><key>executablePath</key><integer>2</integer><key>url</key>"
                + "<integer>3</integer><key>name</key><integer>5</integer><key>developerName</key><integer>6</integer>"
                + "<key>disposition</key><integer>" + disposition + "</integer></dict>", "<string>" + program + "</string>",
                "<dict><key>NS.base</key><integer>0</integer><key>NS.relative</key><integer>4</integer></dict>",
                "<string>file:///Applications/A%20b.app/</string>", "<string>evil</string>", "<string>Somebody</string>"));
    }

    private static byte[] plist(List<String> objects) {
        return ("<plist version=\"1.0\"><dict><key>$archiver</key><string>NSKeyedArchiver</string><key>$objects</key><array>"
                + String.join("", objects) + "</array></dict></plist>").getBytes(StandardCharsets.UTF_8);
    }

    /** A bookmark to a path of these components. */
    private static byte[] bookmark(String... names) {
        ByteWriter items = new ByteWriter().u32(0);
        List<Integer> places = new ArrayList<>();
        int at = 4;
        for (String name : names) {
            places.add(at);
            items.u32(name.length()).u32(0x0101).bytes(name.getBytes(StandardCharsets.UTF_8));
            at += 8 + name.length();
        }
        int array = at;
        items.u32(4 * names.length).u32(0x0601);
        places.forEach(items::u32);
        int table = array + 8 + 4 * names.length;
        items.u32(32).u32(0xfffffffe).u32(1).u32(0).u32(1).u32(0x1004).u32(array).u32(0);
        byte[] content = items.toArray();
        content[0] = (byte) table;
        return new ByteWriter().bytes("book".getBytes(StandardCharsets.UTF_8)).u32(0x30 + content.length).u32(0x10040000).u32(0x30)
                .padTo(0x30).bytes(content).toArray();
    }

    private static List<String> found(MemorySnapshot machine) {
        return StartupScan.run(Catalogue.standard(), machine.withFolder("/System").withFolder("/Library"), Progress.NONE).entries().stream()
                .filter(entry -> !entry.targetPath().endsWith(".btm")).map(BackgroundItemsTest::told).toList();
    }

    private static String told(StartupEntry entry) {
        return entry.label() + " " + entry.details().state() + " " + entry.outcome() + " " + entry.targetPath();
    }

    @ParameterizedTest
    @CsvSource({"3, ENABLED", "11, ENABLED", "1, DISABLED", "2, DISABLED"})
    void aRecordLeadsToItsProgramAndWhatItBelongsTo(int disposition, String state) {
        assertEquals(List.of("evil " + state + " FOUND /opt/x", "evil " + state + " FOUND /Applications/A b.app/Contents/MacOS/a"),
                found(new MemorySnapshot().withBytes(DATABASE, database("/opt/x", disposition)).with("/opt/x",
                        "/Applications/A b.app/Contents/MacOS/a")));
    }

    @Test
    void aLoginItemLeadsToWhereItsBookmarkDoes() {
        byte[] list = plist(List.of("<string>$null</string>", "<data>" + Base64.getEncoder().encodeToString(bookmark("Users", "art",
                "x")) + "</data>"));
        assertEquals(List.of("backgrounditems.btm ENABLED FOUND /Users/art/x"), found(new MemorySnapshot().withBytes(OLD, list)
                .with("/Users/art/x")));
    }
}
