package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.assay.cli.output.Terminal;

class TerminalTest {

    @Test
    void aPipeHasNoWidthAndNoColour() {
        Terminal pipe = Terminal.of(System.out, System.err, Map.of("COLUMNS", "80"));
        assertEquals(0, pipe.width());
        assertFalse(pipe.colour());
        assertFalse(pipe.live());
    }

    @Test
    void aTerminalHasBoth() {
        Terminal terminal = Terminal.of(System.out, System.err, Map.of("ASSAY_OUT", "tty", "ASSAY_ERR", "tty", "COLUMNS", "132"));
        assertEquals(132, terminal.width());
        assertTrue(terminal.colour());
        assertTrue(terminal.live());
    }

    @Test
    void coloursCanBeSwitchedOff() {
        assertFalse(Terminal.of(System.out, System.err, Map.of("ASSAY_OUT", "tty", "NO_COLOR", "1")).colour());
        assertFalse(Terminal.of(System.out, System.err, Map.of("ASSAY_OUT", "tty", "TERM", "dumb")).colour());
    }

    @Test
    void nonsenseWidthsAreNotBelieved() {
        assertEquals(100, Terminal.of(System.out, System.err, Map.of("ASSAY_OUT", "tty", "COLUMNS", "wide")).width());
        assertEquals(20, Terminal.of(System.out, System.err, Map.of("ASSAY_OUT", "tty", "COLUMNS", "1")).width());
    }
}
