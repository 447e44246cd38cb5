package org.assay.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.custody.Operator;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Migrations;
import org.assay.store.digest.CaseDigests;
import org.assay.store.recovery.CaseRecovery;
import org.assay.store.schema.CaseSchema;
import org.assay.store.snapshot.CaseCheck;

/**
 * How a case is opened: what was last written to it is compared with what lies beside it, it is brought to this Assay's version, and its
 * tables are checked, before anybody gets it. Fails as {@link CaseFile} says, with the file let go.
 *
 * @param name what H2 calls the file, without its suffix
 * @param operator who works on it, for the custody log
 */
record CaseOpening(CasePath path, String name, Migrations migrations, CaseSchema schema, CaseWait waiting, Operator operator) {

    /** The usual way. */
    static CaseOpening of(Path path, CaseWait wait, Operator operator) {
        CasePath casePath = CasePath.of(path);
        return new CaseOpening(casePath, casePath.existing(), Migrations.standard(), CaseSchema.standard(), wait, operator);
    }

    static CaseFile create(Path path, Operator operator) {
        CasePath casePath = CasePath.of(path);
        String name = casePath.create();
        try {
            CustodyLog log = new CustodyLog(operator);
            return opened(Connections.open(casePath, name, CaseSchema.standard(), CaseWait.NONE),
                    new Anchor(casePath.file(), Optional.empty()), log,
                    connections -> Migrations.standard().create(connections, log::created));
        } catch (AssayException e) {
            casePath.remove();
            throw e;
        }
    }

    CaseFile toWrite() {
        Anchor anchor = Anchor.of(path);
        CustodyLog log = new CustodyLog(operator);
        return opened(Connections.open(path, name, schema, waiting), anchor, log, open -> {
            requireEarlier(open);
            migrations.open(open, log::upgraded);
        });
    }

    /** A case of an older version is opened to be written, and brought up to date. */
    CaseFile toRead() {
        Anchor anchor = Anchor.of(path);
        Connections connections = Connections.openToRead(path, name, schema, waiting);
        boolean isLatest = orClosed(connections, open -> {
            anchor.require(path, open.read(CaseDigests::stored));
            requireEarlier(open);
            return migrations.isLatest(open);
        });
        if (isLatest) {
            return orClosed(connections, open -> unaltered(open, new CustodyLog(operator)));
        }
        connections.close();
        return toWrite();
    }

    /** The digests that a case of an older version gets must not make what was altered look whole. */
    private void requireEarlier(Connections open) {
        if (!migrations.isLatest(open)) {
            new CaseCheck(open, Progress.NONE).requireEarlier(migrations);
        }
    }

    static List<String> recover(Path damaged, Path fresh, Operator operator, Progress progress) {
        CasePath path = CasePath.of(damaged);
        List<String> lost = new ArrayList<>();
        Optional<StoredDigest> noted = Anchor.of(path).noted();
        Connections from = Connections.openDamaged(path, path.existing(), CaseSchema.standard(),
                missing -> lost.add("the newest state: the file " + missing));
        try (from) {
            CaseFile to = create(fresh, operator);
            boolean done = false;
            try {
                long generation = from.read(CaseDigests::stored).map(StoredDigest::generation).orElse(0L);
                noted.filter(last -> last.generation() > generation).ifPresent(last -> lost.add(
                        "%,d of the %,d times that something was stored, the last of them at %s".formatted(last.generation() - generation,
                                last.generation(), last.written())));
                lost.addAll(new CaseRecovery(from, to.connections(), to.log()::recovered, progress).run());
                done = true;
                return List.copyOf(lost);
            } finally {
                to.close();
                if (!done) {
                    // nobody shall take a part for all that could be saved
                    Anchor.remove(to.connections().path());
                    to.connections().path().remove();
                }
            }
        }
    }

    private static CaseFile opened(Connections connections, Anchor anchor, CustodyLog log, Consumer<Connections> first) {
        CaseDigests digests = new CaseDigests();
        return orClosed(connections.beforeCommit(digests::keep), open -> {
            anchor.require(open.path(), open.read(CaseDigests::stored));
            open.afterForce(() -> open.read(CaseDigests::stored).ifPresent(last -> Anchor.note(open.path(), last)));
            first.accept(open);
            return unaltered(open, log);
        });
    }

    /** Whoever opens a case that is not as it was left shall know it before anything is made of it. */
    private static CaseFile unaltered(Connections connections, CustodyLog log) {
        new CaseCheck(connections, Progress.NONE).requireTables();
        return new CaseFile(connections, log);
    }

    /** Does {@code first}; lets the file go when that fails. */
    private static <T> T orClosed(Connections connections, Function<Connections, T> first) {
        boolean done = false;
        try {
            T result = first.apply(connections);
            done = true;
            return result;
        } finally {
            if (!done) {
                connections.close();
            }
        }
    }
}
