package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;
import org.assay.remedy.FileTrees.Tree;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Managed;
import org.assay.remedy.plan.Phase;
import org.assay.remedy.plan.Step;

/**
 * Writes {@code remedy.sh}, a script for any POSIX shell, in printable ASCII, so that whoever reads it sees what will be run.
 *
 * <p>Every text of the evidence is spelled as a format of {@code printf}: what is not printable ASCII, quotes and backslashes are octal
 * escapes (POSIX.1-2017, Utilities, printf; Base Definitions, 5), and it stands in single quotes, within which a POSIX shell knows no
 * special character but the single quote (POSIX.1-2017, Shell Command Language, 2.2.2).
 */
final class ShellScript {

    private static final String FRAME = "remedy-frame.sh";
    /** {@code touch -t} (POSIX.1-2017, Utilities, touch) takes years of four digits, and few systems times before 1970. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmm.ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant LAST_STAMP = Instant.parse("9999-12-31T23:59:59Z");

    private final List<Step> steps;
    private final List<Tree> trees;
    private final Map<Location, FileItem> taken = new HashMap<>();
    private final Map<Location, FileItem> putLater = new HashMap<>();
    private final OutputStream out;
    private String tree = "";

    private ShellScript(List<Step> steps, OutputStream out) {
        this.steps = steps;
        this.trees = FileTrees.of(steps);
        this.out = out;
        for (Step step : steps) {
            if (step.action() instanceof Action.Quarantine move) {
                taken.put(move.location(), move.present());
            } else if (step.action() instanceof Action.RestoreFile restore) {
                putLater.put(restore.location(), restore.baseline());
            }
        }
    }

    /** Why the script cannot do this about a file; empty when it can. */
    static Optional<String> refusal(Action action) {
        return FileTrees.locations(action).stream().flatMap(location -> refusal(location).stream()).findFirst()
                .or(() -> refusalOfTarget(action));
    }

    private static Optional<String> refusal(Location file) {
        List<String> path = FileTrees.path(file);
        if (path.isEmpty()) {
            return Optional.of("It is the root of the tree.");
        }
        if (path.stream().anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."))) {
            return Optional.of("A name in its path is empty, a dot or two dots, and would lead elsewhere.");
        }
        if (path.stream().anyMatch(name -> name.indexOf('/') >= 0) || file.components().stream()
                .anyMatch(name -> name.indexOf('\0') >= 0)) {
            return Optional.of("A name in its path holds a slash or a NUL, which no file name on Unix can hold.");
        }
        if (file.components().stream().anyMatch(name -> !FileName.hasKnownBytes(name))) {
            return Optional.of("A name in its path is not valid Unicode, and its bytes on a disk are not known.");
        }
        return Optional.empty();
    }

    private static Optional<String> refusalOfTarget(Action action) {
        boolean known = Stream.concat(action.before().stream(), action.after().stream())
                .flatMap(item -> ((FileItem) item).target().stream())
                .allMatch(target -> FileName.hasKnownBytes(target) && !target.isEmpty() && target.indexOf('\0') < 0);
        return known ? Optional.empty() : Optional.of("Where the link points is empty, holds a NUL or is not valid Unicode.");
    }

    /**
     * Writes the script for {@code steps}, whose actions are about files and none of which {@link #refusal} refuses.
     *
     * @param plan the SHA-256 of the plan, in hexadecimal digits, which the log names
     */
    static void write(List<Step> steps, String plan, OutputStream out) throws IOException {
        ShellScript script = new ShellScript(steps, out);
        String[] start = Resource.around(Resource.text(FRAME), "#@trees");
        String[] rest = Resource.around(start[1], "#@items");
        script.ascii(start[0] + "plan=" + plan + "\n");
        script.trees();
        script.ascii("units=" + (steps.stream().anyMatch(ShellScript::isUnit) ? "yes" : "no") + "\n");
        script.ascii(rest[0]);
        script.steps();
        script.ascii(rest[1]);
    }

    private void trees() throws IOException {
        ascii("trees=" + trees.size() + "\n");
        for (Tree each : trees) {
            ascii("root_" + each.number() + "=\ndecode " + spelled(each.name() + "=") + "\noption_" + each.number() + "=$name\n");
        }
        ascii("\ntree_names() {\n");
        for (Tree each : trees) {
            ascii("    printf '%s\\n' " + "'  tree-" + each.number() + " "
                    + (each.name().isEmpty() ? "without a name" : Ascii.visible(each.name()).replace("'", "'\\''")) + "'\n");
        }
        ascii("}\n\ntree_option() {\n    case $1 in\n");
        // The longest name first: with the trees a and a=b, the option a=b=/mnt is about the second.
        for (Tree each : trees.stream().sorted(Comparator.comparing((Tree one) -> one.name().length()).reversed()).toList()) {
            String option = "\"$option_" + each.number() + "\"";
            ascii("        " + option + "*) root_" + each.number() + "=${1#" + option + "} ;;\n");
        }
        ascii("        *) return 1 ;;\n    esac\n}\n");
    }

    private void steps() throws IOException {
        ascii("all_trees() {\n");
        for (Tree each : trees) {
            ascii("    tree " + each.number() + " \"$root_" + each.number() + "\"\n");
        }
        ascii("}\n");
        List<Step> folders = steps.stream().filter(step -> putsFolder(step.action())).toList();
        List<Step> tidied = in(Phase.TIDY);
        function("what_to_stop",in(Phase.STOP));
        function("files_to_move", in(Phase.MOVE));
        function("folders_to_put", folders);
        function("folders_to_put_back", folders.reversed());
        function("files_to_put", steps.stream().filter(step -> step.action().phase() == Phase.RESTORE && !putsFolder(step.action()))
                .toList());
        function("folders_to_tidy", tidied);
        function("folders_to_tidy_back", tidied.reversed());
    }

    private List<Step> in(Phase phase) {
        return steps.stream().filter(step -> step.action().phase() == phase).toList();
    }

    private static boolean isUnit(Step step) {
        return step.action() instanceof Action.StopManaged(int _, Managed.SystemdUnit _);
    }

    private static boolean putsFolder(Action action) {
        return action instanceof Action.RestoreFile restore && restore.baseline().kind() == FileKind.DIRECTORY;
    }

    private void function(String name, List<Step> body) throws IOException {
        ascii("\n" + name + "() {\n    :\n");
        tree = "";
        for (Step step : body) {
            Tree its = trees.get(FileTrees.number(trees, step.action()) - 1);
            String line = "    tree " + its.number() + " \"$root_" + its.number() + "\"\n";
            if (!line.equals(tree)) {
                ascii(line);
                tree = line;
            }
            step(step);
        }
        ascii("}\n");
    }

    private void step(Step step) throws IOException {
        String numbers = " " + step.number() + " " + step.action().change() + " ";
        switch (step.action()) {
            case Action.StopProcesses stop -> line("stop" + numbers + state(stop.before()) + " " + path(stop.location()));
            case Action.StopManaged(int _, Managed.SystemdUnit unit) ->
                line("unit" + numbers + state(Optional.of(unit.definition())) + " " + path(step.action().location()) + " "
                        + spelled(unit.name()));
            case Action.StopManaged(int _, Managed.LaunchdDaemon daemon) ->
                line("daemon" + numbers + state(Optional.of(daemon.definition())) + " " + path(step.action().location()));
            case Action.Quarantine move when move.present().kind() == FileKind.DIRECTORY ->
                line("tidy" + numbers + "'" + mode(move.present()) + "' " + path(move.location()));
            case Action.Quarantine move -> line("away" + numbers + state(move.before()) + " " + path(move.location())
                    + other(putLater, move.location()));
            case Action.MoveBack back -> line("back" + numbers + state(back.before()) + " " + path(back.location()) + " "
                    + path(back.baseline().location()));
            case Action.RestoreFile restore -> {
                attributes("attributes", restore.baseline());
                line("put" + numbers + state(restore.before()) + " " + state(restore.after()) + " " + path(restore.location())
                        + other(taken, restore.location()));
                extended(restore.baseline().details().extended(), new TreeMap<>());
            }
            case Action.RestoreAttributes give -> {
                attributes("attributes", give.baseline());
                attributes("attributes_before", give.present());
                line("give" + numbers + state(give.before()) + " " + path(give.location()));
                extended(give.baseline().details().extended(), give.present().details().extended());
            }
            case Action.RestoreKey _, Action.RestoreValue _, Action.RemoveKey _, Action.RemoveValue _, Action.StopManaged _,
                    Action.Restart _,
                    Action.ManualStep _ -> throw new IllegalArgumentException("not about a file");
        }
    }

    private void attributes(String word, FileItem file) throws IOException {
        Instant modified = file.modified();
        boolean known = !modified.isBefore(Instant.EPOCH) && !modified.isAfter(LAST_STAMP);
        line(word + " '" + mode(file) + "' " + name(file.owner()) + " " + name(file.group())
                + (known ? " " + modified + " " + STAMP.format(modified) : " '' ''"));
    }

    private static String mode(FileItem file) {
        return file.mode().map("%04o"::formatted).orElse("");
    }

    /** An owner or group; one that chown could take for two is left out. */
    private static String name(Optional<String> owner) {
        return spelled(owner.filter(name -> name.indexOf(':') < 0 && name.indexOf('\0') < 0 && FileName.hasKnownBytes(name)).orElse(""));
    }

    private void extended(SortedMap<String, Bytes> after, SortedMap<String, Bytes> before) throws IOException {
        TreeSet<String> names = new TreeSet<>(after.keySet());
        names.addAll(before.keySet());
        Predicate<String> same = name -> after.containsKey(name) && after.get(name).equals(before.get(name));
        for (String name : names) {
            if (!same.test(name) && name.indexOf('\0') < 0 && FileName.hasKnownBytes(name)) {
                line("extended " + spelled(name) + " " + value(Optional.ofNullable(after.get(name))) + " "
                        + value(Optional.ofNullable(before.get(name))));
            }
        }
    }

    private static String value(Optional<Bytes> value) {
        return value.map(bytes -> "'" + bytes.hex() + "'").orElse("-");
    }

    private static String state(Optional<FileItem> item) {
        return item.map(file -> switch (file.kind()) {
            case FILE -> file.sha256().orElseThrow().hex();
            case LINK -> spelled("@" + file.target().orElseThrow());
            case DIRECTORY -> "/";
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM -> throw new IllegalArgumentException("no script tells it");
        }).orElse("-");
    }

    /** The state that another step about the same place has to do with; nothing where there is none. */
    private static String other(Map<Location, FileItem> others, Location location) {
        return others.containsKey(location) ? " " + state(Optional.of(others.get(location))) : "";
    }

    private static String path(Location file) {
        return spelled(String.join("/", FileTrees.path(file)));
    }

    /** A text as a format of printf, in single quotes. */
    static String spelled(String text) {
        StringBuilder format = new StringBuilder("'");
        for (byte next : FileName.encode(text)) {
            if (next == '%') {
                format.append("%%");
            } else if (next < ' ' || next == 0x7f || next == '\'' || next == '\\') {
                format.append(String.format(Locale.ROOT, "\\%03o", next & 0xff));
            } else {
                format.append((char) next);
            }
        }
        return format.append('\'').toString();
    }

    private void line(String text) throws IOException {
        ascii("    " + text + "\n");
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
