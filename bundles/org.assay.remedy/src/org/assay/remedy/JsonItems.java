package org.assay.remedy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import org.assay.model.Location;
import org.assay.model.text.FileName;

/** What the JSON files of an export spell alike: places and the fields of items. */
record JsonItems(JsonGenerator json) {

    /** The fields of a place, within an object. */
    void location(Location location) throws IOException {
        json.writeStringField("space", location.space().name());
        json.writeStringField("location", location.text());
        json.writeArrayFieldStart("components");
        for (String component : location.components()) {
            json.writeString(component);
        }
        json.writeEndArray();
        if (location.space().isFile() && location.components().stream().anyMatch(FileName::holdsOtherBytes)) {
            json.writeArrayFieldStart("name_hex");
            for (String component : location.components()) {
                json.writeString(HexFormat.of().formatHex(FileName.encode(component)));
            }
            json.writeEndArray();
        }
    }

    /** The fields of an item as {@link org.assay.model.field.ItemFields#tell} gives them, within an object. */
    void fields(Map<?, ?> fields) throws IOException {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            json.writeFieldName((String) field.getKey());
            value(field.getValue());
        }
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case Map<?, ?> fields -> {
                json.writeStartObject();
                fields(fields);
                json.writeEndObject();
            }
            case List<?> values -> {
                json.writeStartArray();
                for (Object one : values) {
                    value(one);
                }
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> json.writeNumber(number.longValue());
            case String text -> json.writeString(text);
            default -> throw new IllegalArgumentException("a field is told as " + value.getClass());
        }
    }

    /** Nothing where there is none. */
    void text(String field, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(field, text.get());
        }
    }
}
