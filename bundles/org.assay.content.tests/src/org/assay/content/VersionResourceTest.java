package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.assay.model.item.ProgramVersion;
import org.junit.jupiter.api.Test;

class VersionResourceTest {

    private static final int ADDRESS = 0x5000;
    private static final ProgramVersion LEDGER = new ProgramVersion("10.0.19041.3636", "Ledger", "Ledger Software Ltd", "Books",
            "LEDGER.EXE");

    /** A block of a version resource: its key, its value, and its children, each on a multiple of four bytes. */
    private static byte[] block(String key, byte[] value, int valueLength, byte[]... children) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[6]);
        out.writeBytes((key + "\0").getBytes(StandardCharsets.UTF_16LE));
        pad(out);
        out.writeBytes(value);
        for (byte[] child : children) {
            pad(out);
            out.writeBytes(child);
        }
        byte[] block = out.toByteArray();
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).putShort((short) block.length).putShort((short) valueLength);
        return block;
    }

    private static void pad(ByteArrayOutputStream out) {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
    }

    private static byte[] string(String key, String value) {
        return block(key, (value + "\0").getBytes(StandardCharsets.UTF_16LE), value.length() + 1);
    }

    private static byte[] version() {
        ByteBuffer fixed = ByteBuffer.allocate(52).order(ByteOrder.LITTLE_ENDIAN);
        fixed.putInt(0xfeef04bd).putInt(0x10000).putInt(10 << 16).putInt(19041 << 16 | 3636);
        return block("VS_VERSION_INFO", fixed.array(), 52, block("StringFileInfo", new byte[0], 0, block("040904b0", new byte[0], 0,
                string("CompanyName", LEDGER.company()), string("FileDescription", LEDGER.description()),
                string("ProductName", LEDGER.product()), string("OriginalFilename", LEDGER.originalName()))));
    }

    /** Three levels of directories with an icon beside the version. */
    static byte[] resources() {
        byte[] version = version();
        ByteBuffer out = ByteBuffer.allocate(112 + version.length).order(ByteOrder.LITTLE_ENDIAN);
        out.position(14).putShort((short) 2).putInt(3).putInt(0x80000000 | 40).putInt(16).putInt(0x80000000 | 40);
        out.position(40 + 14).putShort((short) 1).putInt(1).putInt(0x80000000 | 64);
        out.position(64 + 14).putShort((short) 1).putInt(0x409).putInt(96);
        out.position(96).putInt(ADDRESS + 112).putInt(version.length);
        return out.position(112).put(version).array();
    }

    @Test
    void numberAndNamesAreRead() {
        assertEquals(Optional.of(LEDGER), VersionResource.read(resources(), ADDRESS));
    }

    @Test
    void whatIsCutOffIsNotThere() {
        byte[] whole = resources();
        for (int length = 0; length < whole.length; length++) {
            Optional<ProgramVersion> read = VersionResource.read(Arrays.copyOf(whole, length), ADDRESS);
            assertTrue(read.isEmpty() || !read.get().equals(LEDGER) || length > 112 + 200, "cut at " + length);
        }
    }

    @Property(tries = 2000)
    void whateverStandsThereReadingEnds(@ForAll int at, @ForAll byte value) {
        byte[] damaged = resources();
        damaged[Math.floorMod(at, damaged.length)] = value;
        VersionResource.read(damaged, ADDRESS);
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertTrue(LEDGER.compareNumber(new ProgramVersion("10.0.19041.388", "", "", "", "")) > 0);
        assertTrue(LEDGER.compareNumber(new ProgramVersion("10.1", "", "", "", "")) < 0);
        assertEquals(0, LEDGER.compareNumber(new ProgramVersion("", "", "", "", "")));
    }
}
