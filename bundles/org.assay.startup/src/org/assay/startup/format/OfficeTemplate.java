package org.assay.startup.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.assay.startup.match.FileStarts;

/**
 * A template that an Office program opens when it starts, {@code Normal.dotm} above all. Word writes it every day; it runs something only
 * with macros, controls or embedded objects in it, or where it has another template from elsewhere (ECMA-376-2, Open Packaging
 * Conventions: what a part is says its content type, and not its name). Anything but a package that is understood whole, such as the older
 * binary form, may run something.
 */
public final class OfficeTemplate implements StartupFormat {

    private static final int MAX_PART_COUNT = 2_000;
    private static final int MAX_PART_BYTES = 256 << 10;
    private static final String TYPES = "[content_types].xml";
    /** Of content types and of relationships. Lower case. */
    private static final List<String> RUNS = List.of("vbaproject", "vbadata", "activex", "oleobject", "/control", "relationships/package",
            "attachedtemplate", "keymapcustomizations", "attachedtoolbars", "altchunk", "relationships/frame", "subdocument");

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;

    @Override
    public String name() {
        return "office-template";
    }

    /** What stands inside is no command: the file itself is what starts. */
    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return FileStarts.of();
    }

    @Override
    public boolean isInert(byte[] content) {
        try {
            List<String> parts = new ArrayList<>();
            return isPlain(content, parts) && parts.contains(TYPES) && sorted(parts).equals(sorted(directory(content)));
        } catch (IOException | RuntimeException e) {
            // Whatever Java's reader makes of hostile bytes: it is not understood, so it may run something.
            return false;
        }
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    /** Whether no part tells of what runs; {@code parts} gets the names of all, in lower case. */
    private static boolean isPlain(byte[] content, List<String> parts) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                parts.add(name);
                boolean relates = name.equals(TYPES) || name.endsWith(".rels");
                if (parts.size() > MAX_PART_COUNT || relates && !isPlain(zip.readNBytes(MAX_PART_BYTES + 1))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Words can be written otherwise in XML, by numbers or in another encoding; Office does neither. */
    private static boolean isPlain(byte[] part) {
        String text = new String(part, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return part.length <= MAX_PART_BYTES && text.indexOf(0) < 0 && !text.contains("&") && !text.contains("<!")
                && RUNS.stream().noneMatch(text::contains);
    }

    /** The names in the directory at the end, by which Office finds the parts, in lower case. */
    private static List<String> directory(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int end = content.length - END_BYTES;
        while (bytes.getInt(end) != END_OF_DIRECTORY) {
            end--;
        }
        int at = bytes.getInt(end + 16);
        List<String> names = new ArrayList<>();
        for (int left = Short.toUnsignedInt(bytes.getShort(end + 10)); left > 0 && bytes.getInt(at) == DIRECTORY_ENTRY; left--) {
            int length = Short.toUnsignedInt(bytes.getShort(at + 28));
            names.add(new String(content, at + ENTRY_BYTES, length, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            at += ENTRY_BYTES + length + Short.toUnsignedInt(bytes.getShort(at + 30)) + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        return at == end ? names : List.of();
    }
}
