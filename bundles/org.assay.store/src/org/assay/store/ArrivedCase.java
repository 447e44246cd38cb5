package org.assay.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.custody.LogHead;
import org.assay.model.custody.Operator;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Migrations;
import org.assay.store.digest.CaseDigests;
import org.assay.store.digest.CustodyChain;
import org.assay.store.schema.CaseSchema;
import org.assay.store.snapshot.CaseCheck;

/**
 * A case that comes from elsewhere. Until it is checked it lies in a folder of its own beside its place, for its owner alone, and nothing
 * of it is left there when it never gets its name.
 */
public final class ArrivedCase implements AutoCloseable {

    private final CasePath target;
    private final Path folder;
    private final CasePath arrived;

    /**
     * What an admitted case says of itself.
     *
     * @param digest over everything that it holds; none when it was removed
     * @param head where its custody log ends
     */
    public record State(Optional<StoredDigest> digest, LogHead head) {
    }

    private ArrivedCase(CasePath target, Path folder) {
        this.target = target;
        this.folder = folder;
        arrived = CasePath.of(folder.resolve("case"));
    }

    /** Prepares for a case that is to lie at {@code path}; fails with {@code CASE_FILE} when something is there, or it cannot be. */
    public static ArrivedCase at(Path path) {
        CasePath target = CasePath.of(path);
        target.requireRoomInName();
        requireFree(target);
        try {
            return new ArrivedCase(target, Files.createTempDirectory(target.file().getParent(),
                    "." + target.file().getFileName() + ".", OwnerOnly.folder()));
        } catch (IOException e) {
            throw target.failure("The case %s cannot be created. Check that its folder is there and can be written.", e);
        }
    }

    private static void requireFree(CasePath target) {
        if (Files.exists(target.file(), LinkOption.NOFOLLOW_LINKS)) {
            throw target.failure("Something is at %s already. Choose another name for the new case, or open this one.", null);
        }
    }

    /** Where its bytes go, once. */
    public OutputStream bytes() throws IOException {
        return Channels.newOutputStream(FileChannel.open(arrived.file(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OwnerOnly.file()));
    }

    /**
     * Takes all snapshots but these out of it, and what belongs to them. Its custody log tells what and why, and nothing of it is left
     * among its bytes.
     */
    List<SnapshotDependents> keepOnly(Set<Long> snapshots, Operator operator, String why, Progress progress) {
        try (CaseFile file = CaseFile.open(arrived.file(), CaseWait.NONE, operator)) {
            file.connections().discardRemoved();
            return file.edits().keepOnly(snapshots, file.digest().map(stored -> stored.digest().sha256()), why, progress);
        }
    }

    /** Checks it as every case of a stranger is when it is opened; fails with {@code CASE_FILE} when it is not to be opened. */
    public State admit() {
        try (Connections connections = Connections.openToRead(arrived, arrived.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            if (Migrations.standard().isLatest(connections)) {
                new CaseCheck(connections, Progress.NONE).requireTables();
            }
            return new State(connections.read(CaseDigests::stored), connections.read(CustodyChain::head));
        }
    }

    /** Gives it its name, once the disk has it, and notes beside it what it holds. Gives the name. */
    public Path place(State state) {
        requireFree(target);
        try (FileChannel channel = FileChannel.open(arrived.file(), StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw cannot(e);
        }
        try {
            Files.move(arrived.file(), target.file());
        } catch (IOException e) {
            throw cannot(e);
        }
        state.digest().ifPresent(digest -> Anchor.note(target, digest));
        return target.file();
    }

    private RuntimeException cannot(IOException e) {
        return target.failure("The case %s could not be written. Check the free space and your rights, then do it again.", e);
    }

    /** Removes what did not get its name. */
    @Override
    public void close() {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path one : inside.toList()) {
                Files.delete(one);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw target.failure("What was prepared for the case %s could not be removed. Remove the folder %s yourself.", e, folder);
        }
    }
}
