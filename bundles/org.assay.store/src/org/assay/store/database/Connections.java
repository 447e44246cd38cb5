package org.assay.store.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import org.assay.model.AssayException;
import org.assay.model.casefile.CaseWait;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.channel.CaseFiles;
import org.assay.store.channel.ChangedFile;
import org.assay.store.channel.HeldFile;
import org.assay.store.schema.CaseSchema;
import org.h2.Driver;
import org.h2.store.fs.FilePath;

/**
 * The way to an open case: lends each piece of work a connection of its own, so that reading goes on while a capture writes, and turns what
 * H2 reports into sentences. Thread-safe. The file is let go when the last connection is back.
 */
public final class Connections implements AutoCloseable {

    /**
     * H2's trace file would litter the folder. A hook of H2's own that closes the file at exit would race with a capture that is
     * ending in order. H2 compacts nothing unless {@link Compaction} has it do so.
     */
    private static final String URL = "jdbc:h2:%s;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

    /**
     * What was written stays where it is, and the file only grows until it is closed: others may read it meanwhile, as it was when they
     * opened it.
     */
    private static final String GROWING = ";MAX_COMPACT_TIME=0;AUTO_COMPACT_FILL_RATE=0;REUSE_SPACE=FALSE";

    /** Nothing is written then, not even what H2 writes at every opening, and several processes can read at the same time. */
    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

    private static final String SUFFIX = ".mv.db";
    private static final String USER = "assay";
    /** H2's isolation level SNAPSHOT, for which {@link Connection} has no name. */
    private static final int ONE_MOMENT = 6;

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What every transaction does at its end. */
    @FunctionalInterface
    public interface Change {
        void on(Connection connection) throws SQLException;
    }

    private final CasePath path;
    private final CaseFailures failures;
    private final String name;
    private final String url;
    private final HeldFile file;
    private final Optional<Compaction> compaction;
    private final Deque<Connection> idle = new ArrayDeque<>();
    /** One writer at a time: H2 writes one behind the other anyway, and so none waits for a row of another's transaction or fails on it. */
    private final ReentrantLock writing = new ReentrantLock();
    private int lent;
    private boolean closed;
    private boolean discarding;
    private Change beforeCommit = _ -> { };
    private Runnable afterForce = () -> { };

    private Connections(CasePath path, String name, String url, HeldFile file, Optional<Compaction> compaction) {
        this.path = path;
        this.failures = new CaseFailures(path);
        this.name = name;
        this.url = url;
        this.file = file;
        this.compaction = compaction;
    }

    /**
     * Opens the database; fails when H2 would run something that no case has it run.
     *
     * @param name as {@link CasePath} gives it; an empty file becomes an empty database
     */
    public static Connections open(CasePath path, String name, CaseSchema schema, CaseWait wait) {
        boolean readOnly = !FilePath.get(name + SUFFIX).canWrite();
        return opened(path, name, GROWING, readOnly, Admission.ofWhole(path, schema), wait);
    }

    /** As {@link #open}, and the file stays as it is, byte for byte; what others write meanwhile is not seen. */
    public static Connections openToRead(CasePath path, String name, CaseSchema schema, CaseWait wait) {
        return opened(path, name, GROWING + READ_ONLY, true, Admission.ofWhole(path, schema), wait);
    }

    /**
     * As {@link #openToRead}, also where the state that was last written is not there, as it was at the newest state that is.
     *
     * @param missing is told what is not there, to follow "it"
     */
    public static Connections openDamaged(CasePath path, String name, CaseSchema schema, Consumer<String> missing) {
        return opened(path, name, GROWING + READ_ONLY, true, new Admission(path, schema, missing), CaseWait.SILENT);
    }

    private static Connections opened(CasePath path, String name, String settings, boolean readOnly, Admission admission, CaseWait wait) {
        HeldFile file = new CaseHold(path, wait).hold(name + SUFFIX, readOnly);
        return new Connections(path, name, URL.formatted(CaseFiles.name(name)) + settings, file,
                readOnly ? Optional.empty() : Optional.of(new Compaction(path, file, wait))).opened(admission);
    }

    private Connections opened(Admission admission) {
        boolean opened = false;
        try {
            file.check(() -> admission.check(file));
            lent++;
            giveBack(connect());
            opened = true;
            return this;
        } catch (SQLException e) {
            throw failures.ofOpening(e);
        } finally {
            if (!opened) {
                release();
            }
        }
    }

    private void release() {
        try {
            CaseFiles.release(name + SUFFIX);
        } catch (IOException e) {
            throw failures.sentence("The case %s could not be closed. Check its disk before you rely on what was stored last.", e);
        }
    }

    public CasePath path() {
        return path;
    }

    /** From now on each transaction does this last; it can fail, and the transaction then does. */
    public Connections beforeCommit(Change last) {
        beforeCommit = last;
        return this;
    }

    /** From now on this is done whenever the disk has what was written. */
    public void afterForce(Runnable then) {
        afterForce = then;
    }

    /** Runs {@code work}, which only reads. */
    public <T> T read(Work<T> work) {
        return run(work, e -> failures.of(CaseFailures.READING, e));
    }

    /** Runs {@code work} as one transaction, all of it or nothing, and returns when the file has it: a killed process loses nothing. */
    public <T> T write(Work<T> work) {
        return write(work, "checkpoint");
    }

    /**
     * As {@link #write}, and returns when the disk has it: a power cut loses nothing. Fails when the file is not at its path any more,
     * or not whole.
     */
    public <T> T writeDurably(Work<T> work) {
        T result = write(work, "checkpoint sync");
        uninterrupted(() -> file.writes().requireForced());
        requireInPlace();
        afterForce.run();
        return result;
    }

    private void requireInPlace() {
        boolean interrupted = Thread.interrupted();
        try {
            file.requireInPlace();
        } catch (ChangedFile e) {
            throw failures.ofChanged(e);
        } catch (IOException e) {
            throw failures.ofWriting(file, e);
        } finally {
            interruptAgain(interrupted);
        }
    }

    /** Makes sure that so many bytes can be written; fails, with nothing lost, when the disk has no room for them. */
    public void reserve(long bytes) {
        uninterrupted(() -> file.reserve(bytes));
    }

    /** Something done to the file beside H2. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void uninterrupted(Writing writing) {
        boolean interrupted = Thread.interrupted();
        try {
            writing.run();
        } catch (IOException e) {
            throw failures.ofWriting(file, e);
        } finally {
            interruptAgain(interrupted);
        }
    }

    /** Writes the file as it is at one moment between two transactions; others go on writing to it. */
    public void copy(OutputStream out) throws IOException {
        HeldFile.Copy copy;
        writing.lock();
        try {
            copy = file.copy();
        } finally {
            writing.unlock();
        }
        copy.to(out);
    }

    /** Runs {@code work}, which only reads, on the case as it is at one moment: what is written meanwhile it does not see. */
    public <T> T readAtOneMoment(Work<T> work) {
        return read(connection -> {
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(ONE_MOMENT);
            try {
                return transaction(connection, work);
            } finally {
                connection.setTransactionIsolation(isolation);
            }
        });
    }

    private <T> T write(Work<T> work, String checkpoint) {
        writing.lock();
        try {
            return run(connection -> {
                T result = transaction(connection, inside -> {
                    T done = work.on(inside);
                    beforeCommit.on(inside);
                    return done;
                });
                try (Statement statement = connection.createStatement()) {
                    statement.execute(checkpoint);
                }
                return result;
            }, e -> failures.ofWriting(file, e));
        } finally {
            writing.unlock();
        }
    }

    /** From now on what was removed is not left among the file's bytes when it is closed; closing fails where that cannot be. */
    public synchronized void discardRemoved() {
        discarding = true;
    }

    /** The file is let go here, or when the last connection that is lent comes back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            boolean sparse = !discarding && lent == 0 && isSparse();
            while (!idle.isEmpty()) {
                idle.pop().close();
            }
            if (discarding || sparse && CaseFiles.leave(name + SUFFIX)) {
                compact();
            }
        } catch (SQLException e) {
            throw failures.ofWriting(file, e);
        } finally {
            releaseWhenUnused();
        }
    }

    private void compact() {
        if (!discarding) {
            compaction.orElseThrow().run();
        } else if (CaseFiles.leave(name + SUFFIX)) {
            compaction.orElseThrow().require();
        } else {
            throw path.failure("What was removed from the case %s is still among its bytes, for it is in use. Do not hand it over.", null);
        }
    }

    private boolean isSparse() throws SQLException {
        return compaction.isPresent() && !idle.isEmpty() && compaction.get().isDue(idle.peek());
    }

    private void releaseWhenUnused() {
        if (closed && lent == 0) {
            release();
        }
    }

    /** An interrupt waits until the work is done: it closes the channel of whoever uses it, and H2 would lose it, and its file with it. */
    private <T> T run(Work<T> work, Function<SQLException, AssayException> failed) {
        boolean interrupted = Thread.interrupted();
        try {
            return runUninterrupted(work, failed);
        } finally {
            interruptAgain(interrupted);
        }
    }

    private static void interruptAgain(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T runUninterrupted(Work<T> work, Function<SQLException, AssayException> failed) {
        Connection connection = borrow();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw failed.apply(e);
        } catch (MalformedBytes e) {
            throw failures.sentence("The case %s is damaged: a row is not what it should be. Go on with a copy.", e);
        } finally {
            giveBack(connection);
        }
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done && !connection.isClosed()) {
                connection.rollback();
            }
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private synchronized Connection borrow() {
        if (closed) {
            throw path.failure("The case %s was closed. Open it again.", null);
        }
        try {
            Connection connection = idleOrNew();
            lent++;
            return connection;
        } catch (SQLException e) {
            throw failures.ofOpening(e);
        }
    }

    private Connection idleOrNew() throws SQLException {
        while (!idle.isEmpty()) {
            Connection connection = idle.pop();
            if (!connection.isClosed()) {
                return connection;
            }
        }
        return connect();
    }

    private synchronized void giveBack(Connection connection) {
        lent--;
        if (!closed) {
            idle.push(connection);
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw failures.ofWriting(file, e);
        } finally {
            releaseWhenUnused();
        }
    }

    private Connection connect() throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", USER);
        user.setProperty("password", "");
        Connection connection = new Driver().connect(url, user);
        BackgroundWriting.stop(connection);
        return connection;
    }
}
