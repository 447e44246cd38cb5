package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Settings as GetPrivateProfileString and systemd.syntax(7) read them. */
class IniFileTest {

    @Test
    void settingsHaveTheirSectionAndMayLackAValue() {
        assertEquals(List.of(new Setting("", "first", "0"), new Setting("a b", "x", "1"), new Setting("a b", "flag", ""),
                new Setting("open", "y", "2=3")), IniFile.settings("first=0\n[ a b ]\n x = 1 \n; no=1\n# no=2\nflag\n[open\r\ny=2=3"));
    }

    @Test
    void hostileTextGivesNoMoreThanItHolds() {
        String text = "[\n]\n=\n==\0=\n[[a]=b\n".repeat(5_000);
        FormatChecks.check(text, IniFile.settings(text));
    }
}
