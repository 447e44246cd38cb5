package org.assay.startup.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects in a repository of WMI whose class has a certain name, each as the strings that stand behind the class's name. */
public final class WmiObjects {

    private static final int MAX_STRING_COUNT = 12;
    private static final int MAX_STRING_LENGTH = 65_536;
    private static final int MAX_VARIANT_COUNT = 32;
    /** So many times its own length is read of a repository at most; strings that overlap are an attacker's. */
    private static final long MAX_OCCURRENCE_COUNT = 16;

    /** The objects' strings by class and by each of these strings. */
    private final Map<String, List<List<String>>> byString = new HashMap<>();

    private WmiObjects() {
    }

    /** Finds at most {@code most} objects whose class ends in {@code suffix}. */
    static WmiObjects find(byte[] content, String suffix, int most) {
        WmiObjects objects = new WmiObjects();
        byte[] mark = (suffix + "\0").getBytes(StandardCharsets.ISO_8859_1);
        int count = 0;
        long budget = MAX_OCCURRENCE_COUNT * content.length;
        for (int at = indexOf(content, mark, 0, content.length); at >= 0 && count < most && budget >= 0;
                at = indexOf(content, mark, at + 1, content.length)) {
            int start = at;
            while (start > 0 && (Character.isLetterOrDigit(content[start - 1]) || content[start - 1] == '_') && at - start < 128) {
                start--;
            }
            String name = new String(content, start, at - start + mark.length - 1, StandardCharsets.ISO_8859_1);
            List<String> strings = strings(content, at + mark.length);
            strings.forEach(text -> objects.add(name + "\0" + text, strings));
            budget -= strings.stream().mapToLong(String::length).sum();
            count++;
        }
        return objects;
    }

    private void add(String key, List<String> strings) {
        List<List<String>> known = byString.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (known.size() < MAX_VARIANT_COUNT && !known.contains(strings)) {
            known.add(strings);
        }
    }

    /**
     * The strings of each object of {@code type} that has {@code name} among them: of one that was changed, what it was before may lie in
     * the file still, and their bytes do not tell which is which. At most 32.
     */
    List<List<String>> with(String name, String type) {
        return byString.getOrDefault(type + "\0" + name, List.of());
    }

    private static List<String> strings(byte[] content, int from) {
        List<String> strings = new ArrayList<>();
        int at = from;
        while (strings.size() < MAX_STRING_COUNT && at + 1 < content.length && content[at] >= 0 && content[at] <= 1) {
            boolean wide = content[at] == 1;
            int step = wide ? 2 : 1;
            int end = at + 1;
            while (end + step <= content.length && (content[end] != 0 || wide && content[end + 1] != 0) && end - at < MAX_STRING_LENGTH) {
                end += step;
            }
            if (end == at + 1 || end + step > content.length) {
                break;
            }
            strings.add(new String(content, at + 1, end - at - 1, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
            at = end + step;
        }
        return strings;
    }

    /** Where {@code sought} stands in {@code content} between {@code from} and {@code to}; negative when it does not. */
    static int indexOf(byte[] content, byte[] sought, int from, int to) {
        byte first = sought[0];
        for (int at = from; at <= Math.min(content.length, to) - sought.length; at++) {
            if (content[at] == first && matches(content, sought, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] content, byte[] sought, int at) {
        for (int number = 1; number < sought.length; number++) {
            if (content[at + number] != sought[number]) {
                return false;
            }
        }
        return true;
    }
}
