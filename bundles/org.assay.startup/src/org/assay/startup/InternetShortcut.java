package org.assay.startup;

/** An internet shortcut ({@code .url}): a settings file whose {@code [InternetShortcut] URL} is opened. */
final class InternetShortcut {

    private InternetShortcut() {
    }

    static FileStarts read(byte[] content) {
        return Setting.ofIni(TextFile.windows(content)).stream()
                .filter(setting -> setting.section().equalsIgnoreCase("InternetShortcut") && setting.name().equalsIgnoreCase("URL"))
                .findFirst().map(setting -> FileStarts.of(FileStart.of("", setting.value())))
                .orElseGet(() -> FileStarts.unread("this internet shortcut has no URL"));
    }
}
