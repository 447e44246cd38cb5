package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import org.assay.cli.output.VisibleOutput;
import org.assay.model.text.Visible;

class VisibleOutputTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void endsOfLinesPassAndAllElseIsSpelledOut() {
        write(false, false, "a\r\nb\nc\u001b[31m\td\r\u202e\u009b\u00e9\ud83d\udc1b");
        assertEquals("a\r\nb\nc\\x1b[31m\\td\\r\\u{202e}\\x9b\u00e9\ud83d\udc1b", text());
    }

    @Test
    void onlyOurOwnSequencesPassWhereTheyMay() {
        write(true, false, "\u001b[31mred\u001b[0m \u001b[2J\u001b[K\u001b[311m");
        assertEquals("\u001b[31mred\u001b[0m \\x1b[2J\\x1b[K\\x1b[311m", text());
    }

    @Test
    void theProgressLineIsCleared() {
        write(false, true, "\r\u001b[Kcapture\r\u001b[31m");
        assertEquals("\r\u001b[Kcapture\\r\\x1b[31m", text());
    }

    @Property
    void whateverThePiecesItIsTheSame(@ForAll String text, @ForAll byte cut) {
        byte[] all = (text + "end\n").getBytes(StandardCharsets.UTF_8);
        int at = Math.floorMod(cut, all.length);
        PrintStream stream = VisibleOutput.over(new PrintStream(bytes), true, true);
        stream.write(all, 0, at);
        stream.write(all, at, all.length - at);
        String once = text();
        bytes.reset();
        write(true, true, text + "end\n");
        assertEquals(text(), once);
        bytes.reset();
    }

    @Property
    void withoutEndsOfLinesItIsWhatVisibleSays(@ForAll String text) {
        String line = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\n", "").replace("\r", "");
        write(false, false, line);
        assertEquals(Visible.text(line), text());
        bytes.reset();
    }

    private void write(boolean colours, boolean progress, String text) {
        VisibleOutput.over(new PrintStream(bytes), colours, progress).print(text);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
