package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.Golden;

/** What changed files and values hold, shown so that nothing of it is obeyed. */
class ShowCommandTest {

    private static final String RUN = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run]\r\n";
    private static final String CODE_PAGE = "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage]\r\n"
            + "\"ACP\"=\"1251\"\r\n\"OEMCP\"=\"866\"\r\n\r\n";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;
    private Path tree;
    private Path startup;

    @BeforeEach
    void makeCase() throws IOException {
        caseFile = shell.newCase(folder);
        tree = folder.resolve("tree");
        startup = Files.createDirectories(tree.resolve("Documents and Settings/All Users/Start Menu/Programs/Startup"));
        Files.createDirectories(tree.resolve("WINDOWS"));
    }

    @Test
    void hostileContentIsShownWithNothingHiddenOrObeyed() throws IOException {
        Path script = startup.resolve("a.bat");
        Files.writeString(script, "@echo off\r\nstart first.exe\r\n");
        capture("baseline", "");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("@echo \u001b[2J\u001b]0;title\u0007off\r\nstart\tsecond.exe\rstart first.exe\r\r\n\u202egpj\u200b\u0085\0end\n"
                .getBytes(StandardCharsets.UTF_8));
        content.writeBytes(new byte[] {(byte) 0xff, (byte) 0xc3, '(', (byte) 0x9b, '2', 'J'});
        Files.write(script, content.toByteArray());
        compare("");
        Golden.check(ShowCommandTest.class, "show.txt", show("a.bat") + "\n" + show("a.bat", "--before") + "\n" + show("a.bat", "--hex")
                + "\n" + show("a.bat", "--before", "--hex"));
    }

    @Test
    void unicodeIsKnownByItsMarkAndOtherTextIsReadInTheCodePageOfTheMachine() throws IOException {
        capture("baseline", CODE_PAGE);
        Files.write(startup.resolve("wide.vbs"), "\ufeffx = \"\u017elut\u00fd\"\r\n".getBytes(StandardCharsets.UTF_16LE));
        Files.write(startup.resolve("big.vbs"), "\ufeffx = \"\u017elut\u00fd\"\r\n".getBytes(StandardCharsets.UTF_16BE));
        Files.writeString(startup.resolve("utf.vbs"), "x = \"\u017elut\u00fd\"\r\n");
        Files.write(startup.resolve("ansi.vbs"), "x = \"\u043f\u0443\u0441\u043a\"\r\n".getBytes(Charset.forName("windows-1251")));
        Files.write(startup.resolve("oem.bat"), "rem \u043f\u0443\u0441\u043a\r\n".getBytes(Charset.forName("IBM866")));
        compare(CODE_PAGE);
        for (String name : new String[] {"wide.vbs", "big.vbs", "utf.vbs"}) {
            assertTrue(show(name).contains("\n  | x = \"\u017elut\u00fd\"\n"), shell.out());
        }
        assertTrue(show("big.vbs").contains("28 bytes, read as UTF-16BE by its byte order mark.\n"), shell.out());
        assertTrue(show("ansi.vbs").contains("read as windows-1251, the code page of the machine.\n\n"
                + "  | x = \"\u043f\u0443\u0441\u043a\"\n"), shell.out());
        assertTrue(show("oem.bat").contains("read as IBM866, the code page of the machine.\n\n  | rem \u043f\u0443\u0441\u043a\n"),
                shell.out());
    }

    @Test
    void valuesAreShownByTheirTypes() throws IOException {
        capture("baseline", RUN);
        compare(RUN + "\"text\"=\"C:\\\\a\u202e.exe\"\r\n\"list\"=hex(7):61,00,00,00,62,00,00,00,00,00\r\n\"number\"=dword:0000002a\r\n"
                + "\"tail\"=hex(1):61,00,00,00,1b,00,63,00\r\n\"bytes\"=hex:4d,5a,1b,5b,32,4a\r\n\"empty\"=hex:\r\n");
        assertTrue(show("Run [text]").contains("REG_SZ.\n\n  | C:\\a\\u{202e}.exe\n"), shell.out());
        assertTrue(show("Run [list]").contains("10 bytes, REG_MULTI_SZ, a string a line.\n\n  | a\n  | b\n"), shell.out());
        assertTrue(show("Run [number]").contains("4 bytes, REG_DWORD.\n\n  | 0x2a (42)\n"), shell.out());
        assertTrue(show("Run [tail]").contains("  | a\\x00\\x1bc\n"), shell.out());
        assertTrue(show("Run [bytes]").contains("\n  | 00000000  4d 5a 1b 5b 32 4a                                 MZ.[2J\n"), shell.out());
        assertTrue(show("Run [empty]").endsWith("\n  It is empty.\n"), shell.out());
        assertTrue(show("Run [number]", "--hex").contains("\n  | 00000000  2a 00 00 00 "), shell.out());
    }

    @Test
    void whatIsEncodedInFilesAndValuesIsShownDecodedAndNotObeyed() throws IOException {
        capture("baseline", RUN);
        Files.writeString(startup.resolve("a.vbe"), "#@~^DgAAAA==\\ko$K6,JC\u007fV^GJqAQAAA==^#~@");
        String command = Base64.getEncoder().encodeToString("echo \u001b[2J\u202e;\r\nexit".getBytes(StandardCharsets.UTF_16LE));
        compare(RUN + "\"ps\"=\"powershell -w hidden -enc " + command + "\"\r\n");
        assertTrue(show("a.vbe").endsWith("  | #@~^DgAAAA==\\ko$K6,JC\\x7fV^GJqAQAAA==^#~@\n\n"
                + "Decoded from line 1 (Windows Script Encoder):\n  | MsgBox \"Hello\"\n"), shell.out());
        assertTrue(show("Run [ps]").endsWith("\n\nDecoded from line 1 (PowerShell, -enc):\n  | echo \\x1b[2J\\u{202e};\n  | exit\n"),
                shell.out());
    }

    @Test
    void longContentIsCutAndSaysSo() throws IOException {
        capture("baseline", "");
        Files.writeString(startup.resolve("long.vbs"), "y".repeat(2_100) + "\n" + "x\n".repeat(1_200) + "last\n");
        compare("");
        String cut = show("long.vbs");
        assertTrue(cut.endsWith("  | x\n702 more lines are left out.\n"
                + "Of long lines (…) 100 characters are left out.\n--all shows everything.\n"), cut);
        String whole = show("long.vbs", "--all");
        assertTrue(whole.endsWith("  | x\n  | last\n") && whole.contains("  | " + "y".repeat(2_100) + "\n"), whole);
    }

    @Test
    void whatLooksLikeNoTextIsShownAsBytes() throws IOException {
        capture("baseline", "");
        Files.write(startup.resolve("data.vbs"), new byte[] {1, 2, 3, 'a', 0, 0});
        compare("");
        assertTrue(show("data.vbs").contains("6 bytes, not text, so shown as bytes.\n\n  | 00000000  01 02 03 61 "), shell.out());
    }

    @Test
    void whatWasNotKeptSaysHowToKeepIt() throws IOException {
        capture("baseline", "");
        Files.writeString(tree.resolve("WINDOWS/notes.txt"), "x");
        compare("");
        assertEquals(ExitCode.GAPS, shell.run("show", "-c", caseFile, number("notes.txt")), shell.err());
        assertTrue(shell.out().contains("The case did not keep its content")
                && shell.out().contains("capture again with that"), shell.out());
        assertEquals(ExitCode.GAPS, shell.run("show", "-c", caseFile, number("notes.txt"), "--before"), shell.err());
        assertTrue(shell.out().endsWith("\n  The baseline does not have it.\n"), shell.out());
    }

    @Test
    void whatWasRemovedIsShownAsTheBaselineHasIt() throws IOException {
        Path script = Files.writeString(startup.resolve("gone.vbs"), "was here\n");
        capture("baseline", "");
        Files.delete(script);
        compare("");
        assertTrue(show("gone.vbs").contains("  (baseline)\n") && shell.out().endsWith("\n  | was here\n"), shell.out());
    }

    @Test
    void aNumberThatIsNotThereIsWrongUsage() throws IOException {
        capture("baseline", "");
        Files.writeString(startup.resolve("a.vbs"), "x");
        compare("");
        assertEquals(ExitCode.USAGE, shell.run("show", "-c", caseFile, "77"));
        assertTrue(shell.err().contains("has no change 77"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("show", "-c", caseFile, "0"));
        assertFalse(shell.err().isEmpty());
    }

    private void capture(String role, String registry) throws IOException {
        Path export = folder.resolve(role + ".reg");
        Files.writeString(export, "\ufeffWindows Registry Editor Version 5.00\r\n\r\n" + registry, StandardCharsets.UTF_16LE);
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", "C=" + tree, "--reg",
                export.toString()), shell.err());
    }

    private void compare(String registry) throws IOException {
        capture("suspect", registry);
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
    }

    /** Of the change whose location ends so. */
    private String number(String end) {
        assertEquals(ExitCode.DIFFERENT, shell.run("changes", "-c", caseFile, "-f", "csv"), shell.err());
        Matcher row = Pattern.compile("(?m)^\"?([0-9]+)\"?,.*" + Pattern.quote(end)).matcher(shell.out());
        assertTrue(row.find(), end + " is not in " + shell.out());
        return row.group(1);
    }

    private String show(String end, String... options) {
        String[] line = new String[4 + options.length];
        System.arraycopy(new String[] {"show", "-c", caseFile, number(end)}, 0, line, 0, 4);
        System.arraycopy(options, 0, line, 4, options.length);
        assertEquals(ExitCode.OK, shell.run(line), shell.err());
        return shell.out();
    }
}
