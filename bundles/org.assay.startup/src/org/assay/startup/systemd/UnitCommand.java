package org.assay.startup.systemd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.assay.startup.text.Limits;

/**
 * One command line of a unit file (systemd.service(5), "Command lines").
 *
 * @param text its words, its prefixes left out, specifiers and the unit's own variables filled in
 * @param words the same as a shell reads it, each word quoted: systemd starts no shell, so {@code |} and {@code &} mean nothing
 */
public record UnitCommand(String text, String words) {

    private static final int MAX_COMMAND_COUNT = 32;

    /** The commands of {@code value}, which semicolons that are words of their own separate. */
    static List<UnitCommand> of(String value, UnitContext context) {
        List<UnitCommand> commands = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String word : UnitWords.of(value)) {
            if (word.equals(";")) {
                add(part, context, commands);
                part.clear();
            } else {
                part.add(word);
            }
        }
        add(part, context, commands);
        return commands;
    }

    private static void add(List<String> words, UnitContext context, List<UnitCommand> commands) {
        if (words.isEmpty() || commands.size() >= MAX_COMMAND_COUNT) {
            return;
        }
        String first = context.specifiers().fill(words.getFirst());
        int prefix = 0;
        boolean named = false;
        while (prefix < first.length() && "@-:+!|".indexOf(first.charAt(prefix)) >= 0) {
            named |= first.charAt(prefix) == '@';
            prefix++;
        }
        List<String> plain = new ArrayList<>();
        for (String word : words) {
            plain.add(Limits.cut(context.expand(context.specifiers().fill(word))));
        }
        plain.set(0, first.substring(prefix));
        if (named && plain.size() > 1) {
            plain.remove(1);
        }
        commands.add(new UnitCommand(Limits.cut(String.join(" ", plain)),
                Limits.cut(plain.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" ")))));
    }
}
