package org.assay.model.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

class KeySecurityTest {

    private static final int ALL = 0xf003f;
    private static final int READ = 0x20019;
    private static final String SYSTEM = "S-1-5-18";

    /** A self-relative descriptor: an owner, a group and a list of entries that allow {@code mask}. */
    private static Bytes descriptor(String owner, int mask, String... allowed) {
        byte[][] sids = Stream.of(allowed).map(KeySecurityTest::sid).toArray(byte[][]::new);
        int listBytes = 8 + Stream.of(sids).mapToInt(sid -> sid.length + 8).sum();
        byte[] ownerSid = sid(owner);
        ByteBuffer bytes = ByteBuffer.allocate(20 + listBytes + 2 * ownerSid.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1).put((byte) 0).putShort((short) 0x8004).putInt(20 + listBytes).putInt(20 + listBytes + ownerSid.length);
        bytes.putInt(0).putInt(20);
        bytes.put((byte) 2).put((byte) 0).putShort((short) listBytes).putShort((short) sids.length).putShort((short) 0);
        for (byte[] sid : sids) {
            bytes.put((byte) 0).put((byte) 2).putShort((short) (8 + sid.length)).putInt(mask).put(sid);
        }
        return Bytes.copyOf(bytes.put(ownerSid).put(ownerSid).array());
    }

    private static byte[] sid(String text) {
        int[] parts = Arrays.stream(text.split("-")).skip(2).mapToInt(Integer::parseUnsignedInt).toArray();
        ByteBuffer sid = ByteBuffer.allocate(8 + 4 * (parts.length - 1)).order(ByteOrder.LITTLE_ENDIAN);
        sid.put((byte) 1).put((byte) (parts.length - 1)).put(new byte[5]).put((byte) parts[0]);
        Arrays.stream(parts).skip(1).forEach(sid::putInt);
        return sid.array();
    }

    private static String account(int machine, int number) {
        return "S-1-5-21-" + machine + "-2-3-" + number;
    }

    @Test
    void oneUsersKeysAreTheSameOnTwoMachines() {
        assertTrue(KeySecurity.same(descriptor(account(1, 1001), ALL, account(1, 1001), SYSTEM),
                descriptor(account(9, 1007), ALL, account(9, 1007), SYSTEM)));
    }

    @Test
    void onOneMachineEveryByteCounts() {
        assertFalse(KeySecurity.same(descriptor(SYSTEM, ALL, account(1, 1001)), descriptor(SYSTEM, ALL, account(1, 1002))));
        assertFalse(KeySecurity.same(descriptor(SYSTEM, ALL, SYSTEM), descriptor("S-1-5-19", ALL, SYSTEM)));
    }

    @Test
    void whatDiffersBesideTheMachineIsADifference() {
        Bytes before = descriptor(account(1, 500), ALL, account(1, 1001), account(1, 1002), SYSTEM);
        assertTrue(KeySecurity.same(before, descriptor(account(9, 500), ALL, account(9, 1008), account(9, 1001), SYSTEM)));
        assertFalse(KeySecurity.same(before, descriptor(account(9, 500), READ, account(9, 1008), account(9, 1001), SYSTEM)));
        assertFalse(KeySecurity.same(before, descriptor(account(9, 501), ALL, account(9, 1008), account(9, 1001), SYSTEM)));
        assertFalse(KeySecurity.same(before, descriptor(account(9, 500), ALL, account(9, 1008), account(9, 1008), SYSTEM)));
        assertFalse(KeySecurity.same(before, descriptor(account(9, 500), ALL, account(9, 1008), account(8, 1001), SYSTEM)));
        assertFalse(KeySecurity.same(before, descriptor(account(9, 500), ALL, account(9, 1008), account(9, 1001), "S-1-1-0")));
        assertFalse(KeySecurity.same(before, descriptor(account(9, 500), ALL, account(9, 1008), account(9, 1001), SYSTEM, SYSTEM)));
    }

    @Test
    void whatIsNoDescriptorIsComparedByteForByteAndNeverThrows() {
        Random random = new Random(3);
        byte[] sound = descriptor(account(1, 1001), ALL, account(1, 1001), SYSTEM).toArray();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Bytes damaged = Bytes.copyOf(bytes);
            assertEquals(KeySecurity.same(damaged, Bytes.copyOf(sound)), KeySecurity.same(Bytes.copyOf(sound), damaged));
            assertTrue(KeySecurity.same(damaged, damaged));
        }
    }
}
