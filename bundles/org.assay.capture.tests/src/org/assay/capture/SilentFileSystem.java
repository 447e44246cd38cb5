package org.assay.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mounted file system that does not answer some questions, see {@code silent.c}. */
public final class SilentFileSystem implements AutoCloseable {

    private final Path mount;
    private final Process server;

    private SilentFileSystem(Path mount, Process server) {
        this.mount = mount;
        this.server = server;
    }

    /**
     * Mounts one; skips the test where that is not possible.
     *
     * @param folder an empty folder for the program and the mount point
     * @param names what is in it, as {@code silent.c} says
     */
    public static SilentFileSystem mount(Path folder, List<String> names) throws IOException {
        Path source = folder.resolve("silent.c");
        try (InputStream in = SilentFileSystem.class.getResourceAsStream("silent.c")) {
            Files.copy(in, source);
        }
        Shell.Run possible = Shell.run(folder, List.of("sh", "-c", "test -w /dev/fuse && command -v gcc && "
                + "echo '#include <linux/fuse.h>' | gcc -E -"), Map.of());
        assumeTrue(possible.exit() == 0, "no file system can be made here: it takes gcc, the kernel's headers and a /dev/fuse that this"
                + " user may open");
        Shell.sh(folder, "gcc -o silent silent.c && mkdir mnt");
        List<String> command = new ArrayList<>(List.of("./silent", "interrupted", "mnt"));
        command.addAll(names);
        Process server = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = server.inputReader().readLine();
        assumeTrue("mounted".equals(said), "no file system can be mounted here: " + said);
        return new SilentFileSystem(folder.resolve("mnt"), server);
    }

    public Path root() {
        return mount;
    }

    /** Ends it: whoever waits gets an error. */
    @Override
    public void close() throws IOException {
        server.destroyForcibly().onExit().join();
        Shell.run(mount.getParent(), List.of("fusermount3", "-u", "-z", "mnt"), Map.of());
    }
}
