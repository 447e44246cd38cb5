package org.assay.store;

import java.nio.file.Path;

import org.assay.model.casefile.CaseWait;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.schema.CaseSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of an open case begin and end with: a new case of their own. */
public abstract class CaseTest {

    @TempDir
    Path folder;

    public CaseFile caseFile;

    @BeforeEach
    void createCase() {
        caseFile = CaseFile.create(folder.resolve("case"));
    }

    @AfterEach
    void closeCase() {
        caseFile.close();
    }

    /** Closes the case and opens it again, as another process would. */
    public void reopen() {
        caseFile.close();
        caseFile = CaseFile.open(folder.resolve("case"));
    }

    /** Alters the case behind its back. */
    public void sql(String statement) {
        CasePath path = CasePath.of(caseFile.file());
        try (Connections connections = Connections.open(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            connections.write(connection -> Rows.update(connection, statement));
        }
    }
}
