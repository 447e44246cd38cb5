package org.assay.startup.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.assay.model.startup.TargetOutcome;
import org.assay.startup.text.CommandWords;
import org.assay.startup.text.DosLine;
import org.assay.startup.text.ProgramName;

/**
 * Programs that start what their arguments name, so that the program itself says nothing. The rules follow the programs' own help and the
 * behaviour of the shells of Windows.
 */
public final class HostPrograms {

    /** What hosts do with their arguments, by their name without extension in lower case. */
    private static final Map<String, Function<String, List<HostedTarget>>> HOSTS = Map.ofEntries(
            Map.entry("rundll32", RunDll::targets), Map.entry("rundll", RunDll::targets),
            Map.entry("regsvr32", HostPrograms::regsvr32), Map.entry("cmd", HostPrograms::shell), Map.entry("command", HostPrograms::shell),
            Map.entry("start", HostPrograms::start), Map.entry("wscript", HostPrograms::script), Map.entry("cscript", HostPrograms::script),
            Map.entry("mshta", HostPrograms::mshta), Map.entry("powershell", PowerShell::targets), Map.entry("pwsh", PowerShell::targets),
            Map.entry("msiexec", HostPrograms::msiexec), Map.entry("svchost", HostPrograms::svchost),
            Map.entry("dllhost", HostPrograms::dllhost), Map.entry("csrss", HostPrograms::csrss),
            Map.entry("explorer", HostPrograms::explorer), Map.entry("hh", HostPrograms::plain),
            Map.entry("control", HostPrograms::control), Map.entry("conhost", HostPrograms::conhost),
            Map.entry("wmic", HostPrograms::wmic), Map.entry("odbcconf", HostPrograms::odbcconf),
            Map.entry("verclsid", rest -> classIds(rest)), Map.entry("xwizard", rest -> classIds(rest)),
            Map.entry("bitsadmin", HostPrograms::bitsadmin), Map.entry("certutil", HostPrograms::address));
    /** The others, as data. */
    private static final HostTable TABLE = HostTable.read("windows-hosts.txt");
    private static final Set<String> PACKAGES = Set.of("package", "update", "uninstall");
    /** They are programs in their own right, not only a way to start another. */
    private static final Set<String> BOTH = Set.of("explorer", "csrss");

    private HostPrograms() {
    }

    /**
     * What a host starts.
     *
     * @param both whether the host itself counts as started too
     * @param targets what it starts; empty when it is told nothing
     */
    record Payload(boolean both, List<HostedTarget> targets) {
    }

    /** What {@code program}, a name with or without {@code .exe}, does with its arguments; empty when it is no host. */
    static Optional<Payload> payload(String program, String arguments) {
        String name = program.substring(Math.max(program.lastIndexOf('\\'), program.lastIndexOf('/')) + 1).toLowerCase(Locale.ROOT);
        String stem = name.endsWith(".exe") || name.endsWith(".com") ? name.substring(0, name.length() - 4) : name;
        Function<String, List<HostedTarget>> host = HOSTS.get(stem);
        if (host == null && !TABLE.of(stem).isEmpty()) {
            return Optional.of(new Payload(false, TABLE.of(stem).stream().map(rule -> HostArguments.targets(rule, arguments))
                    .filter(targets -> !targets.isEmpty()).findFirst().orElse(List.of())));
        }
        return host == null ? Optional.empty() : Optional.of(new Payload(BOTH.contains(stem), host.apply(arguments)));
    }

    private static List<HostedTarget> plain(String rest) {
        return rest.startsWith("\"") ? HostedTarget.name(CommandWords.first(rest).word()) : HostedTarget.name(rest);
    }

    /** {@code /i:address scrobj.dll} runs what is at the address; else the last word that is no switch is the library. */
    private static List<HostedTarget> regsvr32(String rest) {
        List<HostedTarget> library = List.of();
        for (String word : CommandWords.of(rest)) {
            if (word.length() > 3 && word.regionMatches(true, 1, "i:", 0, 2)) {
                return HostedTarget.name(word.substring(3));
            }
            library = ProgramName.isSwitch(word) ? library : List.of(new HostedTarget.Library(word));
        }
        return library;
    }

    /** Everything behind {@code /c}, {@code /k} or {@code /r}; without one of them an interactive shell. */
    private static List<HostedTarget> shell(String rest) {
        String text = rest;
        while (text.startsWith("/") || text.startsWith("-")) {
            int blank = text.indexOf(' ');
            String word = text.substring(0, blank < 0 ? text.length() : blank).toLowerCase(Locale.ROOT);
            int at = Math.max(word.indexOf("/c"), Math.max(word.indexOf("/k"), word.indexOf("/r")));
            if (at >= 0) {
                String line = unwrapped(text.substring(at + 2).strip());
                return DosLine.commands(line).stream().<HostedTarget>map(HostPrograms::command).toList();
            }
            text = CommandWords.first(text).rest();
        }
        return List.of();
    }

    private static HostedTarget command(DosLine.Command command) {
        return command.internal() ? HostedTarget.Decided.NOTHING : new HostedTarget.Line(command.text());
    }

    /** cmd takes quotes away from around a line unless they hold nothing but a program's path. */
    private static String unwrapped(String line) {
        if (!line.startsWith("\"") || !line.endsWith("\"") || line.length() < 2) {
            return line;
        }
        String inner = line.substring(1, line.length() - 1);
        return isPath(inner) ? line : inner;
    }

    private static boolean isPath(String text) {
        boolean rooted = text.startsWith("\\") || text.startsWith("%") || text.indexOf(':') == 1;
        return text.indexOf('"') < 0 && ProgramName.endsAsProgram(text) && (rooted || text.indexOf(' ') < 0);
    }

    /** Leaves out the quoted title and the switches, which may stand in any order. */
    private static List<HostedTarget> start(String rest) {
        String text = rest;
        boolean titled = false;
        while (text.startsWith("/") || !titled && text.startsWith("\"") && !CommandWords.first(text).rest().isEmpty()) {
            CommandWords.Split split = CommandWords.first(text);
            titled |= text.startsWith("\"");
            text = split.word().equalsIgnoreCase("/d") ? CommandWords.first(split.rest()).rest() : split.rest();
        }
        return HostedTarget.line(text);
    }

    /** The first word that is no switch, of one slash or two; unquoted names with blanks are not understood by the host either. */
    private static List<HostedTarget> script(String rest) {
        for (String word : CommandWords.of(rest)) {
            if (!word.startsWith("/")) {
                return HostedTarget.name(word);
            }
        }
        return List.of();
    }

    private static List<HostedTarget> mshta(String rest) {
        String text = CommandWords.unquoted(rest);
        String scheme = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "vbscript", "javascript", "about" -> List.of(HostedTarget.Decided.SCRIPT);
            default -> plain(rest);
        };
    }

    private static List<HostedTarget> msiexec(String rest) {
        List<String> words = CommandWords.of(rest);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).toLowerCase(Locale.ROOT);
            boolean takes = word.length() >= 2 && ProgramName.isSwitch(word)
                    && ("ixjapyz".indexOf(word.charAt(1)) >= 0 && word.length() == 2 || word.startsWith("f", 1)
                    || PACKAGES.contains(word.substring(1)));
            if (takes && at + 1 < words.size()) {
                return installed(word.charAt(1), words.get(at + 1));
            }
            boolean joined = ProgramName.isSwitch(word) && word.length() > 3 && "ixjayz".indexOf(word.charAt(1)) >= 0;
            if (joined && isAddressOrPath(word.substring(2))) {
                return installed(word.charAt(1), words.get(at).substring(2));
            }
        }
        return List.of();
    }

    /** {@code /y} and {@code /z} call a library's DllRegisterServer and DllUnregisterServer. */
    private static List<HostedTarget> installed(char letter, String name) {
        return letter == 'y' || letter == 'z' ? List.of(new HostedTarget.Library(name)) : HostedTarget.name(name);
    }

    /** {@code /a {REGSVR library}} loads it, {@code /f file} runs such actions from a file. */
    private static List<HostedTarget> odbcconf(String rest) {
        String lower = rest.toLowerCase(Locale.ROOT);
        int action = lower.indexOf("regsvr");
        if (action >= 0) {
            int end = rest.indexOf('}', action);
            return List.of(new HostedTarget.Library(CommandWords.unquoted(rest.substring(action + 6, end < 0 ? rest.length() : end))));
        }
        return HostArguments.targets(new HostTable.Rule("name", List.of("-f")), rest);
    }

    private static List<HostedTarget> classIds(String rest) {
        return CommandWords.of(rest).stream().filter(ProgramName::isClassId).limit(1).flatMap(id -> HostedTarget.line(id).stream())
                .toList();
    }

    private static boolean isAddressOrPath(String text) {
        return text.contains("://") || text.indexOf('\\') >= 0 || ProgramName.endsAsProgram(text);
    }

    private static List<HostedTarget> svchost(String rest) {
        boolean service = CommandWords.of(rest).stream().anyMatch(word -> word.equalsIgnoreCase("-k"));
        return service ? List.of(new HostedTarget.ServiceLibrary()) : List.of();
    }

    private static List<HostedTarget> dllhost(String rest) {
        return CommandWords.of(rest).stream()
                .filter(word -> !word.isEmpty() && word.regionMatches(true, 1, "processid:", 0, 10)).findFirst()
                .<List<HostedTarget>>map(word -> List.of(new HostedTarget.Application(word.substring(11)))).orElse(List.of());
    }

    /** The libraries of the Windows subsystem ({@code ServerDll=winsrv:UserServerDllInitialization,3}). */
    private static List<HostedTarget> csrss(String rest) {
        return CommandWords.of(rest).stream().filter(word -> word.regionMatches(true, 0, "ServerDll=", 0, 10))
                .<HostedTarget>map(word -> new HostedTarget.Library(word.substring(10).split("[:,](?!\\\\)")[0])).toList();
    }

    /** Its own switches begin with a slash and may be followed by a comma. */
    private static List<HostedTarget> explorer(String rest) {
        String text = rest;
        while (text.startsWith("/")) {
            int comma = text.indexOf(',');
            int blank = text.indexOf(' ');
            int end = comma >= 0 && (blank < 0 || comma < blank) ? comma + 1 : blank < 0 ? text.length() : blank;
            text = text.substring(end).strip();
        }
        return text.startsWith("%") ? List.of() : HostedTarget.line(text);
    }

    private static List<HostedTarget> control(String rest) {
        String name = CommandWords.first(rest).word();
        int comma = name.indexOf(',');
        return HostedTarget.name(comma > 0 ? name.substring(0, comma) : name);
    }

    private static List<HostedTarget> wmic(String rest) {
        List<HostedTarget> created = after(rest, "create");
        return created.isEmpty() ? List.of(HostedTarget.Decided.NOTHING) : created;
    }

    /** Its own switches begin with two hyphens. */
    private static List<HostedTarget> conhost(String rest) {
        String text = rest;
        while (text.startsWith("--")) {
            text = CommandWords.first(text).rest();
        }
        return HostedTarget.line(text);
    }

    /** {@code /SetNotifyCmdLine job program arguments} runs the program when the transfer is done; else an address is fetched. */
    private static List<HostedTarget> bitsadmin(String rest) {
        List<String> words = CommandWords.of(rest);
        for (int at = 0; at + 2 < words.size(); at++) {
            if (words.get(at).equalsIgnoreCase("/setnotifycmdline")) {
                return HostedTarget.name(words.get(at + 2));
            }
        }
        return address(rest);
    }

    private static List<HostedTarget> address(String rest) {
        return CommandWords.of(rest).stream().filter(word -> word.contains("://")).findFirst()
                .<List<HostedTarget>>map(word -> List.of(new HostedTarget.Decided(TargetOutcome.REMOTE, word, ""))).orElse(List.of());
    }

    /** The words that follow {@code option}, as one line; quotes around all of them are taken away. */
    static List<HostedTarget> after(String rest, String option) {
        String text = rest;
        while (!text.isEmpty()) {
            CommandWords.Split split = CommandWords.first(text);
            if (split.word().equalsIgnoreCase(option)) {
                boolean whole = CommandWords.first(split.rest()).rest().isEmpty() && !isPath(CommandWords.unquoted(split.rest()));
                return HostedTarget.line(whole ? CommandWords.unquoted(split.rest()) : split.rest());
            }
            text = split.rest();
        }
        return List.of();
    }

    /** Whether {@code program} is one. */
    static boolean isHost(String program) {
        return payload(program, "").isPresent();
    }
}
