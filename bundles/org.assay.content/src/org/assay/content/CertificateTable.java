package org.assay.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The attribute certificate table of a PE program (Microsoft's PE format, "The Attribute Certificate Table"): entries that each begin
 * with their length, revision and type and are filled up to a multiple of eight bytes.
 */
final class CertificateTable {

    private static final int ENTRY_HEADER = 8;
    private static final int PKCS_SIGNED_DATA = 2;
    private static final int MAX_ENTRIES = 8;

    private CertificateTable() {
    }

    /**
     * The signed messages in {@code table}, each with what fills its entry up.
     *
     * @return at least one
     */
    static List<byte[]> read(byte[] table) throws SignatureProblemException {
        Head bytes = new Head(table, table.length);
        List<byte[]> messages = new ArrayList<>();
        int at = 0;
        // What is shorter than an entry's header fills the table up.
        while (at + ENTRY_HEADER <= table.length) {
            long length = bytes.u32(at);
            if (length < ENTRY_HEADER || length > table.length - at) {
                throw SignatureProblemException.unreadable("An entry of the certificate table claims to be " + length + " bytes long, of "
                        + (table.length - at) + " that are left.");
            }
            int type = bytes.u16(at + 6);
            if (type != PKCS_SIGNED_DATA || messages.size() == MAX_ENTRIES) {
                throw SignatureProblemException.unreadable(type == PKCS_SIGNED_DATA ? "The certificate table has more than " + MAX_ENTRIES
                        + " entries."
                        : "The certificate table holds an entry of type " + type + ", which is unknown.");
            }
            messages.add(Arrays.copyOfRange(table, at + ENTRY_HEADER, at + (int) length));
            at += (int) (length + 7) & ~7;
        }
        if (messages.isEmpty()) {
            throw SignatureProblemException.unreadable("The certificate table has " + table.length + " bytes, less than one entry.");
        }
        return messages;
    }
}
