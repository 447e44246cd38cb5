package org.assay.startup.format;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.TextFile;

/** An internet shortcut ({@code .url}): a settings file whose {@code [InternetShortcut] URL} is opened. */
public final class InternetShortcut implements StartupFormat {

    @Override
    public String name() {
        return "internet-shortcut";
    }

    @Override
    public boolean reads(FormatPlace place) {
        return place.isOpenedAs("url") || place.isOpenedAs("website");
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return IniFile.settings(TextFile.windows(content, place.ansi())).stream()
                .filter(setting -> setting.section().equalsIgnoreCase("InternetShortcut") && setting.name().equalsIgnoreCase("URL"))
                .findFirst().map(setting -> FileStarts.of(FileStart.of("", setting.value())))
                .orElseGet(() -> FileStarts.unread("this internet shortcut has no URL"));
    }
}
