package org.assay.store.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.model.casefile.CaseWait;
import org.assay.store.CaseFile;
import org.assay.store.schema.CaseSchema;

class BackgroundWritingTest {

    @TempDir
    Path folder;

    @Test
    void aCasesTransactionsAreWrittenByWhoeverEndsThem() {
        Path file = folder.resolve("case.mv.db");
        CaseFile.create(file).close();
        CasePath path = CasePath.of(file);
        try (Connections connections = Connections.open(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            int delay = connections.read(connection -> BackgroundWriting.store(connection).getAutoCommitDelay());
            assertEquals(Integer.MAX_VALUE, delay);
        }
    }
}
