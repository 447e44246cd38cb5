package org.assay.startup.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.startup.text.CommandWords;
import org.assay.startup.text.ProgramName;
import org.assay.startup.text.ShellText;

/** Reads the arguments of a program of Windows as a rule of {@code windows-hosts.txt} says. */
final class HostArguments {

    private static final String DRIVES = "/mnt/";

    private HostArguments() {
    }

    /** What the rule finds; nothing where it does not fit these arguments. */
    static List<HostedTarget> targets(HostTable.Rule rule, String rest) {
        return switch (rule.how()) {
            case "after" -> rule.switches().stream().map(option -> after(rest, option)).filter(found -> !found.isEmpty()).findFirst()
                    .orElse(List.of());
            case "name" -> named(rule, rest).map(HostedTarget::name).orElse(List.of());
            case "library" -> named(rule, rest).<List<HostedTarget>>map(name -> List.of(new HostedTarget.Library(name))).orElse(List.of());
            case "first" -> first(rule, rest);
            case "last" -> CommandWords.of(rest).stream().filter(word -> !ProgramName.isSwitch(word)).reduce((_, last) -> last)
                    .map(HostedTarget::name).orElse(List.of());
            case "line" -> HostedTarget.line(behind(rule, rest));
            case "interpreter" -> interpreted(rule, rest);
            case "unix" -> unix(rule, rest);
            default -> throw new IllegalStateException("windows-hosts.txt says " + rule.how());
        };
    }

    private static List<HostedTarget> after(String rest, String option) {
        List<HostedTarget> found = HostPrograms.after(rest, option);
        return found.isEmpty() && option.startsWith("-") ? HostPrograms.after(rest, "/" + option.substring(1)) : found;
    }

    /** The word behind one of the switches, or joined to it. */
    private static Optional<String> named(HostTable.Rule rule, String rest) {
        List<String> words = CommandWords.of(rest);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).toLowerCase(Locale.ROOT);
            String plain = word.startsWith("/") ? "-" + word.substring(1) : word;
            for (String each : rule.switches()) {
                boolean joined = plain.startsWith(each) && plain.length() > each.length() + 1
                        && ":=".indexOf(plain.charAt(each.length())) >= 0;
                if (joined) {
                    return Optional.of(words.get(at).substring(each.length() + 1));
                }
                if (plain.equals(each) && at + 1 < words.size()) {
                    return Optional.of(words.get(at + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static List<HostedTarget> first(HostTable.Rule rule, String rest) {
        String line = behind(rule, rest);
        boolean more = line.startsWith("\"") || line.indexOf(' ') >= 0;
        return HostedTarget.name(more ? CommandWords.first(line).word() : line);
    }

    /** Without the switches at the beginning and the words that they take. */
    private static String behind(HostTable.Rule rule, String rest) {
        String text = rest.strip();
        while (ProgramName.isSwitch(text)) {
            CommandWords.Split split = CommandWords.first(text);
            boolean takes = rule.switches().contains("-" + split.word().substring(1).toLowerCase(Locale.ROOT));
            text = takes ? CommandWords.first(split.rest()).rest() : split.rest();
        }
        return text;
    }

    private static List<HostedTarget> interpreted(HostTable.Rule rule, String rest) {
        for (String word : CommandWords.of(rest)) {
            if (rule.switches().contains(word)) {
                return List.of(HostedTarget.Decided.SCRIPT);
            }
            if (!word.startsWith("-")) {
                return HostedTarget.name(word);
            }
        }
        return List.of();
    }

    /** A path below {@code /mnt/c} is one of drive C; everything else is inside another system. */
    private static List<HostedTarget> unix(HostTable.Rule rule, String rest) {
        String text = rest;
        for (CommandWords.Split split = CommandWords.first(rest); !split.word().isEmpty(); split = CommandWords.first(split.rest())) {
            if (rule.switches().contains(split.word())) {
                text = split.rest();
                break;
            }
        }
        return ShellText.commands(CommandWords.unquoted(text)).stream().flatMap(List::stream).filter(word -> word.startsWith(DRIVES)
                && word.length() > DRIVES.length() + 2 && word.charAt(DRIVES.length() + 1) == '/').findFirst()
                .map(word -> HostedTarget.name(word.charAt(DRIVES.length()) + ":" + word.substring(DRIVES.length() + 1).replace('/', '\\')))
                .orElse(text.isBlank() ? List.of() : List.of(HostedTarget.Decided.SCRIPT));
    }
}
