package org.assay.startup.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.TargetOutcome;
import org.assay.startup.command.TargetSearch.Candidate;
import org.assay.startup.text.ShellText;
import org.assay.startup.tree.Links;

/** Reads commands as Unix shells and {@code execvp} do, and follows the snapshot's links to the files they name. */
public final class UnixCommand {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_PATH_COUNT = 64;
    private static final List<String> PATH = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "busybox", "rbash", "csh", "tcsh", "fish");
    private static final Set<String> INTERPRETERS = Set.of("python", "python3", "python2", "perl", "ruby", "node", "php", "lua",
            "osascript", "awk", "tclsh");
    /** They start their first argument that is no switch, number or setting. The value holds the switches that take a word. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("env", "uC"), Map.entry("nice", "n"),
            Map.entry("nohup", ""), Map.entry("setsid", ""), Map.entry("ionice", "cn"), Map.entry("exec", "a"),
            Map.entry("sudo", "ughpCrtDRTU"), Map.entry("doas", "uC"), Map.entry("timeout", "sk"), Map.entry("stdbuf", "ioe"),
            Map.entry("command", ""), Map.entry("chronic", ""), Map.entry("runuser", "ugG"), Map.entry("time", "fo"),
            Map.entry("setpriv", ""), Map.entry("unshare", ""), Map.entry("systemd-run", "up"), Map.entry("systemd-cat", "tp"),
            Map.entry("systemd-inhibit", ""), Map.entry("xargs", "IdEnLPs"), Map.entry("dbus-run-session", ""), Map.entry("chrt", ""),
            Map.entry("ssh-agent", "at"));
    /** As a prefix, but their own first argument stands before the command. */
    private static final Set<String> SECOND = Set.of("flock", "chroot", "taskset", "chpst", "setuidgid");
    /** What a shell does without starting a program. */
    private static final Set<String> BUILTINS = Set.of("[", "[[", "test", "cd", "true", "false", ":", "export", "set", "unset", "trap",
            "echo", "printf", "exit", "return", "umask", "ulimit", "read", "shift", "local", "readonly", "wait", "break", "continue",
            "alias", "let", "declare", "typeset", "in", "esac", "kill", "type", "getopts", "hash", "pwd", "jobs", "shopt", "pushd", "popd");

    private final TargetSearch search;
    private final Links links;

    UnixCommand(TargetSearch search, Links links) {
        this.search = search;
        this.links = links;
    }

    /** Reads {@code text} as a shell would, or as a program's words where it is only that, and asks for the files it may mean. */
    List<LaunchTarget> launchTargets(String text, Origin origin) {
        String plain = text.strip();
        while (plain.startsWith("|") || plain.startsWith("!") || plain.startsWith("@") || plain.startsWith("-/") || plain.startsWith("^")) {
            plain = plain.substring(1).strip();
        }
        return plain.isEmpty() ? List.of(new LaunchTarget.Decided(TargetOutcome.NONE, "", ""))
                : script(plain, origin, 0);
    }

    /** The commands of a shell's text, its own ones left out; a text that has no others is a script of its own. */
    private List<LaunchTarget> script(String text, Origin scope, int depth) {
        List<LaunchTarget> launchTargets = new ArrayList<>();
        List<List<String>> commands = ShellText.commands(text);
        for (List<String> words : commands) {
            launchTargets.addAll(command(words, scope, depth));
        }
        if (commands.size() > 1) {
            launchTargets.replaceAll(target -> target instanceof LaunchTarget.Program program
                    ? new LaunchTarget.Program(program.readings(), true) : target);
        }
        return launchTargets.isEmpty() ? List.of(new LaunchTarget.Decided(TargetOutcome.INLINE_SCRIPT, "", "")) : launchTargets;
    }

    private List<LaunchTarget> command(List<String> words, Origin scope, int depth) {
        int at = 0;
        while (at < words.size() && isSetting(words.get(at))) {
            at++;
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
        if (word.contains("://")) {
            return List.of(new LaunchTarget.Decided(TargetOutcome.REMOTE, word, ""));
        }
        if (word.equals("eval") || word.indexOf('$') >= 0 || word.indexOf('`') >= 0) {
            return List.of(new LaunchTarget.Decided(TargetOutcome.INLINE_SCRIPT, "", ""));
        }
        if (word.indexOf('\0') >= 0 || word.isEmpty() || depth > MAX_DEPTH) {
            return List.of(new LaunchTarget.Decided(TargetOutcome.UNPARSED, word, ""));
        }
        List<LaunchTarget> payload = payload(word.substring(word.lastIndexOf('/') + 1), arguments, scope, depth + 1);
        List<Candidate> candidates = paths(word, scope).map(path -> search.unix(scope.tree(), path)).distinct().toList();
        boolean host = !payload.isEmpty();
        return List.of(new LaunchTarget.Program(List.of(new LaunchTarget.Reading(word, candidates, host, host, payload)), false));
    }

    private List<LaunchTarget> payload(String program, List<String> arguments, Origin scope, int depth) {
        if (SHELLS.contains(program) || INTERPRETERS.contains(program)) {
            return interpreted(SHELLS.contains(program), arguments, scope, depth);
        }
        if (PREFIXES.containsKey(program)) {
            return behind(arguments, PREFIXES.get(program), scope, depth);
        }
        if (SECOND.contains(program)) {
            int first = 0;
            while (first < arguments.size() && arguments.get(first).startsWith("-")) {
                first++;
            }
            List<String> rest = arguments.subList(Math.min(first + 1, arguments.size()), arguments.size());
            return rest.size() == 2 && rest.getFirst().equals("-c") ? script(rest.get(1), scope, depth) : behind(rest, "", scope, depth);
        }
        return switch (program) {
            case "su" -> after(arguments, Set.of("-c", "--command")).map(text -> script(text, scope, depth)).orElse(List.of());
            case "start-stop-daemon" -> after(arguments, Set.of("--exec", "-x", "--startas", "-a"))
                    .map(name -> command(List.of(name), scope, depth)).orElse(List.of());
            case "java" -> after(arguments, Set.of("-jar")).map(name -> command(List.of(name), scope, depth)).orElse(List.of());
            default -> List.of();
        };
    }

    private List<LaunchTarget> interpreted(boolean shell, List<String> arguments, Origin scope, int depth) {
        for (int at = 0; at < arguments.size(); at++) {
            String word = arguments.get(at);
            boolean code = word.startsWith("-") && !word.startsWith("--") && (word.endsWith("c") || word.endsWith("e") && !shell);
            if (code) {
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
        while (at < arguments.size() && isAside(arguments.get(at))) {
            String word = arguments.get(at);
            boolean takes = word.length() == 2 && word.charAt(0) == '-' && switches.indexOf(word.charAt(1)) >= 0;
            at += takes ? 2 : 1;
        }
        return at < arguments.size() ? command(arguments.subList(at, arguments.size()), scope, depth) : List.of();
    }

    private static Optional<String> after(List<String> arguments, Set<String> switches) {
        for (int at = 0; at + 1 < arguments.size(); at++) {
            if (switches.contains(arguments.get(at))) {
                return Optional.of(arguments.get(at + 1));
            }
        }
        return Optional.empty();
    }

    /** Without its links; as it stands besides where they lead in a circle, and below {@code /usr} where the snapshot lacks the link. */
    private Stream<String> paths(String word, Origin scope) {
        String root = scope.context().root();
        return named(word, scope).limit(MAX_PATH_COUNT).flatMap(path -> {
            String real = links.follow(scope.tree(), root, path).orElse(root + path);
            boolean merged = real.startsWith("/bin/") || real.startsWith("/sbin/") || real.startsWith("/lib/");
            return merged ? Stream.of(real, "/usr" + real) : Stream.of(real);
        });
    }

    /** The absolute paths that a word may stand for: at home, in the working folders, or in the folders that are searched. */
    private static Stream<String> named(String word, Origin scope) {
        List<String> path = scope.context().path().isEmpty() ? PATH : scope.context().path();
        if (word.startsWith("/")) {
            return Stream.of(word);
        }
        if (word.startsWith("~/")) {
            return Homes.of(scope.system(), scope.user()).map(home -> home + word.substring(1));
        }
        Stream<String> working = scope.context().folders().stream().flatMap(folder -> folder.startsWith("~")
                ? Homes.of(scope.system(), scope.user()).map(home -> home + folder.substring(1)) : Stream.of(folder))
                .map(folder -> folder + "/" + word);
        return word.indexOf('/') >= 0 ? working : Stream.concat(path.stream().map(folder -> folder + "/" + word), working);
    }

    /** A switch, a setting or a number, which are not what a prefix starts. */
    private static boolean isAside(String word) {
        return word.startsWith("-") || isSetting(word) || isNumber(word);
    }

    private static boolean isSetting(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && word.chars().limit(equals).allMatch(unit -> Character.isLetterOrDigit(unit) || unit == '_');
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(unit -> unit >= '0' && unit <= '9' || unit == '.' || unit == 's' || unit == 'm');
    }
}
