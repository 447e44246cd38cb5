package org.assay.remedy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.assay.testkit.Checkout;

/** Checks JSON against a schema (draft 2020-12). It knows the keywords that our schema uses and fails at any other. */
final class JsonSchema {

    private final Map<String, Object> root;

    private JsonSchema(Map<String, Object> root) {
        this.root = root;
    }

    /** The schema in the file {@code name} of the project's {@code docs}. */
    static JsonSchema inDocs(String name) throws IOException {
        return new JsonSchema(object(JsonTree.read(Files.readString(Checkout.find("docs/" + name)))));
    }

    /** The schema in the file {@code name} beside the tests. */
    static JsonSchema inTests(String name) throws IOException {
        try (InputStream in = JsonSchema.class.getResourceAsStream(name)) {
            return new JsonSchema(object(JsonTree.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))));
        }
    }

    /** What does not fit, each with its place; empty when everything does. */
    List<String> problems(Object json) {
        List<String> problems = new ArrayList<>();
        check(root, json, "$", problems);
        return problems;
    }

    private void check(Map<String, Object> schema, Object json, String at, List<String> problems) {
        schema.forEach((keyword, value) -> {
            switch (keyword) {
                case "$schema", "$defs", "title", "description" -> { }
                case "$ref" -> check(object(object(root.get("$defs")).get(((String) value).replace("#/$defs/", ""))), json, at, problems);
                case "type" -> expect(value.equals(type(json)), at, "is not of type " + value, problems);
                case "const" -> expect(value.equals(json), at, "is not " + value, problems);
                case "enum" -> expect(((List<?>) value).contains(json), at, json + " is not one of " + value, problems);
                case "pattern" -> expect(Pattern.compile((String) value).matcher((String) json).find(), at, json + " is not " + value,
                        problems);
                case "minimum" -> expect((Long) json >= (Long) value, at, json + " is below " + value, problems);
                case "minItems" -> expect(((List<?>) json).size() >= (Long) value, at, "has too few items", problems);
                case "items" -> items(object(value), json, at, problems);
                case "required" -> ((List<?>) value).forEach(
                        name -> expect(json instanceof Map<?, ?> map && map.containsKey(name), at, "lacks " + name, problems));
                case "properties", "additionalProperties" -> { }
                case "anyOf" -> expect(fitting((List<?>) value, json) >= 1, at, "fits none of several", problems);
                case "oneOf" -> expect(fitting((List<?>) value, json) == 1, at, "does not fit exactly one of several", problems);
                default -> throw new AssertionError("unknown keyword " + keyword);
            }
        });
        if (json instanceof Map<?, ?> && schema.containsKey("properties")) {
            properties(schema, object(json), at, problems);
        }
    }

    private void properties(Map<String, Object> schema, Map<String, Object> json, String at, List<String> problems) {
        Map<String, Object> known = object(schema.get("properties"));
        json.forEach((name, value) -> {
            if (known.containsKey(name)) {
                check(object(known.get(name)), value, at + "." + name, problems);
            } else {
                expect(!Boolean.FALSE.equals(schema.get("additionalProperties")), at, "has the unknown " + name, problems);
            }
        });
    }

    private void items(Map<String, Object> schema, Object json, String at, List<String> problems) {
        List<?> items = (List<?>) json;
        for (int index = 0; index < items.size(); index++) {
            check(schema, items.get(index), at + "[" + index + "]", problems);
        }
    }

    private long fitting(List<?> schemas, Object json) {
        return schemas.stream().filter(schema -> {
            List<String> problems = new ArrayList<>();
            check(object(schema), json, "", problems);
            return problems.isEmpty();
        }).count();
    }

    private static void expect(boolean fits, String at, String problem, List<String> problems) {
        if (!fits) {
            problems.add(at + " " + problem);
        }
    }

    private static String type(Object json) {
        return switch (json) {
            case Map<?, ?> _ -> "object";
            case List<?> _ -> "array";
            case String _ -> "string";
            case Long _ -> "integer";
            default -> "boolean";
        };
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }
}
