package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.HostileNames;

/** Whatever a case or evidence holds: no command and no file of an export makes a terminal obey, hide or turn round anything. */
@DisabledOnOs(OS.WINDOWS)
class HostileTextTest {

    /** Clears the screen, colours, turns the line round, hides, breaks the line, and does the same with single octets (C1). */
    private static final String HOSTILE = "x\u001b[2J\u001b[31m\u202egpj\u2066\u200b\u00ad\n\r\u009b2J\u0085\u2028=cmd|'/C calc'!A0";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void nothingThatATerminalObeysComesOut() throws IOException {
        String caseFile = folder.resolve("case\u001b[2J\u202e").toString();
        Path tree = Files.createDirectory(folder.resolve("tree\u202e\n"));
        check(ExitCode.OK, "case", "new", caseFile);
        String key = "\ufeffWindows Registry Editor Version 5.00\r\n\r\n"
                + "[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run]\r\n";
        Path clean = Files.writeString(folder.resolve("clean\u202e.reg"), key, StandardCharsets.UTF_16LE);
        check(ExitCode.OK, "capture", "-c", caseFile, "--host", HOSTILE, "--role", "baseline", "--label", HOSTILE, "--tree",
                "t\u001b[2J\u202e=" + tree, "--reg", HOSTILE.replace("=", "") + "=" + clean);
        for (String name : HostileNames.onDisk()) {
            Files.writeString(HostileNames.in(tree, name), "MZ");
        }
        Path export = Files.writeString(folder.resolve("run\u202e.reg"), key + "\"a\u202e\u001b\"=\"C:\\\\\u202e\u001b[2J.exe\"\r\n",
                StandardCharsets.UTF_16LE);
        check(ExitCode.OK, "capture", "-c", caseFile, "--host", HOSTILE, "--role", "suspect", "--tree", "t\u001b[2J\u202e=" + tree,
                "--reg", HOSTILE.replace("=", "") + "=" + export);
        check(ExitCode.DIFFERENT, "compare", "-c", caseFile, "1", "2");
        check(ExitCode.OK, "tag", "-c", caseFile, "quarantine", "--glob", "**", "--note", HOSTILE, "--analyst", HOSTILE);
        check(ExitCode.GAPS, "show", "-c", caseFile, "1");
        for (String format : List.of("table", "json", "csv")) {
            check(ExitCode.DIFFERENT, "changes", "-c", caseFile, "--format", format);
            check(ExitCode.DIFFERENT, "startup", "-c", caseFile, "--format", format);
            check(ExitCode.OK, "snapshots", "-c", caseFile, "--format", format);
            check(ExitCode.OK, "tags", "-c", caseFile, "--format", format);
            check(ExitCode.OK, "gaps", "-c", caseFile, "--format", format);
            check(ExitCode.OK, "case", "info", caseFile, "--format", format);
        }
        check(ExitCode.OK, "snapshots", "-c", caseFile, "2", "--verify");
        check(ExitCode.USAGE, "changes", "-c", caseFile, HOSTILE);
        check(ExitCode.FAILED, "snapshots", "-c", folder.resolve(HOSTILE).toString());
        check(ExitCode.OK, "export", "-c", caseFile, "--out", folder.resolve("out\u202e").toString());
        try (Stream<Path> files = Files.walk(folder.resolve("out\u202e"))) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".reg")).toList()) {
                assertShows(Files.readString(file), file.getFileName().toString());
            }
        }
    }

    /** Runs a command in a pipe, and again on a terminal unless it writes to the case. */
    private void check(int code, String... arguments) {
        assertEquals(code, shell.run(arguments), String.join(" ", arguments) + ": " + shell.err());
        assertShows(shell.out() + shell.err(), String.join(" ", arguments));
        if (List.of("changes", "startup", "snapshots", "tags", "gaps").contains(arguments[0])) {
            shell.run(100, true, arguments);
            assertShows((shell.out() + shell.err()).replaceAll("\u001b\\[(0|1|31|32|33|34|90)m", ""), String.join(" ", arguments));
        }
    }

    private static void assertShows(String text, String where) {
        text.codePoints().filter(point -> point != '\n' && point != '\r' && hides(point)).findFirst().ifPresent(point -> {
            int at = text.indexOf(new String(Character.toChars(point)));
            assertTrue(false, where + " holds U+" + Integer.toHexString(point) + " in: "
                    + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 20)));
        });
    }

    /** DEL is let alone: JSON has it as it is, and a terminal does nothing for it (ECMA-48, 2nd edition and later, leave it out). */
    private static boolean hides(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != 0x7f;
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
