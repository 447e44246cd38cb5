import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

import org.assay.cli.Main;

/**
 * Writes what a package brings beside the program into a folder: {@code assay.bash}, which zsh reads as well, {@code assay.fish}, and below
 * {@code man} the sources of the manual pages.
 */
final class CommandPages {

    private CommandPages() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CommandLine line = Main.described();
        Files.writeString(folder.resolve("assay.bash"), AutoComplete.bash("assay", line));
        Files.writeString(folder.resolve("assay.fish"), fish(line));
        ManPageGenerator.generateManPage(folder.resolve("man").toFile(), null, new boolean[0], false, specs(line));
    }

    private static CommandSpec[] specs(CommandLine line) {
        List<CommandSpec> specs = new ArrayList<>(List.of(line.getCommandSpec()));
        line.getSubcommands().values().forEach(below -> specs.addAll(List.of(specs(below))));
        return specs.toArray(CommandSpec[]::new);
    }

    /** The completions of fish(1), which picocli has none of. */
    private static String fish(CommandLine line) {
        StringJoiner script = new StringJoiner("\n", "# Completions of assay for fish.\n", "\n");
        script.add("complete -c assay -f");
        complete(line, List.of(), script);
        return script.toString();
    }

    private static void complete(CommandLine line, List<String> path, StringJoiner script) {
        String names = line.getSubcommands().keySet().stream().sorted().collect(Collectors.joining(" "));
        String there = path.stream().map(name -> "__fish_seen_subcommand_from " + name).collect(Collectors.joining("; and "));
        String here = there + (names.isEmpty() ? "" : (there.isEmpty() ? "" : "; and ") + "not __fish_seen_subcommand_from " + names);
        String begin = "complete -c assay -n " + quoted(here);
        line.getSubcommands().forEach((name, below) -> script.add(begin + " -a " + name + described(below.getCommandSpec().usageMessage())));
        line.getCommandSpec().options().stream().filter(option -> !option.hidden()).forEach(option -> script.add(begin + fish(option)));
        if (line.getCommandSpec().positionalParameters().stream().anyMatch(CommandPages::isPath)) {
            script.add(begin + " -F");
        }
        line.getSubcommands().forEach((name, below) -> {
            List<String> further = new ArrayList<>(path);
            further.add(name);
            complete(below, further, script);
        });
    }

    private static String fish(OptionSpec option) {
        StringBuilder text = new StringBuilder();
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            List<String> values = new ArrayList<>();
            if (option.completionCandidates() != null) {
                option.completionCandidates().forEach(values::add);
            }
            text.append(values.isEmpty() ? isText(option) ? " -x" : " -r -F" : " -x -a " + quoted(String.join(" ", values)));
        }
        String[] description = option.description();
        return text + (description.length == 0 ? "" : " -d " + quoted(sentence(description[0])));
    }

    private static String described(UsageMessageSpec usage) {
        return usage.description().length == 0 ? "" : " -d " + quoted(sentence(usage.description()[0]));
    }

    private static boolean isPath(ArgSpec argument) {
        return argument.type() == Path.class;
    }

    /** Evidence is a path, too, with a name before it perhaps. */
    private static boolean isText(ArgSpec argument) {
        return !isPath(argument) && argument.type() != Object.class && argument.type() != List.class;
    }

    private static String sentence(String description) {
        String plain = description.replace("%%", "%").replace("%n", " ");
        int end = plain.indexOf(". ");
        return end < 0 ? plain : plain.substring(0, end);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
