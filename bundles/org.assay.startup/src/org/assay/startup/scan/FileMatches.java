package org.assay.startup.scan;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.ContentPolicy;
import org.assay.startup.catalogue.LocationKind;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.catalogue.PathTrie;
import org.assay.startup.catalogue.PlaceIndex;
import org.assay.startup.catalogue.PlaceIndex.Names;
import org.assay.startup.catalogue.PlaceIndex.Spot;
import org.assay.startup.format.FormatPlace;
import org.assay.startup.format.LaunchdOverrides;
import org.assay.startup.format.Setting;
import org.assay.startup.format.SettingsFormats;
import org.assay.startup.format.StartupFormats;
import org.assay.startup.format.ValueSelect;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.match.StartupMatch.Forms;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.systemd.UnitMatches;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;
import org.assay.startup.tree.Contents;
import org.assay.startup.tree.Links;
import org.assay.startup.tree.Trees;
import org.assay.startup.windows.RegistryFacts;

/** Finds in file items, which come in order, what the catalogue names; reads the settings files among them afterwards. */
public final class FileMatches {

    private static final int MAX_LABEL_LENGTH = 120;

    private final PlaceIndex index;
    private final PathTrie.Walk<Spot> windows;
    private final PathTrie.Walk<Spot> unix;
    private final Trees trees = new Trees();
    private final Links links;
    private final RegistryFacts facts;
    private final Map<Location, Instant> written;
    private final List<Match> matches = new ArrayList<>();
    private final UnitMatches units = new UnitMatches();
    private final List<Match> anywhere = new ArrayList<>();
    private final MentionedPaths mentioned;

    private record Match(FileItem file, List<Spot> spots) {
    }

    /** {@code written} takes when each file was last modified that is an entry's place. */
    public FileMatches(PlaceIndex index, Links links, RegistryFacts facts, Map<Location, Instant> written) {
        this.written = written;
        this.links = links;
        this.facts = facts;
        this.mentioned = new MentionedPaths(facts);
        this.index = index;
        this.windows = index.rooted(Names.WINDOWS).walk();
        this.unix = index.rooted(Names.UNIX).walk();
    }

    /** Takes notice of a file. */
    public void file(FileItem file) {
        trees.see(file);
        links.see(file);
        List<String> components = file.location().components();
        List<Spot> spots = windows.to(components, 1, components.size()).values();
        if (!DriveName.isOne(components.getFirst())) {
            spots = join(spots, unix.to(components, 1, components.size()).values());
        }
        if (!spots.isEmpty()) {
            matches.add(new Match(file, spots));
        }
        List<Spot> counting = index.anywhere().stream().filter(spot -> spot.autostart().kind().counts(file)).toList();
        if (!counting.isEmpty()) {
            anywhere.add(new Match(file, counting));
        }
    }

    /** The trees as seen so far. */
    public Trees trees() {
        return trees;
    }

    /** Adds what was found, the settings files' entries included, once every file has been seen. */
    public void addTo(List<StartupMatch> found, List<Gap> gaps, SnapshotView view) {
        Contents contents = new Contents(view, links);
        Followed followed = new Followed(view, links);
        Deque<Match> left = new ArrayDeque<>(matches);
        while (!left.isEmpty()) {
            Match match = left.pop();
            written.put(match.file().location(), match.file().modified());
            FileItem file = match.file();
            List<Spot> spots = here(match).filter(spot -> file.kind() != FileKind.DIRECTORY || spot.autostart().data().mayBeFolder())
                    .sorted(Spot.BEST_FIRST).toList();
            if (isUnit(spots, file)) {
                continue;
            }
            List<Spot> read = spots.stream().filter(spot -> isRead(spot, file)).toList();
            List<Spot> including = read.isEmpty() ? spots : read;
            if (!followed.isNew(including, file.location())) {
                continue;
            }
            boolean listed = read.stream().anyMatch(spot -> spot.autostart().data().isFileItself());
            spots.stream().filter(spot -> !isRead(spot, file)).findFirst().filter(spot -> !listed && spot.autostart().kind().counts(file))
                    .ifPresent(spot -> found.add(itself(spot, file)));
            if (!read.isEmpty()) {
                read(read, file, contents, found, gaps);
            }
            mentioned.add(including, file, contents, found);
            followed.from(including, file, contents).forEach(each -> left.add(new Match(each, including)));
        }
        mentioned.end(gaps);
        units.addTo(found, gaps, contents, links);
        LaunchdOverrides.apply(found);
        for (Match match : anywhere) {
            Set<LocationKind> kinds = new HashSet<>();
            here(match).filter(spot -> kinds.add(spot.autostart().kind())).forEach(spot -> found.add(itself(spot, match.file())));
        }
    }

    /** The places of systems that the tree may belong to. */
    private Stream<Spot> here(Match match) {
        String tree = match.file().location().components().getFirst();
        return match.spots().stream().filter(spot -> trees.mayBe(spot.autostart().system(), tree));
    }

    /** A file of systemd is nothing else. */
    private boolean isUnit(List<Spot> spots, FileItem file) {
        return spots.stream().map(Spot::autostart).filter(autostart -> autostart.format().equals(UnitMatches.FORMAT)).findFirst()
                .filter(autostart -> units.file(autostart, file)).isPresent();
    }

    /** Whether what starts stands inside the file. */
    private static boolean isRead(Spot spot, FileItem file) {
        return isFormat(spot, file) || !spot.settings().isEmpty() && SettingsFormats.named(spot.autostart().format()).isPresent();
    }

    private static boolean isFormat(Spot spot, FileItem file) {
        return StartupFormats.isRead(FormatPlace.of(spot.autostart(), file.location()));
    }

    private static boolean startsItself(Spot spot, FileItem file) {
        return spot.autostart().data().isFileItself()
                && StartupFormats.startsItself(FormatPlace.of(spot.autostart(), file.location()));
    }

    private static StartupMatch itself(Spot spot, FileItem file) {
        String name = file.location().name();
        return new StartupMatch(spot.autostart(), file.location(), name, file.location().text(), new Forms(List.of(name), List.of()),
                new Start.Itself(file), EntryDetails.NONE);
    }

    private void read(List<Spot> spots, FileItem file, Contents contents, List<StartupMatch> found, List<Gap> gaps) {
        Contents.Content held = contents.of(file);
        Optional<byte[]> content = held.bytes();
        boolean old = startsItself(spots.getFirst(), file) && file.sizeBytes() <= ContentPolicy.KEPT_BYTES;
        if (content.isEmpty() && old) {
            StartupMatch itself = itself(spots.getFirst(), file);
            found.add(itself.with(new EntryDetails("", EntryState.ENABLED, "", List.of("What it runs is not known: " + held.why() + "."))));
            return;
        }
        if (content.isEmpty()) {
            found.add(unread(spots.getFirst(), file, held.why()));
            gaps.add(new Gap(file.location(), GapReason.UNSUPPORTED, held.why()));
            return;
        }
        List<StartupMatch> commands = new ArrayList<>();
        Set<List<Object>> done = new HashSet<>();
        spots.stream().filter(spot -> isFormat(spot, file))
                .filter(spot -> done.add(List.of(spot.autostart().format(), spot.autostart().select())))
                .forEach(spot -> starts(spot, file, content.get(), commands, gaps));
        settings(spots.stream().filter(spot -> !isFormat(spot, file)).toList(), file, content.get(), commands);
        if (commands.size() > Limits.MAX_COMMAND_COUNT) {
            commands.subList(Limits.MAX_COMMAND_COUNT, commands.size()).clear();
            commands.add(unread(spots.getFirst(), file, "more than " + Limits.MAX_COMMAND_COUNT
                    + " commands in one file; the rest is not listed"));
        }
        found.addAll(commands);
    }

    private static StartupMatch unread(Spot spot, FileItem file, String why) {
        return new StartupMatch(spot.autostart(), file.location(), file.location().name(), why, Forms.NONE,
                new Start.Decided(TargetOutcome.UNPARSED), EntryDetails.NONE);
    }

    private void starts(Spot spot, FileItem file, byte[] content, List<StartupMatch> found, List<Gap> gaps) {
        FormatPlace place = new FormatPlace(spot.autostart(), file.location(), facts.codePages().ansi(), facts.codePages().oem());
        FileStarts inside = StartupFormats.read(place, content);
        for (FileStart each : inside.starts()) {
            String name = each.label().isEmpty() ? file.location().name() : label(each.label());
            found.add(new StartupMatch(spot.autostart(), file.location(), name, each.command(), RegistryMatches.forms(each.command(), name),
                    each.start(), each.details()));
        }
        if (inside.problem().isPresent()) {
            Gap gap = new Gap(file.location(), GapReason.DAMAGED, inside.problem().get());
            if (gaps.isEmpty() || !gaps.getLast().equals(gap)) {
                found.add(unread(spot, file, inside.problem().get()));
                gaps.add(gap);
            }
        } else if ((startsItself(spot, file) || spot.autostart().data().isFileItself() && inside.starts().isEmpty())
                && !StartupFormats.isInert(place, content)) {
            found.add(itself(spot, file));
        }
    }

    private static String label(String line) {
        return Limits.cut(line, MAX_LABEL_LENGTH);
    }

    /** Each setting belongs to the place that names it best. */
    private void settings(List<Spot> spots, FileItem file, byte[] content, List<StartupMatch> found) {
        if (spots.isEmpty()) {
            return;
        }
        AutostartLocation first = spots.getFirst().autostart();
        String text = first.system() == OperatingSystem.WINDOWS ? TextFile.windows(content, facts.codePages().ansi())
                : TextFile.unix(content);
        List<Setting> settings = SettingsFormats.named(first.format()).orElseThrow()
                .settings(text, word -> of(spots, "", word).isPresent());
        for (Setting setting : settings) {
            Optional<Spot> spot = of(spots, setting.section(), setting.name());
            if (spot.isPresent() && found.size() <= Limits.MAX_COMMAND_COUNT) {
                setting(spot.get().autostart(), file, setting, found);
            }
        }
    }

    private static Optional<Spot> of(List<Spot> spots, String section, String name) {
        return spots.stream().min(Comparator.<Spot>comparingInt(spot -> accepts(spot, section, name) ? 0 : 1)
                .thenComparing(Spot.BEST_FIRST)).filter(spot -> accepts(spot, section, name));
    }

    private static boolean accepts(Spot spot, String section, String name) {
        return spot.settings().stream().anyMatch(pattern -> pattern.accepts(section, name));
    }

    private static void setting(AutostartLocation autostart, FileItem file, Setting setting, List<StartupMatch> found) {
        String label = label(setting.section().isEmpty() ? setting.name() : "[" + setting.section() + "] " + setting.name());
        Optional<String> selected = ValueSelect.of(autostart.select(), setting.value());
        for (String member : selected.map(value -> RegistryMatches.members(autostart, value)).orElse(List.of())) {
            String command = switch (autostart.data().form()) {
                case PAIRS -> setting.name() + "=" + member;
                case TEXTS, ANSI_BYTES -> member;
            };
            found.add(new StartupMatch(autostart, file.location(), label, command,
                    RegistryMatches.forms(setting.value(), setting.name(), member),
                    inFolder(Start.of(command, autostart), file, autostart), EntryDetails.NONE));
        }
    }

    /** Settings of Windows may name what lies beside their file; {@code autorun.inf} does. */
    private static Start inFolder(Start start, FileItem file, AutostartLocation autostart) {
        List<String> names = file.location().components();
        boolean drive = autostart.system() == OperatingSystem.WINDOWS && DriveName.isOne(names.getFirst());
        return drive && start instanceof Start.Names named ? new Start.Names(named.text(), named.kind(), named.context()
                .orIn(List.of(String.join("\\", names.subList(0, names.size() - 1)) + (names.size() == 2 ? "\\" : "")))) : start;
    }

    private static List<Spot> join(List<Spot> one, List<Spot> two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        List<Spot> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }
}
