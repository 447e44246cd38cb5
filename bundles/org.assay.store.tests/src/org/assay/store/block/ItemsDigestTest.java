package org.assay.store.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.RandomItems;
import org.assay.store.bytes.ByteWriter;
import org.junit.jupiter.api.Test;

class ItemsDigestTest {

    private static final FileItem FILE = new FileItem(Location.file("C:", "win.ini"), FileKind.FILE, 477,
            new FileTimes(Instant.ofEpochSecond(924906120, 5), Optional.empty(), Optional.of(Instant.EPOCH), Optional.empty()),
            Optional.of(0644), Optional.of("root"), Optional.empty(),
            Optional.of(Bytes.ofHex("00112233445566778899aabbccddeeff".repeat(2))),
            Optional.empty(), FileDetails.of(Optional.of(new Inode(1, 200, 3, 4096, 5, 6)), Set.of(FileFlag.SYSTEM, FileFlag.HIDDEN),
                    new TreeMap<>(Map.of("user.x", Bytes.ofHex("ff"))), Map.of(DigestAlgorithm.MD5, Bytes.ofHex("ab".repeat(16))),
                    Optional.of(ContentType.TEXT), Optional.of(Signature.of(SignatureStatus.VALID, "s", "i", Optional.empty(), ""))));

    @Test
    void theBytesOfAnItemAreThoseOfTheFormatsPage() {
        assertBytes("46 02 02433a 0777696e2e696e69 01 0446494c45 02 a403 03 04726f6f74 05 01c801038020 0506"
                + "06 02 0648494444454e 0653595354454d 07 01 06757365722e78 01ff 08 0454455854 09 0556414c4944 0173 0169 00 00"
                + "18 dd03 19 90ca87f206 05 1b 0000 20 20" + "00112233445566778899aabbccddeeff".repeat(2)
                + "21 01 034d4435 10" + "ab".repeat(16), FILE);
        assertBytes("4b 01 04484b4c4d 01 034b4559 28 0200 29 0163",
                KeyItem.of(Location.key("HKLM"), Optional.of(Instant.ofEpochSecond(1)), Optional.of("c"), Optional.empty(), false));
        assertBytes("56 02 04484b4c4d 0176 01 0556414c5545 32 ffffffff0f 33 020102",
                new ValueItem(Location.key("HKLM").value("v"), -1, Bytes.ofHex("0102")));
    }

    @Test
    void aDigestIsOverThePrefixAndEachItemWithItsLength() {
        Item item = new ValueItem(Location.key("HKLM").value("v"), 1, Bytes.EMPTY);
        byte[] bytes = canonical(item);
        assertEquals(Sha256.of("assay items 1\n".getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) bytes.length}, bytes),
                digest(List.of(item)));
        assertEquals(Sha256.of("assay items 1\n".getBytes(StandardCharsets.US_ASCII)), digest(List.of()));
    }

    @Test
    void itemsHaveTheSameBytesExactlyWhenTheySayTheSame() {
        List<Item> items = new RandomItems(11).items(20_000);
        Map<Bytes, Item> known = new HashMap<>();
        ByteWriter out = new ByteWriter(16);
        CanonicalItem one = new CanonicalItem(out);
        for (Item item : items) {
            one.write(item);
            assertEquals(Bytes.copyOf(canonical(item)), Bytes.copyOf(out.toArray()), "what came before does not matter");
            Item before = known.putIfAbsent(Bytes.copyOf(out.toArray()), item);
            assertEquals(before == null ? item : before, item);
        }
        assertEquals(Set.copyOf(items).size(), known.size());
    }

    @Test
    void whatComesAtOnePlaceMayComeInAnyOrder() {
        List<Item> items = new ArrayList<>(IntStream.range(0, 50).mapToObj(number -> (Item) new ValueItem(
                Location.key("HKLM").value(number % 2 == 0 ? "name" : "NAME"), number, Bytes.EMPTY)).toList());
        items.add(new ValueItem(Location.key("HKLM").value("other"), 1, Bytes.EMPTY));
        Bytes digest = digest(items);
        Collections.shuffle(items.subList(0, 50), new Random(1));
        assertEquals(digest, digest(items));
        assertNotEquals(digest, digest(items.subList(1, 51)));
    }

    private static void assertBytes(String hex, Item item) {
        assertEquals(hex.replace(" ", ""), Bytes.copyOf(canonical(item)).hex());
    }

    private static byte[] canonical(Item item) {
        ByteWriter out = new ByteWriter(16);
        new CanonicalItem(out).write(item);
        return out.toArray();
    }

    private static Bytes digest(List<Item> items) {
        ItemsDigest digest = new ItemsDigest();
        items.forEach(digest::add);
        return digest.end();
    }
}
