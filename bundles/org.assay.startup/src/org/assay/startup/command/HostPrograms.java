package org.assay.startup.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.assay.model.TargetOutcome;
import org.assay.startup.text.DosLine;
import org.assay.startup.text.ProgramName;
import org.assay.startup.text.Words;

/**
 * Programs that start what their arguments name, so that the program itself says nothing. The rules follow the programs' own help and the
 * behaviour of the shells of Windows.
 */
public final class HostPrograms {

    /** What hosts do with their arguments, by their name without extension in lower case. */
    private static final Map<String, Function<String, List<Part>>> HOSTS = Map.ofEntries(
            Map.entry("rundll32", RunDll::parts), Map.entry("rundll", RunDll::parts),
            Map.entry("regsvr32", HostPrograms::regsvr32), Map.entry("cmd", HostPrograms::shell), Map.entry("command", HostPrograms::shell),
            Map.entry("start", HostPrograms::start), Map.entry("wscript", HostPrograms::script), Map.entry("cscript", HostPrograms::script),
            Map.entry("mshta", HostPrograms::mshta), Map.entry("powershell", PowerShell::parts), Map.entry("pwsh", PowerShell::parts),
            Map.entry("msiexec", HostPrograms::msiexec), Map.entry("svchost", HostPrograms::svchost),
            Map.entry("dllhost", HostPrograms::dllhost),
            Map.entry("explorer", HostPrograms::explorer), Map.entry("hh", HostPrograms::plain),
            Map.entry("control", HostPrograms::control), Map.entry("conhost", HostPrograms::conhost),
            Map.entry("forfiles", rest -> after(rest, "/c")),
            Map.entry("pcalua", rest -> after(rest, "-a")), Map.entry("java", rest -> after(rest, "-jar")),
            Map.entry("javaw", rest -> after(rest, "-jar")), Map.entry("wmic", HostPrograms::wmic),
            Map.entry("bitsadmin", HostPrograms::bitsadmin), Map.entry("schtasks", rest -> after(rest, "/tr")),
            Map.entry("installutil", HostPrograms::lastName), Map.entry("regasm", HostPrograms::lastName),
            Map.entry("regsvcs", HostPrograms::lastName), Map.entry("msbuild", HostPrograms::lastName),
            Map.entry("cmstp", HostPrograms::lastName),
            Map.entry("certutil", HostPrograms::address),
            Map.entry("python", HostPrograms::interpreter), Map.entry("pythonw", HostPrograms::interpreter),
            Map.entry("perl", HostPrograms::interpreter), Map.entry("node", HostPrograms::interpreter),
            Map.entry("ruby", HostPrograms::interpreter), Map.entry("php", HostPrograms::interpreter),
            Map.entry("autoit3", HostPrograms::interpreter));
    /** They are programs in their own right, not only a way to start another. */
    private static final Set<String> BOTH = Set.of("explorer");

    private HostPrograms() {
    }

    /**
     * What a host starts.
     *
     * @param both whether the host itself counts as started too
     * @param parts what it starts; empty when it is told nothing
     */
    record Payload(boolean both, List<Part> parts) {
    }

    /** What {@code program}, a name with or without {@code .exe}, does with its arguments; empty when it is no host. */
    static Optional<Payload> payload(String program, String arguments) {
        String name = program.substring(Math.max(program.lastIndexOf('\\'), program.lastIndexOf('/')) + 1).toLowerCase(Locale.ROOT);
        String stem = name.endsWith(".exe") || name.endsWith(".com") ? name.substring(0, name.length() - 4) : name;
        Function<String, List<Part>> host = HOSTS.get(stem);
        return host == null ? Optional.empty() : Optional.of(new Payload(BOTH.contains(stem), host.apply(arguments)));
    }

    private static List<Part> plain(String rest) {
        return rest.startsWith("\"") ? Part.name(Words.first(rest).word()) : Part.name(rest);
    }

    /** {@code /i:address scrobj.dll} runs what is at the address; else the last word that is no switch is the library. */
    private static List<Part> regsvr32(String rest) {
        List<Part> library = List.of();
        for (String word : Words.of(rest)) {
            if (word.regionMatches(true, 1, "i:", 0, 2) && word.length() > 3) {
                return Part.name(word.substring(3));
            }
            library = ProgramName.isSwitch(word) ? library : List.of(new Part.Library(word));
        }
        return library;
    }

    /** Everything behind {@code /c}, {@code /k} or {@code /r}; without one of them an interactive shell. */
    private static List<Part> shell(String rest) {
        String text = rest;
        while (text.startsWith("/") || text.startsWith("-")) {
            int blank = text.indexOf(' ');
            String word = text.substring(0, blank < 0 ? text.length() : blank).toLowerCase(Locale.ROOT);
            int at = Math.max(word.indexOf("/c"), Math.max(word.indexOf("/k"), word.indexOf("/r")));
            if (at >= 0) {
                return DosLine.commands(unwrapped(text.substring(at + 2).strip())).stream().<Part>map(HostPrograms::command).toList();
            }
            text = Words.first(text).rest();
        }
        return List.of();
    }

    private static Part command(DosLine.Command command) {
        return command.internal() ? Part.Settled.NOTHING : new Part.Line(command.text());
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

    /** Leaves out the quoted title and the switches. */
    private static List<Part> start(String rest) {
        String text = rest.startsWith("\"") && !Words.first(rest).rest().isEmpty() ? Words.first(rest).rest() : rest;
        while (text.startsWith("/")) {
            Words.Split split = Words.first(text);
            text = split.word().equalsIgnoreCase("/d") ? Words.first(split.rest()).rest() : split.rest();
        }
        return Part.line(text);
    }

    /** The first word that is no {@code //} switch; unquoted names with blanks are not understood by the host either. */
    private static List<Part> script(String rest) {
        for (String word : Words.of(rest)) {
            if (!word.startsWith("//")) {
                return Part.name(word);
            }
        }
        return List.of();
    }

    private static List<Part> mshta(String rest) {
        String text = Words.unquoted(rest);
        String scheme = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "vbscript", "javascript", "about" -> List.of(Part.Settled.SCRIPT);
            default -> plain(rest);
        };
    }

    private static List<Part> msiexec(String rest) {
        List<String> words = Words.of(rest);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).toLowerCase(Locale.ROOT);
            boolean takes = word.length() >= 2 && ProgramName.isSwitch(word)
                    && ("ixjap".indexOf(word.charAt(1)) >= 0 && word.length() == 2 || word.startsWith("f", 1) || word.equals("/package"));
            if (takes && at + 1 < words.size()) {
                return Part.name(words.get(at + 1));
            }
            boolean joined = ProgramName.isSwitch(word) && word.length() > 3 && "ixja".indexOf(word.charAt(1)) >= 0;
            if (joined && isAddressOrPath(word.substring(2))) {
                return Part.name(words.get(at).substring(2));
            }
        }
        return List.of();
    }

    private static boolean isAddressOrPath(String text) {
        return text.contains("://") || text.indexOf('\\') >= 0 || ProgramName.endsAsProgram(text);
    }

    private static List<Part> svchost(String rest) {
        return Words.of(rest).stream().anyMatch(word -> word.equalsIgnoreCase("-k")) ? List.of(new Part.ServiceLibrary()) : List.of();
    }

    private static List<Part> dllhost(String rest) {
        return Words.of(rest).stream().filter(word -> word.regionMatches(true, 1, "processid:", 0, 10)).findFirst()
                .<List<Part>>map(word -> List.of(new Part.Application(word.substring(11)))).orElse(List.of());
    }

    /** Its own switches begin with a slash and may be followed by a comma. */
    private static List<Part> explorer(String rest) {
        String text = rest;
        while (text.startsWith("/")) {
            int comma = text.indexOf(',');
            int blank = text.indexOf(' ');
            int end = comma >= 0 && (blank < 0 || comma < blank) ? comma + 1 : blank < 0 ? text.length() : blank;
            text = text.substring(end).strip();
        }
        return text.startsWith("%") ? List.of() : Part.line(text);
    }

    private static List<Part> control(String rest) {
        String name = Words.first(rest).word();
        int comma = name.indexOf(',');
        return Part.name(comma > 0 ? name.substring(0, comma) : name);
    }

    private static List<Part> wmic(String rest) {
        List<Part> created = after(rest, "create");
        return created.isEmpty() ? List.of(Part.Settled.NOTHING) : created;
    }

    /** Its own switches begin with two hyphens. */
    private static List<Part> conhost(String rest) {
        String text = rest;
        while (text.startsWith("--")) {
            text = Words.first(text).rest();
        }
        return Part.line(text);
    }

    /** {@code /SetNotifyCmdLine job program arguments} runs the program when the transfer is done; else an address is fetched. */
    private static List<Part> bitsadmin(String rest) {
        List<String> words = Words.of(rest);
        for (int at = 0; at + 2 < words.size(); at++) {
            if (words.get(at).equalsIgnoreCase("/setnotifycmdline")) {
                return Part.name(words.get(at + 2));
            }
        }
        return address(rest);
    }

    /** The last word that is no switch. */
    private static List<Part> lastName(String rest) {
        return Words.of(rest).stream().filter(word -> !ProgramName.isSwitch(word)).reduce((_, last) -> last).map(Part::name)
                .orElse(List.of());
    }

    private static List<Part> address(String rest) {
        return Words.of(rest).stream().filter(word -> word.contains("://")).findFirst()
                .<List<Part>>map(word -> List.of(new Part.Settled(TargetOutcome.REMOTE, word, ""))).orElse(List.of());
    }

    /** The first word that is no switch; {@code -c} and {@code -e} carry the script itself. */
    private static List<Part> interpreter(String rest) {
        for (String word : Words.of(rest)) {
            if (word.equals("-c") || word.equals("-e") || word.equals("-r")) {
                return List.of(Part.Settled.SCRIPT);
            }
            if (!word.startsWith("-")) {
                return Part.name(word);
            }
        }
        return List.of();
    }

    /** The words that follow {@code wanted}, as one line; quotes around all of them are taken away. */
    private static List<Part> after(String rest, String wanted) {
        String text = rest;
        while (!text.isEmpty()) {
            Words.Split split = Words.first(text);
            if (split.word().equalsIgnoreCase(wanted)) {
                boolean whole = Words.first(split.rest()).rest().isEmpty() && !isPath(Words.unquoted(split.rest()));
                return Part.line(whole ? Words.unquoted(split.rest()) : split.rest());
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
