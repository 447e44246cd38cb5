package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.startup.match.FileStart;
import org.junit.jupiter.api.Test;

/** Lines as cmd.exe and COMMAND.COM read them. */
class BatchFileTest {

    @Test
    void whatLinesStartIsTold() {
        assertEquals(List.of("evil.exe /a", "more", "start \"\" C:\\x.exe"), Places.read(new BatchFile(),
                "@echo off\r\nrem no.exe\r\nif exist x call evil.exe /a | more\r\nstart \"\" C:\\x.exe\r\n"
                        .getBytes(StandardCharsets.US_ASCII)).starts().stream().map(FileStart::command).toList());
    }

    @Test
    void aFileOfNothingButCommandsIsBounded() {
        FormatChecks.check(new BatchFile(), "(((&|%x%^\r\na.exe & b.exe\r\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
    }
}
