package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.remedy.FileTrees.Tree;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Action.Quarantine;
import org.assay.remedy.plan.Action.RestoreFile;
import org.assay.remedy.plan.Managed;
import org.assay.remedy.plan.Phase;
import org.assay.remedy.plan.Step;

/**
 * Writes {@code remedy.cmd} for the command interpreter of Windows NT and later.
 *
 * <p>A name stands in it exactly once, in {@code set "name=..."} with every {@code %} doubled, and is afterwards only ever used as a
 * variable between double quotes: there the interpreter knows no special character that {@link #refusal} lets through. No name is an
 * argument of {@code call}, which would read it a second time. For names of keys the same holds, see {@link RegistrySteps}.
 */
final class BatchScript {

    private static final String FRAME = "remedy-frame.cmd";
    private static final String SELF = "call \"%~f0\" ";
    private static final String PROCESSES = "process-step.cmd";
    private static final int MAX_PATH_LENGTH = 200;
    /** {@code Windows\System32\Tasks}. */
    private static final int TASK_FOLDERS = 3;
    private static final Pattern TREE = Pattern.compile("[A-Za-z]:|");
    private static final Pattern NAME = Pattern.compile("[ -~&&[^\"*/:<>?\\\\|]]+");
    /** Microsoft Learn, "Naming Files, Paths, and Namespaces"; with an extension, or blanks before it, they are the device too. */
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|COM\\d|LPT\\d|CONIN\\$|CONOUT\\$|CLOCK\\$) *(\\..*)?", Pattern.CASE_INSENSITIVE);

    private BatchScript() {
    }

    /** Writes the script into an export, and beside it what ends processes, where it does that. */
    static void write(List<Step> registry, List<Step> steps, String plan, ExportFolder export) {
        if (steps.stream().anyMatch(step -> step.action() instanceof Action.StopProcesses)) {
            Resource.writeBatch(PROCESSES, export);
        }
        export.write("remedy.cmd", out -> write(registry, steps, plan, out));
    }

    /** Whether the file is in a tree that Windows can have: a drive, or one without a name. */
    static boolean isFor(Location file) {
        return TREE.matcher(FileTrees.name(file)).matches();
    }

    /** Why the script cannot move this file, which {@link #isFor} it; empty when it can. */
    static Optional<String> refusal(Location file) {
        List<String> path = FileTrees.path(file);
        if (path.isEmpty() || path.stream().anyMatch(name -> !NAME.matcher(name).matches())) {
            return Optional.of("remedy.cmd only moves files whose names are of printable ASCII and hold none of \" * / : < > ? \\ |.");
        }
        if (path.stream().anyMatch(name -> name.endsWith(".") || name.endsWith(" "))) {
            return Optional.of("A name in its path ends in a dot or a blank, which Windows leaves out: another file would be meant.");
        }
        if (path.stream().anyMatch(name -> DEVICE.matcher(name).matches())) {
            return Optional.of("A name in its path is that of a device of Windows.");
        }
        if (String.join("\\", path).length() > MAX_PATH_LENGTH) {
            return Optional.of("Its path is longer than the " + MAX_PATH_LENGTH + " characters that remedy.cmd takes.");
        }
        return Optional.empty();
    }

    /** Why the script cannot do this, which is about a place that it {@link #isFor}; empty when it can. */
    static Optional<String> refusal(Action action) {
        return switch (action) {
            case Action.StopProcesses stop when stop.program().kind() == FileKind.FILE -> refusal(stop.location());
            case Action.StopManaged stop when stop.managed() instanceof Managed.ScheduledTask -> refusal(stop.location());
            case Quarantine move when move.present().kind() == FileKind.FILE -> refusal(move.location());
            case RestoreFile restore when isFile(Optional.of(restore.baseline()))
                    && isFile(restore.before()) -> refusal(restore.location());
            case Action.StopProcesses _, Action.StopManaged _, Quarantine _, RestoreFile _, Action.MoveBack _,
                    Action.RestoreAttributes _, Action.RestoreValue _, Action.RestoreKey _, Action.RemoveValue _, Action.RemoveKey _,
                    Action.Restart _, Action.ManualStep _ ->
                    Optional.of("remedy.cmd does nothing about files but move them into quarantine and put them back.");
        };
    }

    private static boolean isFile(Optional<FileItem> item) {
        return item.isEmpty() || item.get().kind() == FileKind.FILE;
    }

    /**
     * Writes the script.
     *
     * @param registry what it does in the registry and to services, none of which {@link RegistrySteps#refusal} refuses
     * @param steps what it does about files, tasks and processes, none of which {@link #refusal} refuses
     * @param plan the SHA-256 of the plan, in hexadecimal digits, which the log names
     */
    static void write(List<Step> registry, List<Step> steps, String plan, OutputStream out) throws IOException {
        List<Tree> trees = steps.isEmpty() ? List.of(new Tree(1, "")) : FileTrees.of(steps);
        String[] top = Resource.around(Resource.text(FRAME).replace("@plan@", plan), "rem@trees");
        String[] middle = Resource.around(top[1], "@choice@");
        String[] end = Resource.around(middle[1], "@trees@");
        StringBuilder script = new StringBuilder(top[0]);
        for (Tree tree : trees) {
            script.append("rem   /tree ").append(tree.number()).append(" is ").append(tree.name().isEmpty() ? "the tree without a name"
                    : tree.name()).append('\n');
        }
        script.append(middle[0]);
        choice(trees, script);
        script.append(end[0]);
        for (Tree tree : trees) {
            List<Step> its = steps.stream().filter(step -> FileTrees.name(step.action().location()).equals(tree.name())).toList();
            tree(tree, registry, its, script);
        }
        if (!registry.isEmpty()) {
            registry("services_stop", stops(registry), script);
            registry("registry_do", registry.stream().filter(step -> !isStop(step)).toList(), script);
            registry("registry_undo", registry.reversed(), script);
        }
        script.append(end[1]);
        out.write(script.toString().replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void choice(List<Tree> trees, StringBuilder script) {
        if (trees.size() == 1) {
            script.append("if not defined tree set \"tree=1\"\n");
        }
        for (Tree tree : trees) {
            script.append("if \"%tree%\"==\"").append(tree.number()).append("\" goto tree_").append(tree.number()).append('\n');
        }
        script.append("goto usage\n");
    }

    /** One after the other: what runs, the registry, what goes, what comes; to undo it, the other way round. */
    private static void tree(Tree tree, List<Step> registry, List<Step> steps, StringBuilder script) {
        String label = "tree_" + tree.number();
        List<Step> stops = stops(steps);
        script.append(':').append(label).append("\nset /a planned=").append(steps.size() - stops.size()).append("\ncall :running\n");
        if (!stops.isEmpty()) {
            script.append("if defined running if not defined undo set /a planned+=").append(stops.size()).append('\n');
        }
        if (!registry.isEmpty()) {
            script.append("if defined running set /a planned+=").append(registry.size())
                    .append("\nif not defined running echo The registry is left out: ROOT is not the drive of the running system.\n");
        }
        script.append("call :prepare\nif errorlevel 1 goto no_quarantine\n")
                .append(registry.isEmpty() ? "" : "if not defined undo if defined running call :services_stop\n")
                .append(stops.isEmpty() ? "" : "if not defined undo if defined running call :" + label + "_stop\n")
                .append(registry.isEmpty() ? "" : "if not defined undo if defined running call :registry_do\n")
                .append("if defined undo call :").append(label).append("_put\ncall :").append(label)
                .append("_move\nif not defined undo call :").append(label).append("_put\n")
                .append(registry.isEmpty() ? "" : "if defined undo if defined running call :registry_undo\n").append("goto finish\n");
        files(label, stops, steps, script);
    }

    private static void files(String label, List<Step> stops, List<Step> steps, StringBuilder script) {
        Map<Location, String> gone = new HashMap<>();
        Map<Location, String> come = new HashMap<>();
        for (Step step : steps) {
            if (step.action() instanceof Quarantine move) {
                gone.put(move.location(), state(move.before()));
            } else if (step.action() instanceof RestoreFile restore) {
                come.put(restore.location(), state(restore.after()));
            }
        }
        if (!stops.isEmpty()) {
            body(label + "_stop", stops, BatchScript::stop, script);
        }
        body(label + "_move", steps.stream().filter(step -> step.action() instanceof Quarantine).toList(), step -> SELF + "/item "
                + step.number() + " " + step.action().change() + " " + state(((Quarantine) step.action()).before())
                + other(come, step.action().location()), script);
        body(label + "_put", steps.stream().filter(step -> step.action() instanceof RestoreFile).toList(), step -> SELF + "/put "
                + step.number() + " " + step.action().change() + " " + state(((RestoreFile) step.action()).before()) + " "
                + state(((RestoreFile) step.action()).after()) + other(gone, step.action().location()), script);
    }

    private static List<Step> stops(List<Step> steps) {
        return steps.stream().filter(BatchScript::isStop).toList();
    }

    private static boolean isStop(Step step) {
        return step.action().phase() == Phase.STOP;
    }

    /** A task's name is what is below the folder of all of them. */
    private static String stop(Step step) {
        String end = step.number() + " " + step.action().change() + " " + state(step.action().before().map(FileItem.class::cast));
        int folder = FileTrees.path(step.action().location()).stream().limit(TASK_FOLDERS).mapToInt(name -> 1 + name.length()).sum();
        return step.action() instanceof Action.StopProcesses ? SELF + "/process " + end
                : "set \"task=%folder:~" + folder + "%\\%name%\"\n" + SELF + "/task " + end;
    }

    private static String state(Optional<FileItem> item) {
        return item.map(file -> file.sha256().orElseThrow().hex()).orElse("-");
    }

    private static String other(Map<Location, String> others, Location location) {
        return others.containsKey(location) ? " " + others.get(location) : "";
    }

    private static void registry(String label, List<Step> steps, StringBuilder script) {
        script.append(':').append(label).append('\n');
        RegistrySteps.call(steps, script);
        script.append("exit /b 0\n");
    }

    private static void body(String label, List<Step> steps, Function<Step, String> call, StringBuilder script) {
        script.append(':').append(label).append('\n');
        Map<List<String>, List<Step>> folders = steps.stream()
                .collect(Collectors.groupingBy(BatchScript::folder, LinkedHashMap::new, Collectors.toList()));
        folders.forEach((folder, its) -> {
            folder(folder, script);
            for (Step step : its) {
                script.append("set \"name=").append(literal(step.action().location().name())).append("\"\n");
                script.append(call.apply(step)).append('\n');
            }
        });
        script.append("exit /b 0\n");
    }

    private static List<String> folder(Step step) {
        List<String> path = FileTrees.path(step.action().location());
        return path.subList(0, path.size() - 1);
    }

    private static void folder(List<String> folder, StringBuilder script) {
        script.append("set \"folder=\"\nset \"blocked=\"\nset \"missing=\"\n");
        StringBuilder path = new StringBuilder();
        for (String name : folder) {
            path.append('\\').append(literal(name));
            script.append("set \"folder=").append(path).append("\"\ncall \"%~f0\" /above\n");
        }
    }

    private static String literal(String name) {
        return name.replace("%", "%%");
    }
}
