package org.assay.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MiddleCutTest {

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("C:\\win.ini", MiddleCut.fit("C:\\win.ini", 10, String::length));
    }

    @Test
    void whatDoesNotFitKeepsItsEndAndSomeOfItsBeginning() {
        String cut = MiddleCut.fit("C:\\WINDOWS\\SYSTEM\\worm.exe", 13, String::length);
        assertTrue(cut.length() == 13 && cut.startsWith("C:\\W…") && cut.endsWith("worm.exe"), cut);
    }

    @Test
    void halfACharacterIsNeverLeft() {
        String bugs = "\ud83d\udc1b".repeat(20);
        for (int room = 1; room < 40; room++) {
            String cut = MiddleCut.fit(bugs, room, String::length);
            assertTrue(cut.codePoints().allMatch(point -> point == 0x1f41b || point == '…'), cut);
        }
    }

    @Test
    void noRoomLeavesTheSignAlone() {
        assertEquals("…", MiddleCut.fit("abc", 0, String::length));
    }
}
