package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.remediation.Action.QuarantineFile;
import org.assay.model.text.FileName;
import org.assay.remedy.FileTrees.Tree;

/**
 * Writes {@code quarantine.sh}, a script for any POSIX shell, in printable ASCII, so that whoever reads it sees what will be run.
 *
 * <p>Every name is enclosed in single quotes, within which a POSIX shell knows no special character but the single quote (POSIX.1-2017,
 * Shell Command Language, 2.2.2). A name that holds anything but printable ASCII is spelled as a format of {@code printf} with octal
 * escapes (POSIX.1-2017, Utilities, printf; Base Definitions, 5), which the script turns into the exact bytes.
 */
final class ShellScript {

    private static final String FRAME = "quarantine-frame.sh";

    private ShellScript() {
    }

    /** Why the script cannot move this file; empty when it can. */
    static Optional<String> refusal(Location file) {
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

    /** Writes the script for {@code files}, none of which {@link #refusal} refuses. */
    static void write(List<QuarantineFile> files, OutputStream out) throws IOException {
        List<Tree> trees = FileTrees.of(files);
        String[] start = Resource.around(Resource.text(FRAME), "#@trees");
        String[] rest = Resource.around(start[1], "#@items");
        ascii(out, start[0]);
        trees(trees, out);
        ascii(out, rest[0]);
        items(trees, out);
        ascii(out, rest[1]);
    }

    private static void trees(List<Tree> trees, OutputStream out) throws IOException {
        ascii(out, "trees=" + trees.size() + "\n");
        for (Tree tree : trees) {
            ascii(out, "root_" + tree.number() + "=\n");
            String option = tree.name() + "=";
            ascii(out, isPlain(option) ? "option_" + tree.number() + "=" + quoted(option) + "\n"
                    : "unescape " + escaped(option) + "\noption_" + tree.number() + "=$name\n");
        }
        ascii(out, "\ntree_names() {\n");
        for (Tree tree : trees) {
            ascii(out, "    printf '%s\\n' " + quoted("  tree-" + tree.number() + " "
                    + (tree.name().isEmpty() ? "without a name" : Ascii.visible(tree.name()))) + "\n");
        }
        ascii(out, "}\n\ntree_option() {\n    case $1 in\n");
        // The longest name first: with the trees a and a=b, the option a=b=/mnt is about the second.
        for (Tree tree : trees.stream().sorted(Comparator.comparing((Tree tree) -> tree.name().length()).reversed()).toList()) {
            String option = "\"$option_" + tree.number() + "\"";
            ascii(out, "        " + option + "*) root_" + tree.number() + "=${1#" + option + "} ;;\n");
        }
        ascii(out, "        *) return 1 ;;\n    esac\n}\n");
    }

    private static void items(List<Tree> trees, OutputStream out) throws IOException {
        ascii(out, "all_trees() {\n");
        for (Tree tree : trees) {
            ascii(out, "    tree " + tree.number() + " \"$root_" + tree.number() + "\"\n");
        }
        ascii(out, "}\n\nall_items() {\n");
        for (Tree tree : trees) {
            ascii(out, "    tree " + tree.number() + " \"$root_" + tree.number() + "\"\n");
            for (QuarantineFile file : tree.files()) {
                item(file, out);
            }
        }
        ascii(out, "}\n");
    }

    private static void item(QuarantineFile file, OutputStream out) throws IOException {
        String path = String.join("/", FileTrees.path(file.file()));
        String shown = Ascii.visible(path);
        boolean plain = isPlain(path);
        ascii(out, (plain ? "    item " : "    escaped_item ") + file.change() + " " + file.sha256().hex() + " "
                + (plain ? quoted(path) : escaped(path)) + (plain && shown.equals(path) ? "" : " " + quoted(shown)) + "\n");
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(unit -> unit >= ' ' && unit < 0x7f);
    }

    private static String quoted(String plain) {
        return "'" + plain.replace("'", "'\\''") + "'";
    }

    /** The bytes of {@code name} as a format of printf. */
    private static String escaped(String name) {
        StringBuilder format = new StringBuilder("'");
        for (byte next : FileName.encode(name)) {
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

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
