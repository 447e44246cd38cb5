package org.assay.app.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What stands encoded in a text is found and decoded, whatever the text is. */
class HiddenTextTest {

    /** As Microsoft's encoder made it of {@code MsgBox "Hello"}, known from many places. */
    private static final String HELLO = "#@~^DgAAAA==\\ko$K6,JC\u007fV^GJqAQAAA==^#~@";

    @Test
    void aScriptOfTheWindowsScriptEncoderIsDecoded() {
        assertEquals(List.of(new HiddenText("Decoded from line 1 (Windows Script Encoder):", "MsgBox \"Hello\"")), HiddenText.in(HELLO));
        assertEquals(List.of("MsgBox \"Hello\"", "MsgBox \"Hello\""),
                texts("<script language=\"VBScript.Encode\">\r\n" + HELLO + "</script>\r\n" + HELLO));
        assertEquals("Decoded from line 3 (Windows Script Encoder):", HiddenText.in("\n\n" + HELLO).getFirst().heading());
    }

    @Test
    void whatDoesNotFitInAScriptIsSaid() {
        assertEquals(new HiddenText("Decoded from line 1 (Windows Script Encoder; its length does not fit):", "MsgBox \"Hello\""),
                HiddenText.in(HELLO.replace("DgAAAA", "DwAAAA")).getFirst());
        assertEquals(new HiddenText("Decoded from line 1 (Windows Script Encoder; its checksum does not fit):", "MsgBox \"Hello\""),
                HiddenText.in(HELLO.replace("qAQAAA", "qQQAAA")).getFirst());
        assertEquals(new HiddenText("Decoded from line 1 (Windows Script Encoder; its end is missing):", "MsgBox \"Hello\""),
                HiddenText.in(HELLO.substring(0, HELLO.length() - 12)).getFirst());
        assertEquals(List.of(), HiddenText.in("#@~^ is how a script begins; #@~^AAAAAA=x too"));
    }

    @Test
    void signsThatTheEncoderWritesOtherwiseAreRead() {
        assertEquals(List.of(new HiddenText("Decoded from line 1 (Windows Script Encoder):", "MsgBox \"Hello world\" \r\n")),
                HiddenText.in("#@~^GQAAAA==\\ko$K6,JC\u007fV^GPSW.V9J~@#@&JwcAAA==^#~@"));
        assertEquals("<a>@\u017e\r\n", texts("#@~^AAAAAA==@!m@*@$\u017e@#@&AAAAAA==^#~@").getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-EncodedCommand", "-enc", "-e", "-eC", "/ENC", "\u2013encod", "\u2014en"})
    void aCommandOfPowerShellIsDecodedInWhicheverWayItIsAskedFor(String parameter) {
        assertEquals(List.of("Get-Process | Stop-Process"),
                texts("start powershell.exe -nop " + parameter + "  \"" + base64("Get-Process | Stop-Process") + "\" & exit"));
    }

    @Test
    void whatOnlyLooksLikeACommandIsLeftOut() {
        assertEquals(List.of(), HiddenText.in("-ExecutionPolicy " + base64("Get-Process") + " grep -e aaaaaaaaaaaaaaaaaaaaaaaa -x "
                + base64("Get-Process") + " -enc " + base64("Get-Process").substring(0, 12)));
    }

    @Test
    void whatIsEncodedInWhatIsEncodedIsDecodedToo() {
        List<HiddenText> found = HiddenText.in("powershell -e " + base64("\npowershell -enc " + base64("rem " + HELLO)));
        assertEquals(3, found.size());
        assertEquals(new HiddenText("Decoded from line 1 of what was decoded from line 2 of what was decoded from line 1"
                + " (Windows Script Encoder):", "MsgBox \"Hello\""), found.getLast());
    }

    @Test
    void moreThanAPersonReadsIsBounded() {
        List<HiddenText> many = HiddenText.in((HELLO + "\n").repeat(1_000));
        assertEquals(33, many.size());
        assertEquals("More is encoded in it and was not decoded.", many.getLast().heading());
        String deep = "Get-Process";
        for (int level = 0; level < 10; level++) {
            deep = "powershell -e " + base64(deep);
        }
        assertEquals(9, HiddenText.in(deep).size());
    }

    @Property
    void anyTextIsReadWithoutFailure(@ForAll String text) {
        HiddenText.in("#@~^AAAAAA==" + text + HELLO + text);
        assertTrue(HiddenText.in(HELLO + text).contains(new HiddenText("Decoded from line 1 (Windows Script Encoder):",
                "MsgBox \"Hello\"")));
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay("org.assay.app.tests", Map.of("encoded-text", HiddenTextFuzz::fuzzerTestOneInput));
    }

    private static List<String> texts(String text) {
        return HiddenText.in(text).stream().map(HiddenText::text).toList();
    }

    private static String base64(String command) {
        return Base64.getEncoder().encodeToString(command.getBytes(StandardCharsets.UTF_16LE));
    }
}
