package org.assay.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.assay.store.database.Migrations;
import org.junit.jupiter.api.Test;

class CaseSchemaTest {

    /** When a script is added: {@link SchemaStates#main} writes the list anew; look at what it adds. */
    @Test
    void theListedStatesAreThoseThatTheScriptsGoThrough() {
        assertEquals(SchemaStates.of(Migrations.standard().scripts()).text(), CaseSchema.standard().text());
    }
}
