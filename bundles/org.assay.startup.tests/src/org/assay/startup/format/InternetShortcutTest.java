package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** What Windows writes when a page is dragged to the desktop. */
class InternetShortcutTest {

    @Test
    void theAddressIsWhatStarts() {
        assertEquals(List.of(" | file:///C:/evil.exe"), Places.told(new InternetShortcut(),
                "[Other]\r\nURL=http://no/\r\n[internetshortcut]\r\nurl = file:///C:/evil.exe\r\nIconIndex=0\r\nURL=http://second/\r\n"));
    }

    @Test
    void oneWithoutAnAddressIsNotUnderstood() {
        assertEquals(Optional.of("this internet shortcut has no URL"), Places.read(new InternetShortcut(),
                "URL=http://no/\r\n[InternetShortcut.A]\r\nURL=http://no/\r\n".getBytes(StandardCharsets.ISO_8859_1)).problem());
    }
}
