package org.assay.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.assay.content.TomlFile;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.text.Visible;

/** Reads checklists from TOML; {@code docs/incident.md} describes the file. */
public final class ChecklistReader {

    private static final Set<String> FIELDS = Set.of("name", "title", "point");
    private static final Set<String> POINT_FIELDS = Set.of("id", "phase", "text", "ask");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    /** More than a team can tick off. */
    private static final int MAX_POINT_COUNT = 1_000;
    /** The parser takes seconds for a million characters, and a checklist may be in the case of a stranger. */
    private static final int MAX_BYTES = 128 << 10;
    private static final List<String> SHIPPED = List.of("outbreak", "mail-virus");

    private ChecklistReader() {
    }

    /** Those that Assay has of itself. */
    public static List<Checklist> shipped() {
        return SHIPPED.stream().map(ChecklistReader::shipped).toList();
    }

    private static Checklist shipped(String name) {
        String file = "checklist/" + name + ".toml";
        try (InputStream in = ChecklistReader.class.getResourceAsStream(file)) {
            return read(in.readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException("the checklist " + file + " is missing from this Assay", e);
        }
    }

    /**
     * Reads one.
     *
     * @param name what to call the file in a message
     * @throws AssayException {@code WRONG_USAGE}, with the line, when it is no checklist
     */
    public static Checklist read(byte[] toml, String name) {
        if (toml.length > MAX_BYTES) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The checklist " + Visible.text(name) + " is larger than 128 KiB. Split it.");
        }
        TomlFile file = new TomlFile("the checklist", Visible.text(name));
        TomlFile.Part root = file.parse(text(toml, name), FIELDS);
        List<Checklist.Point> points = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (TomlFile.Part part : file.tables(root, "point", POINT_FIELDS)) {
            Checklist.Point point = new Checklist.Point(id(file, part, "id"),
                    file.word(part, "phase", file.text(part, "phase"), IncidentPhase.class), file.text(part, "text"),
                    part.has("ask") ? file.text(part, "ask") : "");
            if (!ids.add(point.id())) {
                throw file.wrong(part, "id", "there are two points " + point.id());
            }
            if (points.size() == MAX_POINT_COUNT) {
                throw file.wrong(part, "id", "there are more than " + MAX_POINT_COUNT + " points");
            }
            points.add(point);
        }
        return new Checklist(id(file, root, "name"), file.text(root, "title"), points);
    }

    private static String id(TomlFile file, TomlFile.Part part, String key) {
        String id = file.text(part, key);
        if (!ID.matcher(id).matches()) {
            throw file.wrong(part, key, key + " is written with a to z, 0 to 9 and -, at most 100 of them, not: " + id);
        }
        return id;
    }

    private static String text(byte[] toml, String name) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(toml)).toString();
        } catch (CharacterCodingException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The checklist " + Visible.text(name) + " is not UTF-8. Save it as UTF-8.", e);
        }
    }
}
