package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.remedy.FileTrees.Tree;
import org.assay.remedy.plan.Step;
import org.assay.remedy.plan.Action.Quarantine;

/**
 * Writes {@code quarantine.cmd} for the command interpreter of Windows NT and later.
 *
 * <p>A name stands in it exactly once, in {@code set "name=..."} with every {@code %} doubled, and is afterwards only ever used as a
 * variable between double quotes: there the interpreter knows no special character that {@link #refusal} lets through. No name is an
 * argument of {@code call}, which would read it a second time.
 */
final class BatchScript {

    private static final String FRAME = "quarantine-frame.cmd";
    private static final int MAX_PATH_LENGTH = 200;
    private static final Pattern TREE = Pattern.compile("[A-Za-z]:|");
    private static final Pattern NAME = Pattern.compile("[ -~&&[^\"*/:<>?\\\\|]]+");
    /** Microsoft Learn, "Naming Files, Paths, and Namespaces"; with an extension, or blanks before it, they are the device too. */
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|COM\\d|LPT\\d|CONIN\\$|CONOUT\\$|CLOCK\\$) *(\\..*)?", Pattern.CASE_INSENSITIVE);

    private BatchScript() {
    }

    /** Whether the file is in a tree that Windows can have: a drive, or one without a name. */
    static boolean isFor(Location file) {
        return TREE.matcher(FileTrees.name(file)).matches();
    }

    /** Why the script cannot move this file, which {@link #isFor} it; empty when it can. */
    static Optional<String> refusal(Location file) {
        List<String> path = FileTrees.path(file);
        if (path.isEmpty() || path.stream().anyMatch(name -> !NAME.matcher(name).matches())) {
            return Optional.of("quarantine.cmd only moves files whose names are of printable ASCII and hold none of \" * / : < > ? \\ |.");
        }
        if (path.stream().anyMatch(name -> name.endsWith(".") || name.endsWith(" "))) {
            return Optional.of("A name in its path ends in a dot or a blank, which Windows leaves out: another file would be meant.");
        }
        if (path.stream().anyMatch(name -> DEVICE.matcher(name).matches())) {
            return Optional.of("A name in its path is that of a device of Windows.");
        }
        if (String.join("\\", path).length() > MAX_PATH_LENGTH) {
            return Optional.of("Its path is longer than the " + MAX_PATH_LENGTH + " characters that quarantine.cmd takes.");
        }
        return Optional.empty();
    }

    /** Writes the script for {@code steps}, which move files into quarantine and none of which {@link #refusal} refuses. */
    static void write(List<Step> steps, OutputStream out) throws IOException {
        List<Tree> trees = FileTrees.of(steps);
        String[] top = Resource.around(Resource.text(FRAME), "rem@trees");
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
            files(tree, steps.stream().map(step -> (Quarantine) step.action())
                    .filter(move -> FileTrees.name(move.location()).equals(tree.name())).toList(), script);
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

    private static void files(Tree tree, List<Quarantine> moves, StringBuilder script) {
        script.append(":tree_").append(tree.number()).append("\nset /a planned=").append(moves.size())
                .append("\ncall :prepare\nif errorlevel 1 goto no_quarantine\n");
        Map<List<String>, List<Quarantine>> folders = moves.stream()
                .collect(Collectors.groupingBy(BatchScript::folder, LinkedHashMap::new, Collectors.toList()));
        folders.forEach((folder, files) -> {
            folder(folder, script);
            for (Quarantine file : files) {
                script.append("set \"name=").append(literal(file.location().name())).append("\"\n");
                script.append("call \"%~f0\" /item ").append(file.change()).append(' ').append(file.present().sha256().orElseThrow().hex()).append('\n');
            }
        });
        script.append("goto finish\n");
    }

    private static List<String> folder(Quarantine file) {
        List<String> path = FileTrees.path(file.location());
        return path.subList(0, path.size() - 1);
    }

    private static void folder(List<String> folder, StringBuilder script) {
        script.append("set \"folder=\"\nset \"blocked=\"\n");
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
