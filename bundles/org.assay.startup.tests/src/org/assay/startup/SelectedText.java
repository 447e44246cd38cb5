package org.assay.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;


/** Writes files in which a catalogue's {@code select} finds one value. */
public final class SelectedText {

    private SelectedText() {
    }

    /** A file of {@code format} in which the first path of {@code select} leads to {@code value}. */
    static String of(String format, String select, String value) {
        Map<String, Object> root = new LinkedHashMap<>();
        Map<String, Object> at = root;
        List<String> steps = steps(select.split("\\|")[0]);
        for (int number = 0; number < steps.size(); number++) {
            String step = steps.get(number).replace("*", "x1");
            int open = step.indexOf('[');
            String name = open < 0 ? step : step.substring(0, open);
            if (number == steps.size() - 1) {
                at.put(name, value);
            } else {
                at = put(at, name);
                if (open >= 0) {
                    String[] condition = step.substring(open + 1, step.length() - 1).split("=");
                    Map<String, Object> holder = at;
                    String[] keys = condition[0].split("\\.");
                    for (int key = 0; key < keys.length - 1; key++) {
                        holder = put(holder, keys[key]);
                    }
                    holder.put(keys[keys.length - 1], condition[1]);
                }
            }
        }
        return switch (format) {
            case "json" -> "// settings\n" + json(root);
            case "plist" -> plist(root);
            case "xml" -> "<?xml version=\"1.0\"?><root>" + xml(root) + "</root>";
            default -> throw new IllegalArgumentException(format);
        };
    }

    public static String plist(Map<String, Object> root) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                + "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">" + dict(root) + "</plist>\n";
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String part : path.split("\\.(?![^\\[]*])")) {
            if (!part.equals("**")) {
                steps.add(part);
            }
        }
        return steps;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> put(Map<String, Object> at, String name) {
        return (Map<String, Object>) at.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static String json(Object node) {
        if (!(node instanceof Map<?, ?>)) {
            return "\"" + node + "\"";
        }
        List<String> members = new ArrayList<>();
        ((Map<String, Object>) node).forEach((name, value) -> members.add("\"" + name + "\": " + json(value)));
        return "{" + String.join(", ", members) + ",}";
    }

    @SuppressWarnings("unchecked")
    private static String dict(Object node) {
        if (!(node instanceof Map<?, ?>)) {
            return "<string>" + node + "</string>";
        }
        StringBuilder text = new StringBuilder("<dict>");
        ((Map<String, Object>) node).forEach((name, value) -> text.append("<key>").append(name).append("</key>").append(dict(value)));
        return text.append("</dict>").toString();
    }

    @SuppressWarnings("unchecked")
    private static String xml(Object node) {
        if (!(node instanceof Map<?, ?>)) {
            return String.valueOf(node);
        }
        StringBuilder text = new StringBuilder();
        ((Map<String, Object>) node).forEach((name, value) -> text.append('<').append(name).append('>').append(xml(value)).append("</")
                .append(name).append('>'));
        return text.toString();
    }
}
