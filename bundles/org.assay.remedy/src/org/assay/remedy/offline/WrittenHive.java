package org.assay.remedy.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.assay.model.casefile.OwnerOnly;
import org.assay.registry.ByteSource;
import org.assay.registry.HiveHeader;
import org.assay.registry.hive.HiveReader;

/**
 * A hive on a mounted disk, which is written in place, so that it keeps its owner, rights and streams. Before, it is kept in the quarantine
 * with its logs as it was, and what it is to become is laid beside that: a write that was broken off is found by the next run, which
 * finishes it, and until then the hive says of itself that it was not fully written.
 */
final class WrittenHive {

    private static final Set<String> LOG_ENDINGS = Set.of(".log", ".log1", ".log2");
    private static final int PAGE = 4096;
    private static final int SECONDARY_SEQUENCE = 8;

    private final Path hive;
    private final Path kept;
    private final Path next;

    /** @param kept where the hive is kept as it was */
    WrittenHive(Path hive, Path kept) {
        this.hive = hive;
        this.kept = kept;
        this.next = kept.resolveSibling(kept.getFileName() + ".next");
    }

    /** Finishes what a run that was killed had begun to write. */
    void finishBroken() throws IOException {
        if (!Files.isRegularFile(next, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        byte[] required = Files.readAllBytes(next);
        HiveHeader header = header();
        HiveHeader to = HiveReader.header(next.toString(), required);
        if (header.dirty() && header.primarySequence() == to.primarySequence()) {
            write(required);
        }
        Files.delete(next);
    }

    private HiveHeader header() throws IOException {
        return HiveReader.header(hive.toString(), read());
    }

    byte[] read() throws IOException {
        if (!Files.isRegularFile(hive, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is not a regular file");
        }
        return Files.readAllBytes(hive);
    }

    /** The logs beside it, whatever the case of their names. */
    Map<String, ByteSource> logs() throws IOException {
        Map<String, ByteSource> logs = new LinkedHashMap<>();
        String name = hive.getFileName().toString().toLowerCase(Locale.ROOT);
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(hive.getParent())) {
            for (Path file : beside) {
                String other = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (other.startsWith(name) && LOG_ENDINGS.contains(other.substring(name.length()))
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    byte[] bytes = Files.readAllBytes(file);
                    logs.put(file.getFileName().toString(), () -> new ByteArrayInputStream(bytes));
                }
            }
        }
        return logs;
    }

    /** Keeps the hive and its logs, and writes it. What was kept by an earlier run stays: it is the older one. */
    void replace(byte[] required, Map<String, ByteSource> logs) throws IOException {
        Files.createDirectories(kept.getParent(), OwnerOnly.folder());
        if (PlannedState.isNothing(kept)) {
            for (Map.Entry<String, ByteSource> log : logs.entrySet()) {
                Files.copy(log.getValue().open(), kept.resolveSibling(log.getKey()), StandardCopyOption.REPLACE_EXISTING);
            }
            save(read(), kept);
        }
        save(required, next);
        write(required);
        Files.delete(next);
    }

    /** A file that is there as a whole or not at all. */
    private static void save(byte[] content, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (FileChannel out = FileChannel.open(unfinished, Set.of(StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE), OwnerOnly.file())) {
            writeAll(out, content, 0, content.length);
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** First the base block says that a write began, then the rest is written, then the base block says that it ended. */
    private void write(byte[] required) throws IOException {
        byte[] now = read();
        byte[] begun = Arrays.copyOf(required, PAGE);
        begun[SECONDARY_SEQUENCE]--;
        try (FileChannel out = FileChannel.open(hive, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            writeAll(out, begun, 0, PAGE);
            out.force(true);
            for (int at = PAGE; at < required.length; at += PAGE) {
                int end = Math.min(at + PAGE, required.length);
                if (end > now.length || !Arrays.equals(now, at, end, required, at, end)) {
                    writeAll(out, required, at, end);
                }
            }
            out.force(true);
            writeAll(out, required, 0, PAGE);
            out.force(true);
        }
    }

    private static void writeAll(FileChannel out, byte[] content, int from, int end) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content, from, end - from);
        out.position(from);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
