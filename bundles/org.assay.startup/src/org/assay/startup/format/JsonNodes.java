package org.assay.startup.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;

import org.assay.startup.text.Limits;

/** Reads JSON, with the comments and the commas at the end that settings files of editors and terminals have. */
public final class JsonNodes {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NODE_COUNT = 200_000;

    private final JsonParser json;
    private int nodes;

    private JsonNodes(JsonParser json) {
        this.json = json;
    }

    /** Reads {@code content}; fails with a message that gives the place. */
    static Node read(byte[] content) throws DamagedFile {
        JsonFactory factory = JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
        try (JsonParser parser = factory.createParser(content)) {
            parser.nextToken();
            return new JsonNodes(parser).node(0);
        } catch (IOException e) {
            throw new DamagedFile("not JSON: " + e.getClass().getSimpleName());
        }
    }

    private Node node(int depth) throws IOException, DamagedFile {
        if (depth > MAX_DEPTH || ++nodes > MAX_NODE_COUNT) {
            throw new DamagedFile("this JSON, at line " + json.currentLocation().getLineNr() + ", is nested deeper than " + MAX_DEPTH
                    + " or has more than " + MAX_NODE_COUNT + " parts");
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Node> entries = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                entries.putIfAbsent(name, node(depth + 1));
            }
            return new Node.Table(entries);
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Node> members = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                members.add(node(depth + 1));
            }
            return new Node.Row(members);
        }
        if (json.currentToken() == null) {
            throw new DamagedFile("this JSON ends at line " + json.currentLocation().getLineNr());
        }
        return new Node.Text(Limits.cut(String.valueOf(json.getText())));
    }
}
