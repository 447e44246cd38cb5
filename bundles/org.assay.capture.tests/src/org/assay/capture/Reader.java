package org.assay.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The ways to read a file system, for tests that hold for each. */
enum Reader {

    LINUX_NATIVE, NIO;

    FileTree tree() {
        return switch (this) {
            case LINUX_NATIVE -> {
                assumeTrue(LinuxFileTree.isUsable(), "this is no Linux whose system calls are known");
                yield new LinuxFileTree();
            }
            case NIO -> new NioFileTree();
        };
    }
}
