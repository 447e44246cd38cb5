package org.assay.startup.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.item.FileItem;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.command.TargetSearch.Candidate;
import org.assay.startup.text.CommandWords;
import org.assay.startup.text.Limits;
import org.assay.startup.text.EncodedText;
import org.assay.startup.text.NamedPaths;
import org.assay.startup.text.ProgramName;
import org.assay.startup.text.ScriptText;
import org.assay.startup.tree.Links;
import org.assay.startup.windows.RegistryFacts;
import org.assay.startup.windows.WindowsEnvironment;
import org.assay.startup.windows.ClassFacts.Server;
import org.assay.startup.windows.ServiceFacts.Service;

/**
 * Finds the files that Windows commands start, in two steps: {@link #launchTargets} reads a command and asks a {@link TargetSearch} for
 * every path that may matter; once that has looked, {@link #targets} says which files they are.
 *
 * <p>An unquoted name with blanks is tried whole and then cut at each blank from the left, as CreateProcess does (Microsoft Learn,
 * "CreateProcessW"); every reading whose file exists is a target, for whoever owns the shorter name is started instead.
 */
public final class CommandResolver {

    /** Hosts are unwrapped so many levels deep; a deeper command is not understood. */
    static final int MAX_DEPTH = 5;
    private static final int MAX_CUT_COUNT = 24;
    private static final String IN_COPY = "It names a file in a shadow copy of a volume, which the snapshot does not hold.";
    /** Folders of System32 that a 32-bit program sees as they are (Microsoft Learn, "File System Redirector"). */
    private static final List<String> NOT_REDIRECTED = List.of("catroot\\", "catroot2\\", "driverstore\\", "drivers\\etc\\",
            "logfiles\\", "spool\\");
    private static final int MAX_TARGET_COUNT = 16;
    private static final int MAX_FOLDER_COUNT = 8;
    private static final List<String> SEARCHED = List.of(".com", ".exe", ".bat", ".cmd", ".pif", ".vbs");
    private static final List<String> STARTED = List.of(".exe", "", ".com", ".bat", ".cmd", ".pif");

    private final WindowsEnvironment environment;
    private final RegistryFacts facts;
    private final TargetSearch search;
    private final Links links;
    private final UnixCommand unix;
    private final TargetChoice choice;
    private final List<String> searched;
    private final List<String> started;

    public CommandResolver(WindowsEnvironment environment, RegistryFacts facts, TargetSearch search, Links links) {
        this.environment = environment;
        this.facts = facts;
        this.search = search;
        this.links = links;
        this.unix = new UnixCommand(search, links);
        this.choice = new TargetChoice(environment);
        this.searched = Stream.concat(SEARCHED.stream(), environment.extensions().stream()).distinct().toList();
        this.started = Stream.concat(STARTED.stream(), environment.extensions().stream()).distinct().toList();
    }

    /** What the link {@code file} of a tree that is not a drive leads to. */
    public List<LaunchTarget> linked(FileItem file) {
        List<String> names = file.location().components();
        String path = "/" + String.join("/", names.subList(1, names.size()));
        return List.of(links.follow(names.getFirst(), path).<LaunchTarget>map(real -> new LaunchTarget.Program(List.of(
                new LaunchTarget.Reading(real, List.of(search.unix(names.getFirst(), real)), false, false, List.of())), false))
                .orElse(decided(TargetOutcome.UNPARSED, path)));
    }

    /** The programs of the directory {@code bundle}, which is a program, a library or a plug-in of macOS. */
    public List<LaunchTarget> programs(FileItem bundle) {
        List<String> names = bundle.location().components();
        String path = "/" + String.join("/", names.subList(1, names.size()));
        return List.of(new LaunchTarget.Folder(path, search.unixFiles(names.getFirst(), path + "/Contents/MacOS")));
    }

    /** The folder that a value names, and from which everything is started. */
    private List<LaunchTarget> dropIns(String text, Origin origin) {
        WindowsName name = WindowsName.of(CommandWords.unquoted(environment.expand(text, origin.user())), environment);
        return switch (name.form()) {
            case ABSOLUTE -> List.of(new LaunchTarget.Folder(name.text(), search.windowsFiles(links.windows(name.text()))));
            case REMOTE -> List.of(decided(name));
            case RELATIVE, VOLUME, COPY, IMPOSSIBLE, SCRIPT, NOTHING -> List.of(decided(TargetOutcome.NONE, text));
        };
    }

    /**
     * Reads {@code text} as data of {@code kind} and asks for the files it may mean. Never fails; the result is bounded.
     */
    public List<LaunchTarget> launchTargets(String text, DataKind kind, Origin origin) {
        String plain = Limits.cut(upToNul(text)).strip();
        if (origin.system() != OperatingSystem.WINDOWS) {
            return unix.launchTargets(plain, kind, origin);
        }
        return windows(plain, kind, origin);
    }

    /** What the text names may be a folder that it goes to ({@code cd}, {@code pushd}, {@code start /d}): names are looked for there. */
    private List<String> folders(String text, Origin origin) {
        return NamedPaths.windows(environment.expand(text, origin.user())).stream().flatMap(readings -> readings.reversed().stream()
                .limit(2)).filter(path -> !hasExtension(path)).limit(MAX_FOLDER_COUNT).toList();
    }

    private List<LaunchTarget> windows(String plain, DataKind kind, Origin origin) {
        return switch (kind) {
            case DROP_INS -> dropIns(plain, origin);
            case FOLDER, UNIT, TEXT, FILE, BUNDLE -> List.of(decided(TargetOutcome.NONE, ""));
            case LIBRARY, ANSI_PATH -> mentioning(name(plain, true, origin, 0), plain, origin);
            case NATIVE -> mentioning(command(withoutKeyword(plain), origin, 0), plain, origin);
            case FUNCTION -> mentioning(function(plain, origin), plain, origin);
            case SERVICE -> service(plain, origin, 0);
            case RENAME -> rename(plain, origin);
            case COMMAND -> {
                Origin orIn = origin.orIn(folders(plain, origin));
                yield mentioning(command(plain, orIn, 0), plain, orIn);
            }
        };
    }

    /** Every file that {@code text}, a command, a line of configuration or a script, names by its path. */
    public List<LaunchTarget.Mentioned> mentioned(String text, Origin origin) {
        if (search.isCrowded()) {
            return List.of();
        }
        if (origin.system() != OperatingSystem.WINDOWS) {
            return unix.mentioned(text, origin);
        }
        String whole = ScriptText.with(text);
        return NamedPaths.windows(EncodedText.with(environment.expand(whole, origin.user()) + environment.otherwise(whole, origin.user())))
                .stream().map(readings -> new LaunchTarget.Mentioned(readings.stream().map(path -> search.windows(links.windows(path)))
                        .toList())).toList();
    }

    /** Names without a path, which end as programs do, in the folders that the same text names: {@code cd C:\Evil; .\x.exe}. */
    private List<LaunchTarget.Mentioned> inNamedFolders(String text, Origin origin) {
        List<String> folders = folders(text, origin);
        return folders.isEmpty() ? List.of() : Arrays.stream(text.split("[\\s\"';&|(){}@=,]+")).filter(word -> word.indexOf(':') < 0
                && ProgramName.endsAsProgram(word)).distinct().limit(MAX_FOLDER_COUNT).map(word -> new LaunchTarget.Mentioned(
                        inFolders(word, false, origin.orIn(folders)))).toList();
    }

    /** Whatever else the text names besides what it is known to start: a program's arguments, behind a host that nobody described. */
    private List<LaunchTarget> mentioning(List<LaunchTarget> read, String text, Origin origin) {
        return LaunchTarget.joined(read, Stream.concat(mentioned(text, origin).stream(), inNamedFolders(text, origin).stream()).toList());
    }

    /** The files that the launchTargets mean, the main one first; at least one. The search must have run. */
    public List<Target> targets(List<LaunchTarget> launchTargets) {
        return choice.targets(launchTargets);
    }

    private List<LaunchTarget> command(String text, Origin origin, int depth) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.startsWith("*") || plain.startsWith("-") || isArgument(plain)) {
            return List.of(decided(TargetOutcome.NONE, ""));
        }
        if (depth > MAX_DEPTH) {
            return List.of(decided(TargetOutcome.UNPARSED, plain));
        }
        if (ProgramName.isClassId(plain)) {
            return classId(plain, origin, depth);
        }
        String expanded = environment.expand(plain, origin.user());
        int close = expanded.startsWith("\"") ? expanded.indexOf('"', 1) : -1;
        if (expanded.startsWith("\"")) {
            String inside = close < 0 ? expanded.substring(1) : expanded.substring(1, close);
            return program(List.of(new Cut(inside, close < 0 ? "" : expanded.substring(close + 1).strip())), false, origin, depth);
        }
        return program(cuts(expanded), false, origin, depth);
    }

    /** A name as a whole, quotes taken away, before it is cut like a command. */
    private List<LaunchTarget> name(String text, boolean library, Origin origin, int depth) {
        String expanded = CommandWords.unquoted(environment.expand(text, origin.user()));
        if (expanded.isBlank() || expanded.startsWith("*") || isArgument(expanded)) {
            return List.of(decided(TargetOutcome.NONE, ""));
        }
        if (ProgramName.isClassId(expanded)) {
            return classId(expanded, origin, depth);
        }
        List<Cut> cuts = expanded.startsWith("\"") ? List.of(new Cut(CommandWords.first(expanded).word(), "")) : cuts(expanded);
        return program(cuts, library, origin, depth);
    }

    private record Cut(String name, String rest) {
    }

    /** The whole text, then its beginnings up to each blank; {@code cmd/c} needs none. */
    private static List<Cut> cuts(String text) {
        List<Cut> cuts = new ArrayList<>();
        cuts.add(new Cut(text, ""));
        int slash = text.indexOf('/');
        if (slash > 0 && HostPrograms.isHost(text.substring(0, slash))) {
            cuts.add(new Cut(text.substring(0, slash), text.substring(slash)));
        }
        for (int at = 0; at < text.length() && cuts.size() <= MAX_CUT_COUNT; at++) {
            if (CommandWords.isBlank(text.charAt(at)) && at > 0 && !CommandWords.isBlank(text.charAt(at - 1))) {
                cuts.add(new Cut(text.substring(0, at), text.substring(at).strip()));
            }
        }
        return cuts;
    }

    private List<LaunchTarget> program(List<Cut> cuts, boolean library, Origin origin, int depth) {
        List<LaunchTarget.Reading> readings = new ArrayList<>();
        boolean single = cuts.size() == 1;
        for (int at = 0; at < cuts.size(); at++) {
            Cut cut = cuts.get(at);
            WindowsName name = WindowsName.of(cut.name(), environment);
            switch (name.form()) {
                case REMOTE, COPY, SCRIPT, NOTHING -> {
                    if (readings.isEmpty()) {
                        return List.of(decided(name));
                    }
                }
                case ABSOLUTE, RELATIVE -> {
                    boolean whole = at == 0 && !single;
                    List<Candidate> candidates = name.form() == WindowsName.Form.ABSOLUTE ? absolute(name.text(), library, origin)
                            : relative(name.text(), cut.name(), library, origin, single || at == 1);
                    boolean plain = library || whole || readings.stream().anyMatch(LaunchTarget.Reading::host);
                    readings.add(plain ? new LaunchTarget.Reading(name.text(), candidates, false, false, List.of())
                            : reading(name.text(), candidates, cut.rest(), origin, depth));
                }
                case VOLUME -> readings.add(new LaunchTarget.Reading(name.text(), environment.drives().stream()
                        .flatMap(drive -> absolute(drive + name.belowVolume(), library, origin).stream()).toList(), false, false,
                        List.of()));
                case IMPOSSIBLE -> {
                }
            }
        }
        return List.of(readings.isEmpty() ? decided(TargetOutcome.UNPARSED, cuts.getFirst().name()) : new LaunchTarget.Program(readings,
                false));
    }

    private LaunchTarget.Reading reading(String name, List<Candidate> candidates, String rest, Origin origin, int depth) {
        Origin beside = besideUpdater(name, origin);
        return HostPrograms.payload(name, rest).map(payload -> new LaunchTarget.Reading(name, candidates, true, payload.both(),
                payload.targets().stream().flatMap(hosted -> hosted(hosted, beside, depth + 1).stream()).toList()))
                .orElseGet(() -> new LaunchTarget.Reading(name, candidates, false, false, List.of()));
    }

    /** Squirrel's updater starts programs of the version below its own folder (LOLBAS, "Update.exe"). */
    private static Origin besideUpdater(String name, Origin origin) {
        boolean updater = name.toLowerCase(Locale.ROOT).endsWith("\\update.exe");
        String folder = name.substring(0, Math.max(0, name.lastIndexOf('\\')));
        return updater ? origin.orIn(List.of(folder + "\\current", folder)) : origin;
    }

    private List<LaunchTarget> hosted(HostedTarget hosted, Origin origin, int depth) {
        return switch (hosted) {
            case HostedTarget.Line line -> command(line.command(), origin, depth);
            case HostedTarget.Name name -> name(name.name(), false, origin, depth);
            case HostedTarget.Library library -> name(library.name(), true, origin, depth);
            case HostedTarget.ServiceLibrary() -> facts.services().service(origin.service(), origin.controlSet()).flatMap(Service::library)
                    .map(library -> name(library, true, origin, depth)).orElse(List.of());
            case HostedTarget.Application application -> facts.classes().classesOf(application.id()).stream().limit(MAX_TARGET_COUNT)
                    .flatMap(id -> classId(id, origin, depth).stream()).toList();
            case HostedTarget.Decided decided -> List.of(new LaunchTarget.Decided(decided.outcome(), decided.path(), decided.remark()));
        };
    }

    private List<Candidate> absolute(String path, boolean library, Origin origin) {
        List<String> paths = new ArrayList<>();
        String folder = environment.windowsFolder() + "\\System32\\";
        String escape = environment.windowsFolder() + "\\Sysnative\\";
        if (path.regionMatches(true, 0, escape, 0, escape.length())) {
            paths.add(folder + path.substring(escape.length()));
        } else if (origin.is32Bit() && path.regionMatches(true, 0, folder, 0, folder.length())) {
            String below = path.substring(folder.length());
            if (NOT_REDIRECTED.stream().noneMatch(kept -> below.regionMatches(true, 0, kept, 0, kept.length()))) {
                paths.add(environment.windowsFolder() + "\\SysWOW64\\" + below);
            }
        }
        paths.add(path);
        String real = links.windows(path);
        if (!real.equals(path)) {
            paths.addFirst(real);
        }
        List<String> endings = hasExtension(path) ? List.of("") : library ? List.of(".dll", "") : started;
        return paths.stream().flatMap(each -> endings.stream().map(ending -> search.windows(each + ending))).toList();
    }

    /**
     * A relative name: the working folder first, then App Paths, then the folders that are searched. Names with blanks are looked for in
     * Windows' own folders only. Bare names may not use up the search, or an attacker could blind it for everybody else.
     */
    private List<Candidate> relative(String name, String spelled, boolean library, Origin origin, boolean thorough) {
        List<Candidate> candidates = new ArrayList<>(inFolders(spelled, library, origin));
        facts.appPath(name).map(path -> WindowsName.of(CommandWords.unquoted(environment.expand(path, origin.user())), environment))
                .filter(path -> path.form() == WindowsName.Form.ABSOLUTE).ifPresent(path -> candidates.add(search.windows(path.text())));
        List<String> endings = hasExtension(name) ? List.of("") : library ? List.of(".dll") : thorough ? searched : List.of(".exe");
        List<String> folders = environment.searchFolders(origin.is32Bit(), origin.user());
        if (search.isCrowded()) {
            candidates.add(Candidate.TOO_MANY);
            return candidates;
        }
        for (String folder : thorough ? folders : folders.subList(0, 4)) {
            endings.forEach(ending -> candidates.add(search.windows(folder + "\\" + name + ending)));
        }
        return candidates;
    }

    /** In the working folders that the command's own place names, which come before every other. */
    private List<Candidate> inFolders(String spelled, boolean library, Origin origin) {
        return origin.context().folders().stream().limit(MAX_FOLDER_COUNT)
                .map(folder -> WindowsName.of(CommandWords.unquoted(environment.expand(folder, origin.user())) + "\\" + spelled,
                        environment))
                .filter(name -> name.form() == WindowsName.Form.ABSOLUTE)
                .flatMap(name -> absolute(name.text(), library, origin).stream()).toList();
    }

    private static boolean hasExtension(String path) {
        return path.indexOf('.', path.lastIndexOf('\\') + 1) >= 0;
    }

    private List<LaunchTarget> classId(String id, Origin origin, int depth) {
        Optional<Server> server = depth >= MAX_DEPTH ? Optional.empty() : facts.classes().server(id, origin.is32Bit());
        return server.isEmpty() ? List.of(decided(TargetOutcome.MISSING, id)) : switch (server.get()) {
            case Server.Library library -> name(library.name(), true, origin, depth + 1);
            case Server.Command command -> command(command.text(), origin, depth + 1);
            case Server.Service service -> service(service.name(), origin, depth + 1);
        };
    }

    private List<LaunchTarget> service(String name, Origin origin, int depth) {
        return facts.services().service(name, origin.controlSet()).flatMap(Service::command)
                .map(command -> command(command, origin.ofService(name), depth))
                .orElse(List.of(decided(TargetOutcome.NONE, "")));
    }

    /** {@code library|function|arguments}, with empty parts before the library, or {@code library!function}. */
    private List<LaunchTarget> function(String text, Origin origin) {
        boolean bar = text.indexOf('|') >= 0;
        boolean call = text.indexOf('!') > 0;
        if (!bar && !call) {
            return command(text, origin, 0);
        }
        List<String> parts = CommandWords.members(text, bar ? "|" : "!", 2);
        return parts.isEmpty() ? List.of(decided(TargetOutcome.NONE, "")) : name(parts.getFirst(), true, origin, 0);
    }

    /** {@code destination=source}: what counts is what will stand at the destination. */
    private List<LaunchTarget> rename(String text, Origin origin) {
        int equals = text.lastIndexOf('=');
        String destination = equals < 0 ? "" : text.substring(0, equals).strip();
        boolean deletes = destination.isEmpty() || destination.equalsIgnoreCase("NUL");
        return deletes ? List.of(decided(TargetOutcome.NONE, "")) : name(text.substring(equals + 1), false, origin, 0);
    }

    private static LaunchTarget.Decided decided(TargetOutcome outcome, String path) {
        return new LaunchTarget.Decided(outcome, path, "");
    }

    private static LaunchTarget.Decided decided(WindowsName name) {
        return switch (name.form()) {
            case REMOTE -> decided(TargetOutcome.REMOTE, name.text());
            case COPY -> new LaunchTarget.Decided(TargetOutcome.MISSING, name.text(), IN_COPY);
            case SCRIPT -> decided(TargetOutcome.INLINE_SCRIPT, "");
            case ABSOLUTE, RELATIVE, VOLUME, NOTHING, IMPOSSIBLE -> decided(TargetOutcome.NONE, "");
        };
    }

    /** {@code %1} and {@code %l} are the file that the user opens, whatever it is. */
    private static boolean isArgument(String text) {
        String plain = text.startsWith("\"") ? text.substring(1) : text;
        return plain.length() >= 2 && plain.charAt(0) == '%' && "1lL*v".indexOf(plain.charAt(1)) >= 0
                && (plain.length() == 2 || "\" \t".indexOf(plain.charAt(2)) >= 0);
    }

    private static String withoutKeyword(String text) {
        CommandWords.Split split = CommandWords.first(text);
        return split.word().equalsIgnoreCase("autocheck") ? split.rest() : text;
    }

    private static String upToNul(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
