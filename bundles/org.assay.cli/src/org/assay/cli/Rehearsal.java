package org.assay.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import org.assay.cli.command.ExitCode;
import org.assay.cli.output.Terminal;

/**
 * Runs the usual commands once in one process, on files of its own. The build of the product watches it, to record which classes and
 * compiled profiles the Java machine should have ready (JEP 514, JEP 515), so that the real commands start and warm up in less time.
 */
public final class Rehearsal {

    /** Enough that the methods a capture spends its time in are known to be hot. */
    private static final int FILES = 16_000;

    private static final String[] FOLDERS = {"usr/bin", "usr/lib/modules/kernel/drivers/net", "usr/share/doc", "etc/systemd/system",
        "usr/share/icons/theme/16x16/apps", "home/ann/.config", "var/lib/dpkg/info", "Windows/System32/drivers/etc",
        "Users/Ann/AppData/Roaming/Microsoft"};
    private static final String[] NAMES = {"%d", "lib%d.so.1", "changelog%d.gz", "%d.conf", "a name with blanks %d.txt", "%d.service",
        "README.%d", "Gr\u00fc\u00dfe-%d.txt", ".hidden%d", "PROGRAM%d.EXE", "%d-\u6587\u5b57.html", "icon%d.png", "module_%d.py", "%d.ini",
        "d%x.dat", "script%d.sh", "x%d.dll"};
    /** What contents begin with or, every other one, repeat; the empty ones are noise. */
    private static final String[] BEGINNINGS = {"\u007fELF\u0002\u0001\u0001", "#!/bin/sh\necho text\n", "", "plain text of some words\n",
        "\u001f\u008b\b\0", "\u0089PNG\r\n\u001a\n", "<?xml version=\"1.0\"?>\n<svg/>\n", "text in \u00c3\u00bc UTF-8\n", "",
        "PK\u0003\u0004", "[Section]\r\nname=value\r\n", "\0\0\0\0", "<!doctype html>\n"};
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

    /** As various as a real tree, or what is compiled for it first is soon found not to fit a real one. */
    private static Path layFiles(Path tree) throws IOException {
        for (int number = 0; number < FILES; number++) {
            Path folder = Files.createDirectories(folder(tree, number));
            Path file = folder.resolve(NAMES[number % NAMES.length].formatted(number));
            if (number % 29 == 0 && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createSymbolicLink(file, Path.of("..", "somewhere" + number));
            } else {
                Files.write(file, content(number));
            }
        }
        return tree;
    }

    /** Few large folders, and many small ones of different depths. */
    private static Path folder(Path tree, int number) {
        if (number % 5 == 0) {
            return tree.resolve(FOLDERS[number / 5 % FOLDERS.length]);
        }
        Path folder = tree.resolve(FOLDERS[number / 64 % FOLDERS.length]).resolve("package%d".formatted(number / 8));
        return number % 3 == 0 ? folder.resolve("data%d".formatted(number % 4)).resolve("deeper") : folder;
    }

    private static byte[] content(int number) {
        int size = number % 23 == 0 ? 0 : number % 1999 == 0 ? 3 << 20 : number * 7919 % 20_000;
        byte[] content = new byte[size];
        byte[] begin = BEGINNINGS[number % BEGINNINGS.length].getBytes(StandardCharsets.ISO_8859_1);
        if (begin.length == 0) {
            new Random(number).nextBytes(content);
        } else if (number % 2 == 0) {
            System.arraycopy(begin, 0, content, 0, Math.min(begin.length, size));
        } else {
            for (int at = 0; at < size; at++) {
                content[at] = begin[at % begin.length];
            }
        }
        if (size > 0) {
            content[size / 2] ^= (byte) (number >> 4 & 0xf);
        }
        return content;
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
