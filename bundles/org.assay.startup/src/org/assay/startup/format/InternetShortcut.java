package org.assay.startup.format;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.TextFile;

/** An internet shortcut ({@code .url}): a settings file whose {@code [InternetShortcut] URL} is opened. */
public final class InternetShortcut {

    private InternetShortcut() {
    }

    static FileStarts read(byte[] content) {
        return Setting.ofIni(TextFile.windows(content)).stream()
                .filter(setting -> setting.section().equalsIgnoreCase("InternetShortcut") && setting.name().equalsIgnoreCase("URL"))
                .findFirst().map(setting -> FileStarts.of(FileStart.of("", setting.value())))
                .orElseGet(() -> FileStarts.unread("this internet shortcut has no URL"));
    }
}
