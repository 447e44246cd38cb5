package org.assay.compare.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

class BroadRightsTest {

    private static final int USERS = 545;
    private static final int ADMINISTRATORS = 544;

    /** A descriptor whose list has these entries: type, flags, rights, and which group of the machine's own. */
    private static Bytes descriptor(int[]... entries) {
        ByteBuffer bytes = ByteBuffer.allocate(28 + 24 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1).put((byte) 0).putShort((short) 0x8004).putInt(0).putInt(0).putInt(0).putInt(20);
        bytes.put((byte) 2).put((byte) 0).putShort((short) (8 + 24 * entries.length)).putShort((short) entries.length).putShort((short) 0);
        for (int[] entry : entries) {
            bytes.put((byte) entry[0]).put((byte) entry[1]).putShort((short) 24).putInt(entry[2]);
            bytes.put(new byte[] {1, 2, 0, 0, 0, 0, 0, 5}).putInt(32).putInt(entry[3]);
        }
        return Bytes.copyOf(bytes.array());
    }

    private static Set<String> writers(Bytes descriptor) {
        return BroadRights.writers(Optional.of(descriptor));
    }

    @Test
    void whoeverMayWriteAndHoldsNearlyEverybodyIsNamed() {
        assertEquals(Set.of("Users"), writers(descriptor(new int[] {0, 0, 0x20019, ADMINISTRATORS}, new int[] {0, 0, 0xF003F, USERS})));
        assertEquals(Set.of(), writers(descriptor(new int[] {0, 0, 0x20019, USERS})), "to read only");
        assertEquals(Set.of(), writers(descriptor(new int[] {1, 0, 0xF003F, USERS})), "denied");
        assertEquals(Set.of(), writers(descriptor(new int[] {0, 8, 0xF003F, USERS})), "for what lies below only");
        assertEquals(Set.of(), writers(descriptor(new int[] {0, 0, 0xF003F, ADMINISTRATORS})));
    }

    @Test
    void withoutAListEverybodyMayDoEverything() {
        assertEquals(Set.of("Everyone"), writers(Bytes.ofHex("0100048000000000000000000000000000000000")));
        assertEquals(Set.of("Everyone"), writers(Bytes.ofHex("0100008000000000000000000000000014000000")));
        assertEquals(Set.of(), BroadRights.writers(Optional.empty()));
    }

    @Test
    void whatIsNoDescriptorNamesNobodyAndEnds() {
        Random random = new Random(7);
        byte[] whole = descriptor(new int[] {0, 0, 0xF003F, USERS}, new int[] {0, 0, 0xF003F, USERS}).toArray();
        for (int count = 0; count < 20_000; count++) {
            byte[] bytes = whole.clone();
            for (int change = 0; change < 3; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            writers(Bytes.copyOf(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))));
        }
    }

    @Test
    void whomAPosixListLetsWriteIsNamedUnlessItsMaskForbids() {
        assertEquals(Set.of("user 1000"), posix("02000000" + "01000600ffffffff" + "02000700e8030000" + "04000500ffffffff"
                + "10000700ffffffff" + "20000500ffffffff"));
        assertEquals(Set.of(), posix("02000000" + "01000600ffffffff" + "02000700e8030000" + "04000500ffffffff"
                + "10000500ffffffff" + "20000500ffffffff"));
    }

    private static Set<String> posix(String hex) {
        return NamedRights.writers(List.of(Map.entry("system.posix_acl_access", Bytes.ofHex(hex))));
    }
}
