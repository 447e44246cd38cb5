package org.assay.startup.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.command.TargetSearch.Candidate;
import org.assay.startup.text.EncodedText;
import org.assay.startup.text.NamedPaths;
import org.assay.startup.text.SearchPath;
import org.assay.startup.text.ShellGlob;
import org.assay.startup.text.ShellState;
import org.assay.startup.text.ShellText;
import org.assay.startup.tree.Links;

/** Reads commands as Unix shells and {@code execvp} do, and follows the snapshot's links to the files they name. */
public final class UnixCommand {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_PATH_COUNT = 64;
    private static final int MAX_FOLDER_COUNT = 4;
    private static final List<String> LIBRARIES = List.of(".so", ".dylib", ".ko", ".ko.xz", ".ko.zst", ".ko.gz");
    private static final HostTable HOSTS = HostTable.read("unix-hosts.txt");
    /** What a shell does without starting a program. */
    private static final Set<String> BUILTINS = Set.of("[", "[[", "test", "cd", "true", "false", ":", "export", "set", "unset", "trap",
            "echo", "printf", "exit", "return", "umask", "ulimit", "read", "shift", "local", "readonly", "wait", "break", "continue",
            "alias", "let", "declare", "typeset", "in", "esac", "kill", "type", "getopts", "hash", "pwd", "jobs", "shopt", "pushd", "popd",
            "internal-sftp");

    private final TargetSearch search;
    private final Links links;

    UnixCommand(TargetSearch search, Links links) {
        this.search = search;
        this.links = links;
    }

    /** Reads {@code text}, a command as a shell would or as a program's words where it is only that, and asks for the files it may mean. */
    List<LaunchTarget> launchTargets(String text, DataKind kind, Origin origin) {
        String plain = text.strip();
        return switch (kind) {
            case COMMAND -> commandLine(plain, origin);
            case LIBRARY -> library(plain, origin);
            case DROP_INS -> folder(plain, origin);
            case FOLDER, UNIT, TEXT, FILE, BUNDLE -> List.of(new LaunchTarget.Decided(TargetOutcome.NONE, "", ""));
            // Windows' own kinds, which only a user's catalogue can name for another system.
            case NATIVE, FUNCTION, SERVICE, RENAME, ANSI_PATH -> List.of(new LaunchTarget.Decided(TargetOutcome.UNPARSED, plain, ""));
        };
    }

    private List<LaunchTarget> commandLine(String text, Origin origin) {
        String plain = text;
        while (plain.startsWith("|") || plain.startsWith("!") || plain.startsWith("@") || plain.startsWith("-/") || plain.startsWith("^")) {
            plain = plain.substring(1).strip();
        }
        return plain.isEmpty() ? List.of(new LaunchTarget.Decided(TargetOutcome.NONE, "", ""))
                : LaunchTarget.joined(script(plain, origin, 0), mentioned(plain, origin));
    }

    /** See {@link CommandResolver#mentioned}. */
    List<LaunchTarget.Mentioned> mentioned(String text, Origin origin) {
        return NamedPaths.unix(EncodedText.with(text)).stream().map(name -> new LaunchTarget.Mentioned(paths(name, origin)
                .map(path -> search.unix(origin.tree(), path)).distinct().toList())).toList();
    }

    /** A library by its name, which may lack its extension or have an equals sign or a colon before it ({@code name=path}). */
    private List<LaunchTarget> library(String text, Origin origin) {
        int colon = text.indexOf(":/");
        String name = text.substring(Math.max(text.indexOf('=') + 1, colon > 0 ? colon + 1 : 0)).strip();
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return List.of(new LaunchTarget.Decided(TargetOutcome.NONE, "", ""));
        }
        List<String> names = LIBRARIES.stream().anyMatch(name::endsWith) || name.contains(".so.") ? List.of(name)
                : Stream.concat(Stream.of(name), LIBRARIES.stream().map(ending -> name + ending)).toList();
        return List.of(new LaunchTarget.Program(List.of(new LaunchTarget.Reading(name, names.stream().flatMap(each -> paths(each, origin))
                .map(path -> search.unix(origin.tree(), path)).distinct().toList(), false, false, List.of())), false));
    }

    /** The commands of a shell's text, its own ones left out; a text that has no others is a script of its own. */
    private List<LaunchTarget> script(String text, Origin scope, int depth) {
        List<LaunchTarget> launchTargets = new ArrayList<>();
        List<List<String>> commands = ShellText.commands(text);
        ShellState state = new ShellState(scope.context().path());
        for (List<String> spelled : commands) {
            List<String> words = state.take(spelled);
            launchTargets.addAll(command(words, scope.with(scope.context().searched(state.path()).firstIn(state.folders())), depth));
        }
        if (commands.size() > 1) {
            launchTargets.replaceAll(target -> target instanceof LaunchTarget.Program program
                    ? new LaunchTarget.Program(program.readings(), true) : target);
        }
        return launchTargets.isEmpty() ? List.of(new LaunchTarget.Decided(TargetOutcome.INLINE_SCRIPT, "", "")) : launchTargets;
    }

    private List<LaunchTarget> command(List<String> words, Origin scope, int depth) {
        int at = 0;
        while (at < words.size() && ShellState.isSetting(words.get(at))) {
            at++;
        }
        if (at + 1 < words.size() && words.get(at).equals("trap") && depth <= MAX_DEPTH) {
            return script(words.get(at + 1), scope, depth + 1);
        }
        if (at >= words.size() || BUILTINS.contains(words.get(at))) {
            return List.of();
        }
        String word = words.get(at);
        List<String> arguments = words.subList(at + 1, words.size());
        if (word.equals(".") || word.equals("source")) {
            return arguments.isEmpty() ? List.of() : command(List.of(arguments.getFirst()), scope, depth + 1);
        }
        return launch(word, arguments, scope, depth);
    }

    private List<LaunchTarget> launch(String word, List<String> arguments, Origin scope, int depth) {
        if (word.startsWith("file:///")) {
            return launch(unescaped(word.substring(7)), arguments, scope, depth);
        }
        if (word.contains("://")) {
            return List.of(new LaunchTarget.Decided(TargetOutcome.REMOTE, word, ""));
        }
        if (word.equals("eval") || word.indexOf('$') >= 0 || word.indexOf('`') >= 0) {
            return List.of(new LaunchTarget.Decided(TargetOutcome.INLINE_SCRIPT, "", ""));
        }
        if (word.indexOf('\0') >= 0 || word.isEmpty() || depth > MAX_DEPTH) {
            return List.of(new LaunchTarget.Decided(TargetOutcome.UNPARSED, word, ""));
        }
        if (word.endsWith(".app") || word.endsWith(".app/")) {
            return folder(word.replaceFirst("/+$", "") + "/Contents/MacOS", scope);
        }
        List<LaunchTarget> payload = payload(word.substring(word.lastIndexOf('/') + 1), arguments, scope, depth + 1);
        List<Candidate> candidates = paths(word, scope).map(path -> search.unix(scope.tree(), path)).distinct().toList();
        boolean host = !payload.isEmpty();
        return List.of(new LaunchTarget.Program(List.of(new LaunchTarget.Reading(word, candidates, host, host, payload)), false));
    }

    private static String unescaped(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return path;
        }
    }

    /** What the program starts besides itself; the first rule of the table that finds something counts. */
    private List<LaunchTarget> payload(String program, List<String> arguments, Origin scope, int depth) {
        return HOSTS.of(program).stream().map(rule -> started(rule, arguments, scope, depth)).filter(found -> !found.isEmpty()).findFirst()
                .orElse(List.of());
    }

    private List<LaunchTarget> started(HostTable.Rule rule, List<String> arguments, Origin scope, int depth) {
        List<String> switches = rule.switches();
        return switch (rule.how()) {
            case "shell" -> interpreted(true, List.of(), arguments, scope, depth);
            case "interpreter" -> interpreted(false, switches, arguments, scope, depth);
            case "prefix" -> behind(arguments, switches.isEmpty() ? "" : switches.getFirst(), scope, depth);
            case "second" -> second(arguments, scope, depth);
            case "name" -> after(arguments, switches).map(name -> command(List.of(name), scope, depth)).orElse(List.of());
            case "text" -> after(arguments, switches).map(text -> script(text, scope, depth)).orElse(List.of());
            case "words" -> wordsAfter(arguments, switches).map(words -> command(words, scope, depth)).orElse(List.of());
            case "root" -> rooted(arguments, scope, depth);
            case "module" -> after(arguments, switches).map(name -> module(name, scope)).orElse(List.of());
            case "folder" -> arguments.stream().filter(word -> !word.startsWith("-")).reduce((_, last) -> last)
                    .map(name -> folder(name, scope)).orElse(List.of());
            case "application" -> after(arguments, switches).or(() -> arguments.stream().filter(word -> !word.startsWith("-")).findFirst())
                    .map(name -> application(name, scope, depth)).orElse(List.of());
            case "first" -> arguments.stream().filter(word -> !word.startsWith("-")).findFirst()
                    .map(name -> command(List.of(name), scope, depth)).orElse(List.of());
            default -> throw new IllegalStateException("unix-hosts.txt says " + rule.how());
        };
    }

    /** An application of macOS by its path, or by its name where applications are (open(1)). */
    private List<LaunchTarget> application(String name, Origin scope, int depth) {
        return name.indexOf('/') >= 0 ? command(List.of(name), scope, depth)
                : folder("{/Applications,~/Applications,/System/Applications}/" + name.replaceFirst("\\.app$", "") + ".app/Contents/MacOS",
                        scope);
    }

    private List<LaunchTarget> rooted(List<String> arguments, Origin scope, int depth) {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            at++;
        }
        return at + 1 >= arguments.size() ? List.of()
                : command(arguments.subList(at + 1, arguments.size()), scope.rooted(scope.context().root() + arguments.get(at)), depth);
    }

    /** A module's own file, or that of a package which is run ({@code python -m a.b}); both are looked for in the working folders. */
    private List<LaunchTarget> module(String name, Origin scope) {
        String path = name.replace('.', '/');
        List<Candidate> candidates = Stream.of(path + ".py", path + "/__main__.py").flatMap(file -> paths("./" + file, scope))
                .map(file -> search.unix(scope.tree(), file.replace("/./", "/"))).distinct().toList();
        return candidates.isEmpty() ? List.of()
                : List.of(new LaunchTarget.Program(List.of(new LaunchTarget.Reading(name, candidates, false, false, List.of())), true));
    }

    /** Everything that lies in a folder. */
    private List<LaunchTarget> folder(String name, Origin scope) {
        return paths(name, scope).distinct().limit(MAX_FOLDER_COUNT).<LaunchTarget>map(path -> new LaunchTarget.Folder(path,
                search.unixFiles(scope.tree(), path))).toList();
    }

    /** Its own first argument stands before the command. */
    private List<LaunchTarget> second(List<String> arguments, Origin scope, int depth) {
        int first = 0;
        while (first < arguments.size() && arguments.get(first).startsWith("-")) {
            first++;
        }
        boolean applet = first < arguments.size() && !HOSTS.of(arguments.get(first)).isEmpty();
        List<String> rest = arguments.subList(Math.min(applet ? first : first + 1, arguments.size()), arguments.size());
        return rest.size() == 2 && rest.getFirst().equals("-c") ? script(rest.get(1), scope, depth) : behind(rest, "", scope, depth);
    }

    /** {@code -c} of shells, {@code -e} of interpreters may stand behind other letters. */
    private List<LaunchTarget> interpreted(boolean shell, List<String> code, List<String> arguments, Origin scope, int depth) {
        for (int at = 0; at < arguments.size(); at++) {
            String word = arguments.get(at);
            boolean letters = word.startsWith("-") && !word.startsWith("--") && (shell ? word.endsWith("c") : code.stream()
                    .anyMatch(each -> each.length() == 2 && word.endsWith(each.substring(1))));
            if (letters || code.contains(word)) {
                return shell && at + 1 < arguments.size() ? script(arguments.get(at + 1), scope, depth)
                        : List.of(new LaunchTarget.Decided(TargetOutcome.INLINE_SCRIPT, "", ""));
            }
            if (!word.startsWith("-")) {
                return command(List.of(word), scope, depth);
            }
        }
        return List.of();
    }

    private List<LaunchTarget> behind(List<String> arguments, String switches, Origin scope, int depth) {
        int at = 0;
        List<String> path = scope.context().path();
        while (at < arguments.size() && isAside(arguments.get(at))) {
            String word = arguments.get(at);
            path = word.startsWith("PATH=") ? SearchPath.of(word.substring(5), path) : path;
            boolean takes = word.length() == 2 && word.charAt(0) == '-' && switches.indexOf(word.charAt(1)) >= 0;
            at += takes ? 2 : 1;
        }
        return at < arguments.size() ? command(arguments.subList(at, arguments.size()), scope.with(scope.context().searched(path)), depth)
                : List.of();
    }

    /** The word behind a switch, or joined to it: {@code -f x}, {@code --file=x}, {@code -oProxyCommand=x}, {@code EXEC:x}. */
    private static Optional<String> after(List<String> arguments, List<String> switches) {
        for (int at = 0; at < arguments.size(); at++) {
            String word = arguments.get(at);
            for (String each : switches) {
                boolean joined = word.startsWith(each) && word.length() > each.length() + 1
                        && (each.endsWith("=") || "=: ".indexOf(word.charAt(each.length())) >= 0);
                if (joined) {
                    return Optional.of(word.substring(each.length() + (each.endsWith("=") ? 0 : 1)).strip());
                }
                if (word.equals(each) && at + 1 < arguments.size()) {
                    return Optional.of(arguments.get(at + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> wordsAfter(List<String> arguments, List<String> switches) {
        return IntStream.range(0, Math.max(0, arguments.size() - 1)).filter(at -> switches.contains(arguments.get(at)))
                .mapToObj(at -> arguments.subList(at + 1, arguments.size())).findFirst();
    }

    /**
     * Inside the root that its place names, and behind it outside, where some of a unit's commands run. Without its links; as it stands
     * besides where they lead in a circle, and below {@code /usr} where the snapshot lacks the link.
     */
    private Stream<String> paths(String word, Origin scope) {
        String root = scope.context().root();
        return ShellGlob.alternatives(word).stream().flatMap(each -> named(each, scope)).limit(MAX_PATH_COUNT).flatMap(path -> {
            Stream<String> inside = real(links.follow(scope.tree(), root, path).orElse(root + path));
            return root.isEmpty() ? inside : Stream.concat(inside, real(links.follow(scope.tree(), "", path).orElse(path)));
        });
    }

    private static Stream<String> real(String path) {
        boolean merged = path.startsWith("/bin/") || path.startsWith("/sbin/") || path.startsWith("/lib/");
        return merged ? Stream.of(path, "/usr" + path) : Stream.of(path);
    }

    /** The absolute paths that a word may stand for: at home, in the working folders, or in the folders that are searched. */
    private static Stream<String> named(String word, Origin scope) {
        List<String> path = scope.context().path().isEmpty() ? SearchPath.USUAL : scope.context().path();
        if (word.startsWith("/")) {
            return Stream.of(word);
        }
        if (word.startsWith("~/")) {
            return Homes.of(scope.system(), scope.user()).map(home -> home + word.substring(1));
        }
        List<String> working = scope.context().folders().stream().flatMap(folder -> atHome(folder, scope)).toList();
        if (working.isEmpty() && word.indexOf('/') >= 0) {
            // What a system starts by itself begins at the root, what a user does at home.
            return Stream.concat(scope.user().isEmpty() ? Stream.of("") : Homes.of(scope.system(), scope.user()), Stream.of(""))
                    .map(folder -> folder + "/" + word).distinct();
        }
        Stream<String> searched = word.indexOf('/') >= 0 ? Stream.of() : path.stream().flatMap(folder -> folder.equals(".")
                ? working.stream() : atHome(folder, scope));
        return Stream.concat(searched, working.stream()).map(folder -> folder + "/" + word);
    }

    private static Stream<String> atHome(String folder, Origin scope) {
        return folder.startsWith("~") ? Homes.of(scope.system(), scope.user()).map(home -> home + folder.substring(1)) : Stream.of(folder);
    }

    /** A switch, a setting or a number, which are not what a prefix starts. */
    private static boolean isAside(String word) {
        return word.startsWith("-") || ShellState.isSetting(word) || isNumber(word);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(unit -> unit >= '0' && unit <= '9' || unit == '.' || unit == 's' || unit == 'm');
    }
}
