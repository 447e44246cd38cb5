package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;

/** A JSON object a line, in ASCII, with the fields that {@code docs/changes.schema.json} describes. */
final class JsonLines implements WrittenForm {

    private final JsonGenerator json;

    JsonLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setHighestNonEscapedChar(0x7f);
        json.setRootValueSeparator(null);
    }

    @Override
    public boolean write(Item item) throws IOException {
        json.writeStartObject();
        json.writeStringField("space", item.location().space().name());
        json.writeStringField("location", item.location().text());
        json.writeFieldName("components");
        value(item.location().components());
        for (Map.Entry<String, Object> field : ItemFields.describe(item).entrySet()) {
            json.writeFieldName(field.getKey());
            value(field.getValue());
        }
        json.writeEndObject();
        json.writeRaw('\n');
        return true;
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    value(entry.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> list -> {
                json.writeStartArray();
                for (Object member : list) {
                    value(member);
                }
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            default -> json.writeString(String.valueOf(value));
        }
    }

    @Override
    public void end() throws IOException {
        json.close();
    }
}
