package org.assay.model.item;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.text.Bytes;

/**
 * Compares security descriptors of two machines. Each machine, and each domain, has three random numbers in the SIDs of its accounts
 * ([MS-DTYP] 2.4.2.4), and gives accounts numbers from 1000 on as they are made; so the descriptors of one user's keys differ on every
 * machine where nothing differs.
 */
public final class KeySecurity {

    private static final int HEADER = 20;
    private static final int ACL_HEADER = 8;
    private static final int SID_HEADER = 8;
    /** Where the SID stands in an entry of a type that has no object ids: behind its header and mask. */
    private static final int SID_IN_ENTRY = 8;
    /** Types of entries that have the SID there: allowed, denied, audit, alarm, with or without a condition, and the integrity label. */
    private static final Set<Integer> PLAIN_ENTRIES = Set.of(0, 1, 2, 3, 9, 10, 13, 14, 17);
    /** The accounts that Windows makes itself have lower numbers, the same on every machine. */
    private static final int FIRST_OWN_ACCOUNT = 1000;
    private static final int MACHINE_ACCOUNTS = 21;

    private KeySecurity() {
    }

    /**
     * Whether both say the same. When they name accounts of the same machines and domains, every byte must be equal. Else accounts count as
     * the same that stand at the same places.
     */
    public static boolean same(Bytes one, Bytes other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<View> first = View.of(one);
        Optional<View> second = View.of(other);
        return first.isPresent() && second.isPresent() && !first.get().machines().equals(second.get().machines())
                && first.get().bytes().equals(second.get().bytes());
    }

    /** The machines and domains whose accounts a descriptor names, by the numbers of each; empty when it is not a sound descriptor. */
    public static Optional<Set<List<Integer>>> machines(Bytes descriptor) {
        return View.of(descriptor).map(View::machines);
    }

    /**
     * A descriptor without what tells machines apart.
     *
     * @param bytes the descriptor, its machines and own accounts numbered as they come
     * @param machines the numbers of the machines and domains that it names
     */
    private record View(Bytes bytes, Set<List<Integer>> machines) {

        /** Empty when it is not a sound descriptor. */
        static Optional<View> of(Bytes descriptor) {
            ByteBuffer bytes = ByteBuffer.wrap(descriptor.toArray()).order(ByteOrder.LITTLE_ENDIAN);
            Set<List<Integer>> machines = new LinkedHashSet<>();
            try {
                List<Integer> sids = sids(bytes);
                List<List<Integer>> accounts = new ArrayList<>();
                for (int at : sids) {
                    number(bytes, at, machines, accounts);
                }
            } catch (IndexOutOfBoundsException e) {
                return Optional.empty();
            }
            return Optional.of(new View(Bytes.copyOf(bytes.array()), machines));
        }

        /** Where its SIDs are: the owner's, the group's, and those of the entries of both lists. */
        private static List<Integer> sids(ByteBuffer bytes) {
            List<Integer> sids = new ArrayList<>();
            for (int field : List.of(4, 8)) {
                int at = bytes.getInt(field);
                if (at >= HEADER) {
                    sids.add(at);
                }
            }
            for (int field : List.of(12, 16)) {
                int list = bytes.getInt(field);
                if (list >= HEADER) {
                    entries(bytes, list, sids);
                }
            }
            return new ArrayList<>(new LinkedHashSet<>(sids));
        }

        private static void entries(ByteBuffer bytes, int list, List<Integer> sids) {
            int count = Short.toUnsignedInt(bytes.getShort(list + 4));
            int at = list + ACL_HEADER;
            for (int entry = 0; entry < count; entry++) {
                int size = Short.toUnsignedInt(bytes.getShort(at + 2));
                if (size < SID_IN_ENTRY + SID_HEADER) {
                    throw new IndexOutOfBoundsException(at);
                }
                if (PLAIN_ENTRIES.contains(Byte.toUnsignedInt(bytes.get(at)))) {
                    sids.add(at + SID_IN_ENTRY);
                }
                at += size;
            }
        }

        /** Puts a running number in the place of the machine's numbers, and of the account's where it is one of the machine's own. */
        private static void number(ByteBuffer bytes, int at, Set<List<Integer>> machines, List<List<Integer>> accounts) {
            int parts = Byte.toUnsignedInt(bytes.get(at + 1));
            int first = at + SID_HEADER;
            if (parts < 4 || bytes.get(at + 7) != 5 || bytes.getInt(first) != MACHINE_ACCOUNTS) {
                return;
            }
            List<Integer> machine = List.of(bytes.getInt(first + 4), bytes.getInt(first + 8), bytes.getInt(first + 12));
            machines.add(machine);
            int machineNumber = new ArrayList<>(machines).indexOf(machine);
            for (int part = 1; part <= 3; part++) {
                bytes.putInt(first + 4 * part, machineNumber);
            }
            if (parts == 5 && Integer.compareUnsigned(bytes.getInt(first + 16), FIRST_OWN_ACCOUNT) >= 0) {
                List<Integer> account = List.of(machineNumber, bytes.getInt(first + 16));
                if (!accounts.contains(account)) {
                    accounts.add(account);
                }
                bytes.putInt(first + 16, FIRST_OWN_ACCOUNT + accounts.indexOf(account));
            }
        }
    }
}
