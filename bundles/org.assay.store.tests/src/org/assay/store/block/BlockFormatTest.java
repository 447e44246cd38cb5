package org.assay.store.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.RandomItems;
import org.assay.store.bytes.Deflation;
import org.assay.store.bytes.MalformedBytes;
import org.junit.jupiter.api.Test;

class BlockFormatTest {

    private static final Item WIN_INI = new FileItem(Location.file("C:", "WINDOWS", "win.ini"), FileKind.FILE, 477,
            FileTimes.modifiedAt(Instant.parse("1999-04-23T22:22:00.000000005Z")), Optional.of(0644), Optional.of("root"), Optional.empty(),
            Optional.of(Bytes.ofHex("00112233445566778899aabbccddeeff".repeat(2))), Optional.empty(), FileDetails.NONE);

    @Test
    void itemsOfEveryKindComeBackEqual() {
        for (int seed = 0; seed < 200; seed++) {
            List<Item> items = new RandomItems(seed).items(seed * 3);
            BlockFormat.Packed packed = packed(items);
            assertEquals(items, decoded(BlockFormat.unpack(packed.data(), packed.checksum())), "seed " + seed);
        }
    }

    @Test
    void oneItemAloneComesBackEqual() {
        for (Item item : new RandomItems(5).items(2000)) {
            assertEquals(item, BlockFormat.unpackOne(BlockFormat.packOne(item)));
        }
    }

    @Test
    void theLayoutIsThatOfTheDocument() {
        assertEquals("02" + "31" + "00" // version, length of the fields, not compressed
                + "01" + "0f" + "16" + "08" // items, lengths of shapes, names, numbers
                + "00" + "0446494c45" + "0b" + "a403" + "04726f6f74" + "00" // shape 0, new: FILE, flags, mode, owner, no details
                + "00" + "03" + "00" + "02433a" + "0757494e444f5753" + "0777696e2e696e69" // 0 shared, 3 own, prefix 0
                + "dd03" + "90ca87f206" + "05" // size, seconds, nanoseconds
                + "00112233445566778899aabbccddeeff".repeat(2), HexFormat.of().formatHex(BlockFormat.packOne(WIN_INI)));
    }

    @Test
    void blocksOfTheFirstVersionAreStillRead() {
        byte[] first = HexFormat.of().parseHex("01" + "30" + "00" + "01" + "0e" + "16" + "08" + "00" + "0446494c45" + "0b" + "a403"
                + "04726f6f74" + "00" + "03" + "00" + "02433a" + "0757494e444f5753" + "0777696e2e696e69" + "dd03" + "90ca87f206" + "05"
                + "00112233445566778899aabbccddeeff".repeat(2));
        assertEquals(WIN_INI, BlockFormat.unpackOne(first));
    }

    @Test
    void theChecksumIsOverTheContentAndNotOverItsCompression() {
        byte[] alone = BlockFormat.packOne(WIN_INI);
        byte[] content = new byte[alone.length - 2];
        content[0] = alone[0];
        System.arraycopy(alone, 3, content, 1, alone.length - 3);
        assertEquals(Sha256.of(content), packed(List.of(WIN_INI)).checksum());
    }

    @Test
    void aByteThatChangedIsNoticedWhereverItIs() {
        BlockFormat.Packed packed = packed(new RandomItems(3).items(40));
        for (int at = 0; at < packed.data().length; at++) {
            byte[] damaged = packed.data().clone();
            damaged[at] ^= (byte) (1 << at % 8);
            assertRefusedOrSame(damaged, packed);
            byte[] cut = Arrays.copyOf(damaged, damaged.length - 1);
            assertThrows(MalformedBytes.class, () -> decoded(BlockFormat.unpack(cut, packed.checksum())));
        }
    }

    /** Where the deflated stream has bits without meaning the content stays the same; nothing else may pass. */
    private static void assertRefusedOrSame(byte[] damaged, BlockFormat.Packed packed) {
        try {
            assertEquals(decoded(BlockFormat.unpack(packed.data(), packed.checksum())),
                    decoded(BlockFormat.unpack(damaged, packed.checksum())));
        } catch (MalformedBytes e) {
            assertNotEquals("", e.getMessage());
        }
    }

    @Test
    void bytesWithoutChecksumAreDecodedOrRefusedButNeverMore() {
        Random random = new Random(8);
        for (Item item : new RandomItems(8).items(3000)) {
            byte[] bytes = BlockFormat.packOne(item);
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                BlockFormat.unpackOne(bytes);
            } catch (MalformedBytes e) {
                assertNotEquals("", e.getMessage());
            }
        }
    }

    @Test
    void aNewerFormatIsNamed() {
        byte[] newer = BlockFormat.packOne(WIN_INI);
        newer[0] = 4;
        assertTrue(assertThrows(MalformedBytes.class, () -> BlockFormat.unpackOne(newer)).getMessage().contains("block format 4"));
    }

    @Test
    void aCompressedPartMayNotClaimMoreThanCompressionCanMake() {
        byte[] deflated = Deflation.deflate(new byte[1 << 20], 9);
        assertEquals(1 << 20, Deflation.inflate(deflated, 1 << 20).length);
        for (long claimed : new long[] {-1, (1 << 20) - 1, (1 << 20) + 1, Integer.MAX_VALUE - 8, Long.MAX_VALUE}) {
            assertThrows(MalformedBytes.class, () -> Deflation.inflate(deflated, claimed));
        }
        assertThrows(MalformedBytes.class, () -> Deflation.inflate(Arrays.copyOf(deflated, 20), 1 << 12));
    }

    @Test
    void whatDoesNotCompressComesBackToo() {
        byte[] noise = new RandomItems(1).bytes(100_000).toArray();
        assertEquals(Bytes.copyOf(noise), Bytes.copyOf(Deflation.inflate(Deflation.deflate(noise, 1), noise.length)));
        assertEquals(0, Deflation.inflate(Deflation.deflate(new byte[0], 1), 0).length);
    }

    @Test
    void itemsThatContradictThemselvesAreRefused() {
        ItemEncoder encoder = new ItemEncoder();
        assertThrows(IllegalArgumentException.class, () -> encoder.add(new ValueItem(Location.key("HKLM"), 1, Bytes.EMPTY)));
        assertThrows(IllegalArgumentException.class,
                () -> encoder.add(KeyItem.of(Location.file("C:"), Optional.empty(), Optional.empty(), Optional.empty(), false)));
        assertThrows(IllegalArgumentException.class, () -> encoder.add(new FileItem(Location.file("C:"), FileKind.FILE, 0,
                FileTimes.modifiedAt(Instant.EPOCH),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Bytes.ofHex("00")), Optional.empty(), FileDetails.NONE)));
    }

    private static BlockFormat.Packed packed(List<Item> items) {
        ItemEncoder encoder = new ItemEncoder();
        items.forEach(encoder::add);
        return BlockFormat.pack(encoder);
    }

    private static List<Item> decoded(ItemDecoder decoder) {
        List<Item> items = new ArrayList<>();
        decoder.forEachRemaining(items::add);
        return items;
    }
}
