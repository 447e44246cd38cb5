package org.assay.startup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.SearchPath;
import org.assay.startup.text.ShellText;

/**
 * Variables that make every program that finds them load a library or run a script. Each name is from the manual of the program that
 * reads it: ld.so(8), dyld(1), bash(1), sh(1p), zshall(1), python(1), perlrun(1), ruby(1), node(1), git(1), less(1), man(1), ssh(1), the
 * {@code java} command, "DOTNET_STARTUP_HOOKS" and "Set up profiling" of .NET.
 */
public final class EnvironmentHooks {

    private static final int MAX_COUNT = 32;

    /** How a variable's value names what is loaded. */
    private enum Form {
        /** Libraries or files behind one another, separated by colons or blanks. */
        LIST,
        /** One file. */
        FILE,
        /** A shell's command. */
        COMMAND,
        /** Options of an interpreter, some of which name a file. */
        OPTIONS,
        /** Folders from which programs, libraries or modules are taken, separated by colons. */
        FOLDERS
    }

    private static final Map<String, Form> NAMES = Map.ofEntries(Map.entry("LD_PRELOAD", Form.LIST), Map.entry("LD_AUDIT", Form.LIST),
            Map.entry("DYLD_INSERT_LIBRARIES", Form.LIST), Map.entry("BASH_ENV", Form.FILE), Map.entry("ENV", Form.FILE),
            Map.entry("PROMPT_COMMAND", Form.COMMAND), Map.entry("PYTHONSTARTUP", Form.FILE), Map.entry("PYTHONBREAKPOINT", Form.FILE),
            Map.entry("PERL5DB", Form.COMMAND), Map.entry("RUBYOPT", Form.OPTIONS), Map.entry("NODE_OPTIONS", Form.OPTIONS),
            Map.entry("JAVA_TOOL_OPTIONS", Form.OPTIONS), Map.entry("_JAVA_OPTIONS", Form.OPTIONS),
            Map.entry("JDK_JAVA_OPTIONS", Form.OPTIONS), Map.entry("DOTNET_STARTUP_HOOKS", Form.LIST),
            Map.entry("CORECLR_PROFILER_PATH", Form.FILE), Map.entry("CORECLR_PROFILER_PATH_64", Form.FILE),
            Map.entry("CORECLR_PROFILER_PATH_32", Form.FILE), Map.entry("GIT_SSH_COMMAND", Form.COMMAND), Map.entry("GIT_SSH", Form.FILE),
            Map.entry("GIT_ASKPASS", Form.FILE), Map.entry("SSH_ASKPASS", Form.FILE), Map.entry("SUDO_ASKPASS", Form.FILE),
            Map.entry("GIT_EDITOR", Form.COMMAND), Map.entry("GIT_EXTERNAL_DIFF", Form.COMMAND), Map.entry("EDITOR", Form.COMMAND),
            Map.entry("VISUAL", Form.COMMAND), Map.entry("PAGER", Form.COMMAND), Map.entry("MANPAGER", Form.COMMAND),
            Map.entry("GIT_PAGER", Form.COMMAND), Map.entry("LESSOPEN", Form.COMMAND), Map.entry("LESSCLOSE", Form.COMMAND),
            Map.entry("GTK_MODULES", Form.LIST), Map.entry("GTK3_MODULES", Form.LIST), Map.entry("QT_QPA_GENERIC_PLUGINS", Form.LIST),
            Map.entry("OPENSSL_CONF", Form.FILE), Map.entry("OPENSSL_ENGINES", Form.FILE), Map.entry("VIMINIT", Form.COMMAND),
            Map.entry("SHELL", Form.FILE), Map.entry("BROWSER", Form.COMMAND),
            Map.entry("PATH", Form.FOLDERS), Map.entry("secure_path", Form.FOLDERS), Map.entry("SYSTEMD_UNIT_PATH", Form.FOLDERS),
            Map.entry("SYSTEMD_GENERATOR_PATH", Form.FOLDERS), Map.entry("SYSTEMD_ENVIRONMENT_GENERATOR_PATH", Form.FOLDERS),
            Map.entry("LD_LIBRARY_PATH", Form.FOLDERS), Map.entry("DYLD_LIBRARY_PATH", Form.FOLDERS),
            Map.entry("DYLD_FRAMEWORK_PATH", Form.FOLDERS), Map.entry("PYTHONPATH", Form.FOLDERS), Map.entry("PERL5LIB", Form.FOLDERS),
            Map.entry("PERLLIB", Form.FOLDERS), Map.entry("RUBYLIB", Form.FOLDERS), Map.entry("NODE_PATH", Form.FOLDERS),
            Map.entry("GCONV_PATH", Form.FOLDERS), Map.entry("GIO_EXTRA_MODULES", Form.FOLDERS), Map.entry("QT_PLUGIN_PATH", Form.FOLDERS),
            Map.entry("ZDOTDIR", Form.FOLDERS), Map.entry("GIT_EXEC_PATH", Form.FOLDERS), Map.entry("GIT_CONFIG_GLOBAL", Form.FILE),
            Map.entry("GIT_PROXY_COMMAND", Form.COMMAND), Map.entry("GIT_SEQUENCE_EDITOR", Form.COMMAND), Map.entry("INPUTRC", Form.FILE),
            Map.entry("PERL5OPT", Form.OPTIONS), Map.entry("FCEDIT", Form.COMMAND), Map.entry("SUDO_EDITOR", Form.COMMAND),
            Map.entry("SYSTEMD_PAGER", Form.COMMAND), Map.entry("SYSTEMD_EDITOR", Form.COMMAND), Map.entry("XINITRC", Form.FILE),
            Map.entry("RUSTC_WRAPPER", Form.FILE), Map.entry("JAVA_OPTS", Form.OPTIONS), Map.entry("MAVEN_OPTS", Form.OPTIONS),
            Map.entry("CATALINA_OPTS", Form.OPTIONS), Map.entry("JUPYTER_CONFIG_DIR", Form.FOLDERS),
            Map.entry("PHP_INI_SCAN_DIR", Form.FOLDERS), Map.entry("PHPRC", Form.FILE), Map.entry("VIMRUNTIME", Form.FOLDERS));
    /** What in the options of Java, Node.js and Ruby names a file; what follows is the file, up to an equals sign for agents of Java. */
    private static final List<String> OPTIONS = List.of("-javaagent:", "-agentpath:", "--require=", "--import=", "--experimental-loader=",
            "--loader=", "-r");
    private static final List<String> SEPARATE = List.of("--require", "--import", "--experimental-loader", "--loader", "-r");

    private EnvironmentHooks() {
    }

    /** Whether the variable is one of them. */
    public static boolean isOne(String name) {
        return NAMES.containsKey(name);
    }

    /** What setting the variable {@code name} to {@code value} makes programs load, each called like the variable; nothing for others. */
    public static List<FileStart> starts(String name, String value) {
        Form form = NAMES.get(name);
        if (form == null || value.isBlank()) {
            return List.of();
        }
        String raw = Limits.cut(name + "=" + value);
        return switch (form) {
            case LIST -> Arrays.stream(value.split("[\\s:]+")).filter(each -> !each.isEmpty()).limit(MAX_COUNT)
                    .map(each -> file(name, each, raw)).toList();
            case FILE -> List.of(file(name, value, raw));
            case COMMAND -> List.of(FileStart.of(name, value.startsWith("|") ? value.substring(1) : value, details(raw)));
            case OPTIONS -> options(name, value, raw);
            case FOLDERS -> SearchPath.inFront(SearchPath.of(value, List.of())).stream().map(folder -> new FileStart(name, folder,
                    new Start.Otherwise(new Start.Names(folder, DataKind.DROP_INS, LaunchContext.USUAL)), details(raw))).toList();
        };
    }

    private static List<FileStart> options(String name, String value, String raw) {
        List<FileStart> starts = new ArrayList<>();
        List<String> words = ShellText.words(value);
        for (int at = 0; at < words.size() && starts.size() < MAX_COUNT; at++) {
            String word = words.get(at);
            if (SEPARATE.contains(word) && at + 1 < words.size()) {
                starts.add(file(name, words.get(++at), raw));
            } else {
                OPTIONS.stream().filter(option -> word.startsWith(option) && word.length() > option.length()).findFirst()
                        .ifPresent(option -> starts.add(file(name, named(word, option), raw)));
            }
        }
        return starts;
    }

    private static String named(String word, String option) {
        String file = word.substring(option.length());
        int equals = file.indexOf('=');
        return equals > 0 && option.endsWith(":") ? file.substring(0, equals) : file;
    }

    private static FileStart file(String name, String file, String raw) {
        String bounded = Limits.cut(file);
        String quoted = Limits.cut("'" + bounded.replace("'", "'\\''") + "'");
        return new FileStart(name, bounded, new Start.Names(quoted, DataKind.COMMAND, LaunchContext.USUAL), details(raw));
    }

    private static EntryDetails details(String raw) {
        return new EntryDetails("", EntryState.ENABLED, raw, List.of());
    }
}
