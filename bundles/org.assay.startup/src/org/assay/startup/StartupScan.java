package org.assay.startup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.CleanDefault;
import org.assay.startup.catalogue.ImageFolders;
import org.assay.startup.catalogue.PlaceIndex;
import org.assay.startup.catalogue.PlacePatterns;
import org.assay.startup.command.CommandResolver;
import org.assay.startup.command.LaunchTarget;
import org.assay.startup.command.Origin;
import org.assay.startup.command.Target;
import org.assay.startup.command.TargetChoice;
import org.assay.startup.command.TargetSearch;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.scan.DefaultCheck;
import org.assay.startup.scan.FileMatches;
import org.assay.startup.scan.RegistryMatches;
import org.assay.startup.scan.WindowsContext;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.ProgramName;
import org.assay.startup.tree.Links;
import org.assay.startup.tree.Owner;
import org.assay.startup.tree.Steps;
import org.assay.startup.tree.Trees;
import org.assay.startup.windows.RedirectedFolders;
import org.assay.startup.windows.RegistryFacts;
import org.assay.startup.windows.WindowsEnvironment;

/**
 * Lists the startup entries of a snapshot, and finds the files that it starts.
 *
 * <p>All items are read once for the locations and the files once more for the targets, in the snapshot's order; what is held in memory
 * are the entries and the paths that their commands may mean.
 */
public final class StartupScan {

    private static final List<String> DATA = List.of("etc/", "private/etc/", "var/log/", "var/lib/", "usr/share/");
    /** Shells read the one, the others are links to programs. */
    private static final List<String> RUN = List.of("etc/default/", "etc/alternatives/");
    private static final int EXECUTE = 0111;

    private final SnapshotView view;
    private final Progress progress;
    private final RegistryFacts facts = new RegistryFacts();
    private final Links links = new Links();
    private final List<StartupMatch> matches = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<Location> themselves = new TreeSet<>(Location.ORDER);
    /** By the place of entries, the files that they start so far. */
    private final Map<Location, Set<String>> started = new TreeMap<>(Location.ORDER);
    private final Map<Location, Instant> written = new TreeMap<>(Location.ORDER);

    /**
     * What a scan found.
     *
     * @param entries by place; one for each file that a command may start, so a command with two possible files is there twice
     * @param gaps what names something that starts and could not be read or understood, by place: what it starts is not known
     */
    public record Outcome(List<StartupEntry> entries, List<Gap> gaps) {

        public Outcome {
            entries = List.copyOf(entries);
            gaps = List.copyOf(gaps);
        }
    }

    private StartupScan(SnapshotView view, Progress progress) {
        this.view = view;
        this.progress = progress;
    }

    /**
     * Searches {@code view} with {@code catalogue}.
     *
     * @throws org.assay.model.AssayException when the user cancels
     */
    public static Outcome run(Catalogue catalogue, SnapshotView view, Progress progress) {
        return new StartupScan(view, progress).run(catalogue);
    }

    private Outcome run(Catalogue catalogue) {
        progress.begin("Looking for startup entries");
        Trees trees = findMatches(catalogue);
        WindowsContext context = new WindowsContext(facts, matches);
        matches.replaceAll(context::of);
        // What a text merely names is told only where nothing else of the same place tells it.
        matches.sort(Comparator.comparing(match -> match.start() instanceof Start.Mentions));
        matches.stream().filter(match -> match.start() instanceof Start.Itself).map(StartupMatch::where).forEach(themselves::add);
        WindowsEnvironment environment = WindowsEnvironment.of(view, trees, facts);
        TargetSearch search = new TargetSearch(environment.systemDrive());
        CommandResolver resolver = new CommandResolver(environment, facts, search, links);
        List<List<LaunchTarget>> launchTargets = matches.stream().map(match -> launchTargets(resolver, match)).toList();
        search.run(view, progress);
        DefaultCheck defaults = new DefaultCheck(environment);
        List<StartupEntry> entries = new ArrayList<>();
        for (int at = 0; at < matches.size(); at++) {
            StartupMatch match = matches.get(at);
            boolean clean = defaults.isClean(match.autostart().clean(), match.forms(), Owner.of(match.where()));
            for (Target target : targets(resolver, match, launchTargets.get(at), trees)) {
                started(match).add(target.path());
                entries.add(entry(match, target, clean));
            }
        }
        entries.sort(Comparator.comparing(StartupEntry::location, Location.ORDER).thenComparing(StartupEntry::label));
        gaps.sort(Comparator.comparing(Gap::location, Location.ORDER));
        return new Outcome(entries, gaps);
    }

    private Trees findMatches(Catalogue catalogue) {
        String folder = WindowsEnvironment.windowsFolder(view).map(path -> path.substring(3)).filter(name -> name.indexOf('\\') < 0)
                .orElse("");
        ImageFolders folders = RedirectedFolders.of(view, folder);
        PlaceIndex index = new PlaceIndex(catalogue.locations(), new PlacePatterns(folders),
                autostart -> autostart.isReadable() && autostart.kind().reach().hasEntries(), _ -> true);
        FileMatches files = new FileMatches(index, links, facts, written);
        RegistryMatches registry = new RegistryMatches(index, facts, matches, gaps, written);
        Steps steps = new Steps(progress);
        try (ItemStream items = view.items()) {
            while (items.hasNext()) {
                Item item = items.next();
                switch (item) {
                    case FileItem file -> files.file(file);
                    case KeyItem key -> registry.key(key);
                    case ValueItem value -> registry.value(value);
                }
                steps.step();
            }
        }
        steps.end();
        registry.end();
        files.addTo(matches, gaps, view);
        moved(catalogue, facts.users().startupFolders().stream().filter(path -> !folders.startup().contains(path)).toList());
        return files.trees();
    }

    /** Startup folders of users that no list of profiles tells are known only when all was read; the files are looked at again then. */
    private void moved(Catalogue catalogue, List<String> startup) {
        if (startup.isEmpty()) {
            return;
        }
        PlaceIndex index = new PlaceIndex(catalogue.locations(), new PlacePatterns(new ImageFolders("", List.of(), startup)),
                AutostartLocation::isReadable, place -> place.path().startsWith(PlacePatterns.STARTUP));
        FileMatches files = new FileMatches(index, links, facts, written);
        try (ItemStream items = view.items()) {
            while (items.hasNext() && items.next() instanceof FileItem file) {
                files.file(file);
            }
        }
        files.addTo(matches, gaps, view);
    }

    private static List<LaunchTarget> launchTargets(CommandResolver resolver, StartupMatch match) {
        return switch (match.start()) {
            case Start.Names names -> launchTargets(resolver, match, names);
            case Start.Otherwise other -> launchTargets(resolver, match, other.names());
            case Start.Itself itself -> isFollowed(itself.file()) ? resolver.linked(itself.file())
                    : itself.file().kind() == FileKind.DIRECTORY ? resolver.programs(itself.file()) : List.of();
            case Start.Mentions mentions -> List.copyOf(resolver.mentioned(mentions.text(), Origin.of(match.autostart().system(),
                    match.where(), LaunchContext.USUAL)));
            case Start.Decided _ -> List.of();
        };
    }

    private static List<LaunchTarget> launchTargets(CommandResolver resolver, StartupMatch match, Start.Names names) {
        return resolver.launchTargets(names.text(), names.kind(), Origin.of(match.autostart().system(), match.where(), names.context()));
    }

    private List<Target> targets(CommandResolver resolver, StartupMatch match, List<LaunchTarget> launchTargets, Trees trees) {
        return switch (match.start()) {
            case Start.Names _ -> resolver.targets(launchTargets).stream().filter(target -> !isListed(target))
                    .map(target -> judged(target, trees)).toList();
            case Start.Itself itself -> isFollowed(itself.file()) ? resolver.targets(launchTargets)
                    : itself(itself.file(), launchTargets.isEmpty() ? List.of() : resolver.targets(launchTargets));
            case Start.Otherwise _ -> resolver.targets(launchTargets).stream().filter(target -> target.outcome() != TargetOutcome.MISSING
                    && target.outcome() != TargetOutcome.NONE && !started(match).contains(target.path())).toList();
            case Start.Mentions _ -> mentioned(match, resolver.targets(launchTargets));
            case Start.Decided decided -> List.of(Target.without(decided.outcome(), ""));
        };
    }

    /** Of the files that a text names only those that are there, and that no entry of the same place starts anyway. */
    private List<Target> mentioned(StartupMatch match, List<Target> targets) {
        return targets.stream().filter(target -> target.file().filter(StartupScan::mayRun).map(FileItem::location)
                .filter(file -> !file.equals(match.where()) && started(match).add(target.path())).isPresent()).toList();
    }

    /**
     * Not a log, a certificate or settings, which a text names as often as programs, and which change every day: what lies where these
     * do, and nobody may execute, unless its name is hidden or a program's.
     */
    private static boolean mayRun(FileItem file) {
        String path = String.join("/", file.location().components().stream().skip(1).toList());
        boolean data = DATA.stream().anyMatch(path::startsWith) && RUN.stream().noneMatch(path::startsWith)
                && !file.location().name().startsWith(".");
        boolean executable = file.kind() == FileKind.FILE && file.mode().map(mode -> (mode & EXECUTE) != 0).orElse(true);
        return !data || executable || ProgramName.endsAsProgram(file.location().name());
    }

    private Set<String> started(StartupMatch match) {
        return started.computeIfAbsent(match.where(), _ -> new HashSet<>());
    }

    /** Whether this is a file of a folder, and an entry of its own: {@code run-parts /etc/cron.daily} says nothing new. */
    private boolean isListed(Target target) {
        return target.remark().equals(TargetChoice.IN_FOLDER) && target.file().map(FileItem::location).filter(themselves::contains)
                .isPresent();
    }

    /** A file starts itself; of a directory, its programs start where it has any. */
    private static List<Target> itself(FileItem file, List<Target> programs) {
        boolean any = programs.stream().anyMatch(target -> target.outcome() == TargetOutcome.FOUND);
        return any ? programs : List.of(Target.of(file));
    }

    /** Whether this is a link that leads to what starts; a drive's links are followed by no system that has drives. */
    private static boolean isFollowed(FileItem file) {
        return file.kind() == FileKind.LINK && file.target().isPresent() && !DriveName.isOne(file.location().components().getFirst());
    }

    /** Where the snapshot holds no files at all, none is missing. */
    private static Target judged(Target target, Trees trees) {
        return target.outcome() == TargetOutcome.MISSING && !trees.any() ? Target.without(TargetOutcome.NONE, target.path()) : target;
    }

    private StartupEntry entry(StartupMatch match, Target target, boolean clean) {
        AutostartLocation autostart = match.autostart();
        return new StartupEntry(autostart.id(), autostart.title(), autostart.category(), autostart.technique(),
                autostart.severity(), match.where(), match.label(), match.command(), target.outcome(), target.path(),
                target.file(), clean, shadowsMachine(match),
                Optional.ofNullable(written.get(match.where())), details(match, target));
    }

    private static EntryDetails details(StartupMatch match, Target target) {
        EntryDetails known = match.details();
        List<String> remarks = new ArrayList<>(known.remarks());
        if (!target.remark().isEmpty()) {
            remarks.add(target.remark());
        }
        return new EntryDetails(known.user().isEmpty() ? Owner.of(match.where()) : known.user(), known.state(), known.raw(),
                remarks);
    }

    private boolean shadowsMachine(StartupMatch match) {
        return match.autostart().clean().mode() == CleanDefault.Mode.SHADOW
                && match.where().components().stream().anyMatch(facts.classes()::isShadowed);
    }
}
