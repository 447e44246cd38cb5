package org.assay.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.assay.ui.text.TimeStyle;
import org.eclipse.jface.preference.PreferenceStore;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Instant AFTERNOON = Instant.parse("2026-11-30T16:05:07Z");

    private final PreferenceStore store = new PreferenceStore();
    private final Settings settings = new Settings(store);

    @Test
    void nothingIsPreferredAtFirst() {
        assertEquals("SYSTEM", store.getString(Settings.THEME));
        assertEquals("", settings.examiner());
        assertEquals(List.of(), settings.catalogues());
    }

    @Test
    void whatIsPreferredIsRead() {
        store.setValue(Settings.EXAMINER, " Eve ");
        store.setValue(Settings.CATALOGUES, "/a/one.json\n/b/two words.json");

        assertEquals("Eve", settings.examiner());
        assertEquals(List.of(Path.of("/a/one.json"), Path.of("/b/two words.json")), settings.catalogues());
        assertEquals(List.of(), settings.trusted());
        store.setValue(Settings.TRUSTED, "/a/ann.pem");
        assertEquals(List.of(Path.of("/a/ann.pem")), settings.trusted());
    }

    @Test
    void everyTimeSaysItsZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals("2026-11-30 16:05:07 UTC", TimeStyle.ISO.in(ZoneOffset.UTC).format(AFTERNOON));
        assertEquals("30.11.2026 17:05:07 +01:00", TimeStyle.GERMAN.in(berlin).format(AFTERNOON));
        assertEquals("30/11/2026 17:05:07 +01:00", TimeStyle.BRITISH.in(berlin).format(AFTERNOON));
        assertEquals("11/30/2026 04:05:07 PM UTC", TimeStyle.AMERICAN.in(ZoneOffset.UTC).format(AFTERNOON));
    }

    @Test
    void theColumnsThatWereHiddenAreRemembered() {
        assertEquals(Set.of(2), settings.hiddenColumns("table", Set.of(2)));

        settings.hideColumns("table", Set.of(7, 0));
        assertEquals(Set.of(0, 7), settings.hiddenColumns("table", Set.of(2)));
        settings.hideColumns("table", Set.of());
        assertEquals(Set.of(), settings.hiddenColumns("table", Set.of(2)));
        settings.store().setValue("hidden.columns.table", "-1\n99999999999\nx");
        assertEquals(Set.of(), settings.hiddenColumns("table", Set.of(2)), "what nobody chose hides nothing");
    }
}
