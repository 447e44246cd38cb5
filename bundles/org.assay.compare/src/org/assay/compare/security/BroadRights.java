package org.assay.compare.security;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.assay.model.text.Bytes;

/**
 * Which groups that hold everybody, or nearly so, a security descriptor of Windows lets write ([MS-DTYP] 2.4.6, 2.4.5, 2.4.4). What a
 * descriptor denies is not looked at: one entry more that grants is what is asked about.
 */
public final class BroadRights {

    /** Well-known security identifiers ([MS-DTYP] 2.4.2.4). */
    private static final Map<String, String> GROUPS = Map.of("S-1-1-0", "Everyone", "S-1-2-0", "LOCAL", "S-1-5-2", "NETWORK",
            "S-1-5-4", "INTERACTIVE", "S-1-5-7", "ANONYMOUS LOGON", "S-1-5-11", "Authenticated Users", "S-1-5-32-545", "Users",
            "S-1-5-32-546", "Guests");

    /**
     * To write or append, to make what lies below, to remove it, to give oneself more rights, to take it over, and what stands for all
     * that, by the numbers that files and keys have in common.
     */
    private static final int WRITE = 0x2 | 0x4 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;

    private static final int HEADER_BYTES = 20;
    private static final int ACL_HEADER_BYTES = 8;
    private static final int ACE_HEADER_BYTES = 8;
    private static final int DACL_PRESENT = 0x4;
    private static final int ALLOWED = 0;
    private static final int ALLOWED_CALLBACK = 9;
    private static final int INHERIT_ONLY = 0x8;
    private static final int MAX_SUB_AUTHORITIES = 15;

    private BroadRights() {
    }

    /** Their names; Everyone where there is no list of rights, for then everybody may do everything. None of what is no descriptor. */
    public static Set<String> writers(Optional<Bytes> descriptor) {
        Set<String> writers = new TreeSet<>();
        descriptor.filter(bytes -> bytes.length() >= HEADER_BYTES).ifPresent(bytes -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN);
            int list = buffer.getInt(16);
            if ((buffer.getShort(2) & DACL_PRESENT) == 0 || list == 0) {
                writers.add(GROUPS.get("S-1-1-0"));
            } else if (list >= HEADER_BYTES && list <= buffer.limit() - ACL_HEADER_BYTES) {
                addWriters(buffer, list, writers);
            }
        });
        return writers;
    }

    private static void addWriters(ByteBuffer buffer, int list, Set<String> writers) {
        int count = buffer.getShort(list + 4) & 0xffff;
        int at = list + ACL_HEADER_BYTES;
        for (int entry = 0; entry < count && at <= buffer.limit() - ACE_HEADER_BYTES; entry++) {
            int type = buffer.get(at);
            int size = buffer.getShort(at + 2) & 0xffff;
            boolean allows = (type == ALLOWED || type == ALLOWED_CALLBACK) && (buffer.get(at + 1) & INHERIT_ONLY) == 0;
            if (allows && (buffer.getInt(at + 4) & WRITE) != 0) {
                identifier(buffer, at + ACE_HEADER_BYTES).map(GROUPS::get).ifPresent(writers::add);
            }
            if (size < ACE_HEADER_BYTES) {
                return;
            }
            at += size;
        }
    }

    private static Optional<String> identifier(ByteBuffer buffer, int at) {
        int left = buffer.limit() - at;
        if (left < 8 || buffer.get(at) != 1) {
            return Optional.empty();
        }
        int count = buffer.get(at + 1);
        if (count < 0 || count > MAX_SUB_AUTHORITIES || left < 8 + 4 * count) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("S-1-").append(buffer.get(at + 7) & 0xff);
        for (int part = 0; part < count; part++) {
            text.append('-').append(Integer.toUnsignedString(buffer.getInt(at + 8 + 4 * part)));
        }
        return Optional.of(text.toString());
    }
}
