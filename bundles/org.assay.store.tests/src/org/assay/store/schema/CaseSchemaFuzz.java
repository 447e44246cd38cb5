package org.assay.store.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.assay.store.bytes.MalformedBytes;
import org.assay.store.channel.CaseFiles;
import org.assay.store.channel.HeldFile;
import org.h2.store.fs.FilePath;

/** Fuzz target: whatever a file holds, finding out what H2 would run in it ends, with an answer or {@link MalformedBytes}. */
public final class CaseSchemaFuzz {

    private static final String NAME = "nioMemFS:fuzzed";

    private CaseSchemaFuzz() {
    }

    /** Reads one input, a case file. */
    public static void fuzzerTestOneInput(byte[] file) {
        try {
            isRead(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is a database at all. */
    static boolean isRead(byte[] file) throws IOException {
        try (OutputStream out = FilePath.get(NAME).newOutputStream(false)) {
            out.write(file);
        }
        HeldFile held = CaseFiles.hold(NAME, true);
        try {
            SchemaCheck.Found found = SchemaCheck.read(held);
            CaseSchema.standard().difference(found.objects(), Math.max(found.version(), 0));
            return true;
        } catch (MalformedBytes _) {
            return false;
        } finally {
            CaseFiles.release(NAME);
            FilePath.get(NAME).delete();
        }
    }
}
