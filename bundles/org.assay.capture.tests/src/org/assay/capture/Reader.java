package org.assay.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.linux.LinuxReader;
import org.assay.capture.nio.NioReader;

/** The ways to read a file system, for tests that hold for each. */
public enum Reader {

    LINUX_NATIVE, NIO;

    public FileSystemReader tree() {
        return switch (this) {
            case LINUX_NATIVE -> {
                assumeTrue(LinuxReader.isUsable(), "this is no Linux whose system calls are known");
                yield new LinuxReader();
            }
            case NIO -> new NioReader();
        };
    }
}
