package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

/** Name and arguments at the places of the basic section of a PIF. */
class PifFileTest {

    private static byte[] pif(String program, String arguments) {
        return new ByteWriter().padTo(0x24).ansi(program).padTo(0xa5).ansi(arguments).padTo(0x171).toArray();
    }

    @Test
    void theProgramAndItsArgumentsAreTold() {
        assertEquals(List.of("C:\\EVIL.COM /x"), Places.read(new PifFile(), pif("C:\\EVIL.COM", "/x")).starts().stream()
                .map(FileStart::command).toList());
    }

    @Test
    void aProgramThatIsOnlyCalledSoStartsItselfAndAnythingElseIsNotUnderstood() {
        assertEquals(FileStarts.of(), Places.read(new PifFile(), "MZ\0\0".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(Optional.of("not a program information file"), Places.read(new PifFile(), pif("", "/x")).problem());
        assertEquals(Optional.of("not a program information file"),
                Places.read(new PifFile(), Arrays.copyOf(pif("C:\\EVIL.COM", "/x"), 0x170)).problem());
    }
}
