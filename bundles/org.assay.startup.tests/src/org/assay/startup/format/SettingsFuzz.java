package org.assay.startup.format;

import org.assay.startup.text.CodePage;
import org.assay.startup.text.TextFile;

/** Fuzz target: a file of settings: sections, directives, a desktop entry, an internet shortcut. */
public final class SettingsFuzz {

    private SettingsFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new DesktopEntry(), input);
        FormatChecks.check(new InternetShortcut(), input);
        String text = TextFile.windows(input, CodePage.GUESSED);
        for (SettingsFormat format : SettingsFormats.ALL) {
            FormatChecks.check(text, format.settings(text, name -> name.length() < 12));
        }
    }
}
