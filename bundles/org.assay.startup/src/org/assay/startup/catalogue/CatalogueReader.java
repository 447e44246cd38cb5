package org.assay.startup.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Severity;

/**
 * Reads the catalogue's JSON as {@code docs/startup-catalogue.md} describes it. Fields it does not know are facts for people. Written
 * without lambdas and streams: every start of the command line reads the catalogue, and linking them costs more than the reading.
 */
public final class CatalogueReader {

    private static final int FORMAT = 1;

    private final String origin;
    private final JsonParser json;
    private final Set<String> formats;
    /** The id of the location that is being read, for messages. */
    private String id = "";

    private CatalogueReader(String origin, JsonParser json, Set<String> formats) {
        this.origin = origin;
        this.json = json;
        this.formats = formats;
    }

    /**
     * Reads the whole of {@code in}.
     *
     * @param origin what to call it in a message
     * @param formats the names of the formats that are read
     * @throws AssayException when it is not such a catalogue; the message says where and what to do
     */
    public static List<AutostartLocation> read(InputStream in, String origin, Set<String> formats) {
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            return new CatalogueReader(origin, parser, formats).catalogue();
        } catch (JsonProcessingException e) {
            throw new AssayException(ErrorCode.SOURCE, "The catalogue " + origin + " cannot be read at line " + e.getLocation().getLineNr()
                    + ": " + e.getOriginalMessage() + ". Correct it as docs/startup-catalogue.md describes.", e);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The catalogue " + origin + " cannot be read: " + e.getMessage()
                    + ". See that it is there and readable.", e);
        }
    }

    private List<AutostartLocation> catalogue() throws IOException {
        List<AutostartLocation> locations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int format = 0;
        expect(json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "format" -> format = json.getIntValue();
                case "locations" -> {
                    format(format);
                    expect(json.currentToken(), JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        locations.add(location());
                        if (!ids.add(locations.getLast().id())) {
                            throw wrong("the id " + locations.getLast().id() + " is there twice");
                        }
                    }
                }
                default -> json.skipChildren();
            }
        }
        format(format);
        return locations;
    }

    private void format(int format) {
        if (format != FORMAT) {
            throw wrong("its \"format\" is " + format + ", and this Assay reads format " + FORMAT);
        }
    }

    private AutostartLocation location() throws IOException {
        Map<String, String> texts = new HashMap<>();
        List<Place> places = new ArrayList<>();
        CleanDefault clean = new CleanDefault(CleanDefault.Mode.BASELINE, List.of());
        boolean content = false;
        boolean disabled = false;
        List<String> folders = List.of();
        List<String> follow = List.of();
        id = "";
        expect(json.currentToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = json.getText();
                case "places" -> places(places);
                case "clean" -> clean = clean();
                case "content" -> content = json.getBooleanValue();
                case "folders" -> folders = strings();
                case "follow" -> follow = strings();
                case "disabled" -> disabled = json.getBooleanValue();
                case "title", "os", "kind", "data", "from", "split", "syntax", "severity", "technique", "category", "select",
                        "unreadable" ->
                    texts.put(field, json.getText());
                default -> json.skipChildren();
            }
        }
        if (places.isEmpty()) {
            throw wrong("it has no \"places\"");
        }
        if (!content) {
            for (int at = 0; at < places.size(); at++) {
                places.set(at, new Place(places.get(at).path(), places.get(at).values(), false));
            }
        }
        texts.put("id", id);
        LocationKind kind = kind(text(texts, "kind"));
        String data = text(texts, "data");
        boolean inside = formats.contains(data);
        AutostartLocation location = new AutostartLocation(text(texts, "id"), text(texts, "title"),
                one(OperatingSystem.class, text(texts, "os")), kind, places, inside ? DataKind.COMMAND : one(DataKind.class, data),
                one(DataSource.class, texts.getOrDefault("from", "data")), texts.getOrDefault("split", ""),
                format(texts.getOrDefault("syntax", inside ? data : kind.format())), clean,
                one(Severity.class, text(texts, "severity")), texts.getOrDefault("technique", ""), texts.getOrDefault("category", ""),
                texts.getOrDefault("select", ""), folders, follow, disabled, texts.getOrDefault("unreadable", ""));
        check(location);
        return location;
    }

    private LocationKind kind(String name) {
        return LocationKinds.named(name).orElseThrow(() -> unknown(name, LocationKinds.ALL.stream().map(LocationKind::name).toList()));
    }

    private String format(String name) {
        if (!name.isEmpty() && !formats.contains(name)) {
            throw unknown(name, formats);
        }
        return name;
    }

    /** Refuses what would find nothing without a word. */
    private void check(AutostartLocation location) {
        if (location.id().isBlank()) {
            throw wrong("it has no \"id\"");
        }
        if (location.isReadable() && !location.kind().reach().hasEntries() && !location.kind().reach().keepsContent()) {
            throw wrong("this Assay does not read places of the kind " + location.kind().name() + ": choose another kind, or say in"
                    + " \"unreadable\" why it is there");
        }
        for (Place place : location.places()) {
            boolean registry = PlacePatterns.isRegistry(place.path());
            if (location.isReadable() && registry != location.kind().reach().isRegistry()) {
                throw wrong("the path " + place.path() + (registry ? " begins as a registry path does" : " does not begin with a registry"
                        + " root such as HKLM\\") + ", and the kind is " + location.kind().name());
            }
        }
    }

    private void places(List<Place> places) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String path = "";
            List<String> values = List.of();
            boolean content = true;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "path" -> path = json.getText();
                    case "values" -> values = strings();
                    case "content" -> content = json.getBooleanValue();
                    default -> json.skipChildren();
                }
            }
            if (path.isEmpty()) {
                throw wrong("a place has no \"path\"");
            }
            places.add(new Place(path, values, content));
        }
    }

    private CleanDefault clean() throws IOException {
        CleanDefault.Mode mode = CleanDefault.Mode.BASELINE;
        List<String> values = List.of();
        expect(json.currentToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "mode" -> mode = one(CleanDefault.Mode.class, json.getText());
                case "values" -> values = strings();
                default -> json.skipChildren();
            }
        }
        return new CleanDefault(mode, values);
    }

    private List<String> strings() throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<String> strings = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.VALUE_STRING);
            strings.add(json.getText());
        }
        return strings;
    }

    private String text(Map<String, String> texts, String field) {
        String text = texts.get(field);
        if (text == null) {
            throw wrong("it has no \"" + field + "\"");
        }
        return text;
    }

    private <E extends Enum<E>> E one(Class<E> type, String name) {
        List<String> known = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            known.add(each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (known.getLast().equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw unknown(name, known);
    }

    private AssayException unknown(String name, Collection<String> known) {
        return wrong("it says \"" + name + "\" where one of " + known + " belongs");
    }

    private void expect(JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw wrong("it has " + found + " where " + expected + " belongs");
        }
    }

    private AssayException wrong(String what) {
        return new AssayException(ErrorCode.SOURCE, "The catalogue " + origin + " is wrong at line " + json.currentLocation().getLineNr()
                + (id.isEmpty() ? "" : " in the location " + id) + ": " + what + ". Correct it as docs/startup-catalogue.md describes.");
    }
}
