package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.SearchPath;

/** Reads the jobs of launchd (launchd.plist(5)): what a job starts, as whom, and what it waits for. */
public final class LaunchdJob implements StartupFormat {

    static final String FORMAT = "launchd";

    private static final int MAX_VARIABLE_COUNT = 64;
    /** The keys that start a job by themselves; without one of them it waits until it is asked for. */
    private static final List<String> TRIGGERS = List.of("RunAtLoad", "KeepAlive", "StartInterval", "StartCalendarInterval", "WatchPaths",
            "QueueDirectories", "StartOnMount", "MachServices", "Sockets", "LaunchEvents");

    @Override
    public String name() {
        return FORMAT;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        try {
            return PropertyList.read(content) instanceof Node.Table job ? FileStarts.of(starts(job.entries(), bundle(place)))
                    : FileStarts.unread("this property list is not a job of launchd");
        } catch (DamagedFile e) {
            return FileStarts.unread(e.getMessage());
        }
    }

    /** The application that a job inside one belongs to, with a slash at its end: {@code BundleProgram} is relative to it. */
    private static String bundle(FormatPlace place) {
        List<String> names = place.where().components();
        int end = IntStream.range(0, names.size()).filter(at -> names.get(at).endsWith(".app")).findFirst().orElse(0);
        return end == 0 ? "" : "/" + String.join("/", names.subList(1, end + 1)) + "/";
    }

    private static List<FileStart> starts(Map<String, Node> job, String bundle) {
        Optional<String> program = text(job, "Program").or(() -> text(job, "BundleProgram").map(path -> bundle + path));
        List<String> arguments = job.get("ProgramArguments") instanceof Node.Row row ? row.members().stream().map(Node::shown).toList()
                : List.of();
        List<String> words = new ArrayList<>(program.stream().toList());
        words.addAll(program.isPresent() && !arguments.isEmpty() ? arguments.subList(1, arguments.size()) : arguments);
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> triggers = TRIGGERS.stream().filter(job::containsKey).filter(key -> !text(job, key).equals(Optional.of("false")))
                .toList();
        String command = Limits.cut(String.join(" ", words));
        EntryState state = text(job, "Disabled").equals(Optional.of("true")) ? EntryState.DISABLED : EntryState.ENABLED;
        LaunchContext context = text(job, "WorkingDirectory").map(LaunchContext::in).orElse(LaunchContext.USUAL)
                .rooted(text(job, "RootDirectory").map(path -> path.replaceFirst("/+$", "")).orElse(""));
        Map<String, Node> variables = job.get("EnvironmentVariables") instanceof Node.Table table ? table.entries() : Map.of();
        LaunchContext around = context.searched(text(variables, "PATH").map(path -> SearchPath.of(path, List.of())).orElse(List.of()));
        List<FileStart> starts = new ArrayList<>();
        starts.add(new FileStart(text(job, "Label").orElse(""), command,
                new Start.Names(Limits.cut(quoted(words)), DataKind.COMMAND, around),
                new EntryDetails(text(job, "UserName").orElse(""), state, "",
                        triggers.isEmpty() ? List.of("started when something asks for it") : List.of("starts by "
                                + String.join(", ", triggers)))));
        variables.keySet().stream().filter(name -> !name.equals("PATH")).limit(MAX_VARIABLE_COUNT).forEach(name -> text(variables, name)
                .ifPresent(value -> EnvironmentHooks.starts(name, value).forEach(hook -> starts.add(hook.otherwise()))));
        return starts;
    }

    private static Optional<String> text(Map<String, Node> job, String key) {
        return Stream.ofNullable(job.get(key)).filter(Node.Text.class::isInstance).map(Node::shown).findFirst();
    }

    /** launchd starts no shell: each word is one, whatever it holds. */
    private static String quoted(List<String> words) {
        return words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
    }
}
