package org.assay.capture.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.capture.Captures;
import org.assay.capture.Shell;
import org.assay.capture.TestProgress;
import org.assay.capture.source.SystemFiles;

class TreeSizeTest {

    @TempDir
    Path folder;

    /** Keeps what it is told to expect. */
    private static final class Expecting extends TestProgress {

        final BlockingQueue<List<Long>> expected = new LinkedBlockingQueue<>();

        @Override
        public void expect(long moreItems, long moreBytes) {
            expected.add(List.of(moreItems, moreBytes));
        }

        @Override
        public boolean isWatched() {
            return true;
        }
    }

    @Test
    void expectsAsManyItemsAndBytesAsTheCaptureTells() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.write(folder.resolve("a/file"), new byte[1000]);
        Files.write(folder.resolve("a/b/file"), new byte[234]);
        Shell.sh(folder, "mkfifo pipe; ln -s a link; printf x > \"$(printf 'a/\\377\\n')\"");
        Expecting progress = new Expecting();
        TreeSize.countAhead(() -> Captures.opened(folder), progress);
        List<Long> expected = progress.expected.poll(60, TimeUnit.SECONDS);
        assertEquals(List.of(8L, 1235L), expected);
        Captures.tree(SystemFiles.reader(), folder, progress);
        assertEquals(expected, List.of(progress.items.get(), progress.bytes.get()));
    }
}
