package org.assay.remedy.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

/** An object of a plan's JSON; what is asked of it and is not there, or of another type, makes the plan an invalid one. */
record PlanTree(Map<String, Object> fields) {

    /** Says that a plan is not what an export writes. */
    static final class InvalidPlanException extends IOException {

        private static final long serialVersionUID = 1L;

        InvalidPlanException(String message) {
            super(message);
        }
    }

    static PlanTree read(byte[] json) throws IOException {
        try (JsonParser parser = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build().createParser(json)) {
            parser.nextToken();
            Object read = value(parser);
            if (parser.nextToken() != null || !(read instanceof PlanTree tree)) {
                throw new InvalidPlanException("it is not one JSON object");
            }
            return tree;
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new InvalidPlanException("it ends too early");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield new PlanTree(object);
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL, VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT, END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE ->
                throw new InvalidPlanException("no plan has " + token);
        };
    }

    String text(String field) throws InvalidPlanException {
        return one(field, String.class).orElseThrow(() -> missing(field));
    }

    Optional<String> findText(String field) throws InvalidPlanException {
        return one(field, String.class);
    }

    Optional<Long> findNumber(String field) throws InvalidPlanException {
        return one(field, Long.class);
    }

    int count(String field) throws InvalidPlanException {
        long number = findNumber(field).orElseThrow(() -> missing(field));
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new InvalidPlanException("\"" + field + "\" is " + number);
        }
        return (int) number;
    }

    Optional<PlanTree> findTree(String field) throws InvalidPlanException {
        return one(field, PlanTree.class);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Empty where the field is not there. */
    <T> List<T> list(String field, Class<T> type) throws InvalidPlanException {
        List<T> all = new ArrayList<>();
        for (Object each : one(field, List.class).orElse(List.of())) {
            if (!type.isInstance(each)) {
                throw new InvalidPlanException("\"" + field + "\" holds something else than it should");
            }
            all.add(type.cast(each));
        }
        return all;
    }

    private <T> Optional<T> one(String field, Class<T> type) throws InvalidPlanException {
        Object value = fields.get(field);
        if (value != null && !type.isInstance(value)) {
            throw new InvalidPlanException("\"" + field + "\" is not what it should be");
        }
        return Optional.ofNullable(type.cast(value));
    }

    private static InvalidPlanException missing(String field) {
        return new InvalidPlanException("\"" + field + "\" is missing");
    }
}
