package org.assay.store.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.casefile.CaseWait;
import org.assay.model.custody.Operator;
import org.assay.store.CaseFile;
import org.assay.store.channel.CaseFiles;
import org.assay.store.channel.HeldFile;
import org.assay.store.schema.CaseSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When a disk fails within a transaction, H2 gives the file up with that transaction's notes in it, which name maps by number; in a copy
 * the maps have other numbers. {@code releng/durability} found such copies, which could not be opened.
 */
class CompactionOfUnfinishedTest {

    @TempDir
    Path folder;

    @Test
    void aFileWithATransactionThatDidNotEndIsLeftForTheNextWhoOpensIt() throws IOException {
        Path file = folder.resolve("case.mv.db");
        Path broken = folder.resolve("broken.mv.db");
        CaseFile.create(file).close();
        CasePath path = CasePath.of(file);
        try (Connections connections = Connections.open(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            connections.read(connection -> {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("update schema_version set tool_version = 'other'");
                    connections.read(other -> {
                        try (Statement second = other.createStatement()) {
                            return second.execute("checkpoint sync");
                        }
                    });
                }
                copy(file, broken);
                connection.rollback();
                connection.setAutoCommit(true);
                return true;
            });
        }
        byte[] before = Files.readAllBytes(broken);
        List<String> notices = new ArrayList<>();
        CasePath brokenPath = CasePath.of(broken);
        HeldFile held = CaseFiles.hold(broken.toString(), false);
        try {
            new Compaction(brokenPath, held, new CaseWait(Duration.ZERO, notices::add, () -> false)).run();
        } finally {
            CaseFiles.release(broken.toString());
        }
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains("could not be made smaller: a change in it has not ended"), notices.getFirst());
        assertArrayEquals(before, Files.readAllBytes(broken));
        CaseFile.open(broken, CaseWait.NONE, Operator.UNKNOWN).close();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
