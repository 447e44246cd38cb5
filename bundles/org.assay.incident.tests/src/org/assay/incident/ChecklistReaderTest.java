package org.assay.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.IncidentPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistReaderTest {

    private static final String GOOD = """
            name = "ours"
            title = "Our steps"

            [[point]]
            id = "fax"
            phase = "communication"
            text = "The fax machine has paper"
            ask = "Who has the key?"
            """;

    private static Checklist read(String toml) {
        return ChecklistReader.read(toml.getBytes(StandardCharsets.UTF_8), "ours.toml");
    }

    @Test
    void theShippedOnesCoverEveryPhase() {
        List<Checklist> shipped = ChecklistReader.shipped();
        assertEquals(List.of("outbreak", "mail-virus"), shipped.stream().map(Checklist::name).toList());
        for (Checklist one : shipped) {
            Set<IncidentPhase> phases = one.points().stream().map(Checklist.Point::phase).collect(Collectors.toSet());
            assertEquals(EnumSet.allOf(IncidentPhase.class), phases, one.name());
        }
    }

    @Test
    void aPointIsReadWithPhaseAndQuestion() {
        assertEquals(new Checklist("ours", "Our steps", List.of(new Checklist.Point("fax", IncidentPhase.COMMUNICATION,
                "The fax machine has paper", "Who has the key?"))), read(GOOD));
        assertEquals("", read(GOOD.replace("ask = \"Who has the key?\"\n", "")).points().getFirst().ask());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id = "fax" | id = "Fax!" | line 5: id is written with a to z
            phase = "communication" | phase = "later" | line 6: phase is one of identification, communication,
            text = | tekst = | line 7: there is no field tekst
            title = "Our steps" | title = 7 | line 2: title is a text
            name = "ours" | name = "../ours" | line 1: name is written with
            [[point]] | [point] | line 4: point is a list
            [[point]] | [[point | line 4
            """)
    void whatIsWrongIsSaidWithItsLine(String good, String bad, String message) {
        AssayException wrong = assertThrows(AssayException.class, () -> read(GOOD.replace(good, bad)));
        assertEquals(ErrorCode.WRONG_USAGE, wrong.code());
        assertTrue(wrong.getMessage().contains("ours.toml") && wrong.getMessage().contains(message), wrong.getMessage());
    }

    @Test
    void twoPointsOfOneNameAreRefusedAndSoIsWhatIsNoText() {
        assertTrue(assertThrows(AssayException.class, () -> read(GOOD + GOOD.substring(GOOD.indexOf("[[")))).getMessage()
                .contains("line 10: there are two points fax"));
        assertTrue(assertThrows(AssayException.class, () -> ChecklistReader.read(new byte[] {(byte) 0xff}, "x")).getMessage()
                .contains("not UTF-8"));
    }
}
