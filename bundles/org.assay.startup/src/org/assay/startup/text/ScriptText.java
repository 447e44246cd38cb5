package org.assay.startup.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts of PowerShell and {@code cmd}, with what only these put together when they run: variables of the environment and of the text
 * itself, pieces with a plus between them, quotes behind a backslash (Microsoft Learn, "about_Environment_Variables",
 * "about_Quoting_Rules", "set").
 */
public final class ScriptText {

    private static final Pattern ENVIRONMENT = Pattern.compile("\\$(?:\\{env:(\\w{1,64})\\}|env:(\\w{1,64}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINED = Pattern.compile("(['\"])\\s{0,8}\\+\\s{0,8}\\1");
    private static final Pattern ASSIGNED = Pattern.compile("(?:\\$(\\w{1,64})\\s{0,8}=\\s{0,8}(['\"])([^'\"\\r\\n]{1,512})\\2"
            + "|(?<!\\w)set\\s{1,8}\"?(\\w{1,64})=([^&|\"\\r\\n]{1,512}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern USED = Pattern.compile("\\$\\{?(\\w{1,64})\\}?|%(\\w{1,64})%|!(\\w{1,64})!");
    private static final int MAX_VARIABLE_COUNT = 32;

    private ScriptText() {
    }

    /** {@code text}, and in another line, where that differs, how it reads when it is put together. */
    public static String with(String text) {
        String named = ENVIRONMENT.matcher(text.replace("\\\"", "\"")).replaceAll(found -> "%" + (found.group(1) == null ? found.group(2)
                : found.group(1)) + "%");
        String plain = JOINED.matcher(named).replaceAll("");
        Map<String, String> variables = new HashMap<>();
        for (Matcher set = ASSIGNED.matcher(plain); variables.size() < MAX_VARIABLE_COUNT && set.find(); ) {
            boolean shell = set.group(1) != null;
            variables.put(fold(shell ? set.group(1) : set.group(4)), (shell ? set.group(3) : set.group(5)).strip());
        }
        String filled = variables.isEmpty() ? plain : Limits.cut(USED.matcher(Limits.cut(plain)).replaceAll(used -> Matcher
                .quoteReplacement(variables.getOrDefault(fold(used.group().replaceAll("\\W", "")), used.group()))));
        return filled.equals(text) ? text : text + "\n" + filled;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
