package org.assay.capture.file;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

import org.assay.model.text.FileName;

/**
 * The exact bytes of a path that the system gave.
 *
 * <p>A path keeps them, but {@link Path#toString} decodes them by the locale and loses what does not decode (under {@code LC_ALL=C}
 * everything outside ASCII). {@link Path#toUri} spells every byte, in any locale.
 */
public final class ExactName {

    /** Nothing lies below it, so the look that {@link Path#toUri} takes at what it names never reaches the evidence. */
    private static final Path NOWHERE = Path.of("/dev/null");

    private static final int PREFIX = NOWHERE.toUri().getRawPath().length() + 1;

    private ExactName() {
    }

    /** The text that carries the bytes of {@code path}, of a name or a link's target, as {@link FileName} says. */
    public static String of(Path path) {
        String text = path.toString();
        if (isExact(text)) {
            return text;
        }
        int slashes = 0;
        while (text.charAt(slashes) == '/') {
            slashes++;
        }
        Path relative = path.subpath(0, path.getNameCount());
        return text.substring(0, slashes) + FileName.decode(unescaped(NOWHERE.resolve(relative).toUri().getRawPath()));
    }

    /** The path whose bytes {@code text} carries: {@link #of} gives the text back. */
    public static Path path(String text) {
        return isExact(text) ? Path.of(text) : escaped(text);
    }

    /** What {@link Path#toUri} gives of a file, without its look at what is named: a driver or a server may not answer. */
    static URI uri(Path path) {
        if (File.separatorChar != '/') {
            return path.toUri();
        }
        Path whole = path.toAbsolutePath();
        return URI.create("file://" + (whole.getNameCount() == 0 ? "/"
                : NOWHERE.resolve(whole.subpath(0, whole.getNameCount())).toUri().getRawPath().substring(PREFIX - 1)));
    }

    /** The path of what is called {@code name}, as {@link FileName} says, in {@code folder}. */
    public static Path in(Path folder, String name) {
        return folder.resolve(isExact(name) ? Path.of(name) : escaped(name).getFileName());
    }

    private static Path escaped(String text) {
        StringBuilder uri = new StringBuilder(text.startsWith("/") ? "file://" : "file:///");
        for (byte each : FileName.encode(text)) {
            uri.append(each == '/' ? "/" : "%" + HexFormat.of().toHexDigits(each));
        }
        Path whole = Path.of(URI.create(uri.toString()));
        return text.startsWith("/") ? whole : whole.subpath(0, whole.getNameCount());
    }

    /** A byte outside ASCII never decodes to a character within, so text within ASCII lost nothing; nor does any where names are text. */
    private static boolean isExact(String text) {
        return isAscii(text) || File.separatorChar != '/';
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static byte[] unescaped(String uri) {
        ByteArrayOutputStream name = new ByteArrayOutputStream(uri.length());
        byte[] ascii = uri.getBytes(StandardCharsets.US_ASCII);
        for (int at = PREFIX; at < ascii.length; at++) {
            if (ascii[at] == '%') {
                name.write(Character.digit(ascii[at + 1], 16) << 4 | Character.digit(ascii[at + 2], 16));
                at += 2;
            } else {
                name.write(ascii[at]);
            }
        }
        return name.toByteArray();
    }
}
