package org.assay.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the usual commands once in one process, on files of its own. The build of the product watches it, to record which classes and
 * compiled profiles the Java machine should have ready (JEP 514, JEP 515), so that the real commands start and warm up in less time.
 */
public final class Rehearsal {

    /** Enough that the methods a capture spends its time in are known to be hot. */
    private static final int FOLDERS = 800;
    private static final int FILES_IN_EACH = 10;
    private static final int KEYS = 10_000;

    private final Terminal terminal;

    private Rehearsal(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Works in the existing, empty folder that is the only argument; fails when a command does. */
    public static void main(String[] arguments) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        new Rehearsal(new Terminal(nowhere, System.err, 100, false, false)).run(Path.of(arguments[0]));
    }

    private void run(Path folder) throws IOException {
        String tree = layFiles(folder.resolve("tree")).toString();
        String file = folder.resolve("case").toString();
        command("demo", folder.resolve("demo").toString());
        command("case", "new", file);
        command("capture", "-c", file, "--host", "h", "--role", "baseline", "--tree", tree);
        command("capture", "-c", file, "--host", "h", "--role", "suspect", "--tree", tree);
        String export = layExport(folder.resolve("export.reg")).toString();
        command("capture", "-c", file, "--host", "r", "--role", "baseline", "--reg", export);
        command("capture", "-c", file, "--host", "r", "--role", "suspect", "--reg", export);
        command("compare", "-c", file, "1", "2");
        command("compare", "-c", file, "3", "4");
        command("startup", "-c", file);
        command("snapshots", "-c", file);
    }

    private void command(String... words) {
        int code = Main.run(terminal, new AtomicBoolean(), words);
        if (code != ExitCode.OK && code != ExitCode.DIFFERENT) {
            throw new IllegalStateException("the rehearsed command '" + String.join(" ", words) + "' ended with " + code);
        }
    }

    private static Path layFiles(Path tree) throws IOException {
        for (int folder = 0; folder < FOLDERS; folder++) {
            Path below = Files.createDirectories(tree.resolve("%02d".formatted(folder % 20)).resolve("folder%d".formatted(folder)));
            for (int file = 0; file < FILES_IN_EACH; file++) {
                byte[] content = new byte[1 + (folder * FILES_IN_EACH + file) * 7919 % 20_000];
                content[content.length / 2] = (byte) file;
                Files.write(below.resolve("file%d.bin".formatted(file)), content);
            }
        }
        return tree;
    }

    private static Path layExport(Path file) throws IOException {
        StringBuilder text = new StringBuilder("\ufeffWindows Registry Editor Version 5.00\r\n\r\n");
        for (int key = 0; key < KEYS; key++) {
            text.append("[HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor%d\\Product\\Key%05d]\r\n@=\"text\"\r\n".formatted(key / 100, key))
                    .append("\"Path\"=\"C:\\\\Folder\\\\%d.exe\"\r\n\"Count\"=dword:%08x\r\n".formatted(key, key))
                    .append("\"Data\"=hex(3):%s\\\r\n  00,01\r\n\r\n".formatted("%02x,".formatted(key % 256).repeat(50)));
        }
        return Files.writeString(file, text, StandardCharsets.UTF_16LE);
    }
}
