package org.assay.startup;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.FileName;
import org.assay.startup.text.CodePage;
import org.assay.startup.text.TextFile;
import org.assay.startup.windows.CodePageFacts;

/**
 * The content of a file as text.
 *
 * @param text everything that it holds, also NUL; a byte that is no character stands as {@link FileName} says
 * @param encoding how it was read, a part of a sentence
 */
public record ReadText(String text, String encoding) {

    /**
     * Reads Unicode where a byte order mark says so, UTF-8 where all of it is well-formed, else the code page that the registry of
     * {@code machine} tells: that of the console for batch files, that of windows for others. Where it tells none, it is UTF-8 with bytes
     * that are not. Never fails.
     *
     * @param name of the file
     */
    public static ReadText of(byte[] content, String name, SnapshotView machine) {
        if (TextFile.isUnicode(content)) {
            return new ReadText(TextFile.windows(content, CodePage.GUESSED), marked(content));
        }
        String text = TextFile.unix(content);
        if (text.codePoints().noneMatch(FileName::isEscape)) {
            return new ReadText(text, text.length() == content.length ? "ASCII" : "UTF-8");
        }
        CodePageFacts pages = CodePageFacts.of(machine);
        CodePage page = isBatch(name) ? pages.oem() : pages.ansi();
        return page.known() ? new ReadText(new String(content, page.charset()), page.charset().name() + ", the code page of the machine")
                : new ReadText(text, "UTF-8, in which it has bytes that are no character; the snapshot tells no code page of the machine");
    }

    private static String marked(byte[] content) {
        return switch (content[0] & 0xff) {
            case 0xff -> StandardCharsets.UTF_16LE.name();
            case 0xfe -> StandardCharsets.UTF_16BE.name();
            default -> StandardCharsets.UTF_8.name();
        } + " by its byte order mark";
    }

    private static boolean isBatch(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.endsWith(".bat") || folded.endsWith(".cmd");
    }
}
