package org.assay.content;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;

/**
 * Fuzz target: whatever the certificate table of a PE program holds, the program's signature is judged, and its entries are no larger than
 * the table. The program is the one of 64 bits that {@link PeBuilder} makes, whose digest no table changes.
 */
public final class CertificateTableFuzz {

    private static final PeBuilder BUILDER = PeBuilder.pe32Plus();
    private static final byte[] PROGRAM = BUILDER.build();
    private static final int ENTRY_HEADER = 8;

    private CertificateTableFuzz() {
    }

    /** Takes one input, a certificate table with its entries. */
    public static void fuzzerTestOneInput(byte[] table) {
        try {
            List<byte[]> entries = CertificateTable.read(table);
            long held = entries.stream().mapToLong(entry -> ENTRY_HEADER + entry.length).sum();
            if (entries.isEmpty() || held > table.length) {
                throw new AssertionError(entries.size() + " entries of " + held + " bytes in a table of " + table.length);
            }
        } catch (SignatureProblemException e) {
            if (e.getMessage().isEmpty() || signature(table).status() == SignatureStatus.VALID) {
                throw new AssertionError("a table that cannot be read makes no valid signature", e);
            }
            return;
        }
        Signature signature = signature(table);
        if (signature.status() == SignatureStatus.UNSIGNED) {
            throw new AssertionError("a program with a table is not unsigned: " + signature);
        }
    }

    static Signature signature(byte[] table) {
        byte[] program = new byte[PROGRAM.length + table.length];
        System.arraycopy(PROGRAM, 0, program, 0, PROGRAM.length);
        System.arraycopy(table, 0, program, PROGRAM.length, table.length);
        byte[] pointing = BUILDER.pointing(program, PROGRAM.length, table.length);
        ContentProbe probe = new ContentProbe(Set.of(), new ConcurrentHashMap<>());
        probe.update(pointing, 0, pointing.length);
        return probe.end().signature().orElseThrow();
    }
}
