package org.assay.startup.systemd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.format.EnvironmentHooks;
import org.assay.startup.format.Setting;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.match.StartupMatch.Forms;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.tree.Contents;
import org.assay.startup.tree.Links;

/**
 * Finds what units of systemd start. Every command of a unit file and of a drop-in is an entry where it stands; a timer, a socket, a
 * path and a link that enables a unit are entries that start what the unit starts. What does not take effect is listed as disabled: masked
 * units, files that a better folder replaces, commands that a drop-in takes back, units that nothing asks for.
 *
 * <p>Units that a generator would make at the next start are not known, only those that stand in a snapshot's {@code /run}.
 */
public final class UnitMatches {

    /** What a catalogue calls units. */
    public static final String FORMAT = "systemd";
    /** So many units are read; a snapshot with more is hostile. */
    static final int MAX_UNIT_COUNT = 20_000;
    private static final int MAX_HOME_COUNT = 64;
    private static final int MAX_REQUEST_COUNT = 16;
    private static final int SHOWN_ASKERS = 3;
    private static final List<String> LOADING = List.of("LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH");

    private final List<Match> matches = new ArrayList<>();
    private final Map<String, UnitTree> trees = new HashMap<>();

    private record Match(AutostartLocation autostart, UnitPlace place) {

        Asker asker() {
            return new Asker(autostart, place.file().location(), place.manager());
        }
    }

    /** What asks for a unit, and from whose manager. */
    private record Asker(AutostartLocation autostart, Location where, String manager) {

        StartupMatch decided(String command, TargetOutcome outcome, EntryDetails details) {
            return match(command, new Start.Decided(outcome), details);
        }

        StartupMatch match(String command, Start start, EntryDetails details) {
            return new StartupMatch(autostart, where, where.name(), command, Forms.NONE, start, details);
        }
    }

    /** Takes notice of a file at a location of units; false when it is in no folder that systemd knows, or one too many. */
    public boolean file(AutostartLocation autostart, FileItem file) {
        Optional<UnitPlace> place = matches.size() < MAX_UNIT_COUNT ? UnitPlace.of(file) : Optional.empty();
        place.ifPresent(known -> matches.add(new Match(autostart, known)));
        return place.isPresent();
    }

    /** Adds what was found, once every file has been seen. */
    public void addTo(List<StartupMatch> found, List<Gap> gaps, Contents contents, Links links) {
        Map<UnitPlace, UnitFile> files = new HashMap<>();
        for (Match match : matches) {
            FileItem file = match.place().file();
            boolean content = file.kind() == FileKind.FILE && match.place().role() != UnitPlace.Role.LINK;
            Contents.Content held = content ? contents.of(file) : new Contents.Content(Optional.empty(), "");
            held.bytes().ifPresent(bytes -> files.put(match.place(), UnitFile.read(file, bytes)
                    .with(path -> contents.at(match.place().tree(), path))));
            if (content && held.bytes().isEmpty()) {
                found.add(new StartupMatch(match.autostart(), file.location(), file.location().name(), held.why(), Forms.NONE,
                        new Start.Decided(TargetOutcome.UNPARSED), EntryDetails.NONE));
                gaps.add(new Gap(file.location(), GapReason.UNSUPPORTED, held.why()));
            }
        }
        managers(files, links);
        List<StartupMatch> requests = found.stream().filter(match -> match.autostart().data() == DataKind.UNIT).toList();
        requests.forEach(match -> tree(match).ifPresent(tree -> units(match).forEach(name -> tree.asks(name, match.where().text()))));
        trees.values().forEach(UnitTree::finish);
        found.removeAll(requests);
        requests.forEach(match -> requested(match, tree(match).orElseGet(() -> new UnitTree(links)), found));
        for (Match match : matches) {
            UnitPlace place = match.place();
            boolean unread = place.file().kind() == FileKind.FILE && place.role() != UnitPlace.Role.LINK && !files.containsKey(place);
            if (!unread) {
                add(match, trees.get(key(place)), found);
            }
        }
    }

    private static String key(UnitPlace place) {
        return place.tree() + "\0" + place.manager();
    }

    /** A user's own manager finds the units of all users besides his own. */
    private void managers(Map<UnitPlace, UnitFile> files, Links links) {
        List<UnitPlace> shared = matches.stream().map(Match::place).filter(place -> place.manager().equals("user")).toList();
        for (Match match : matches) {
            UnitPlace place = match.place();
            UnitTree tree = trees.computeIfAbsent(key(place), _ -> {
                UnitTree made = new UnitTree(links);
                if (!place.manager().equals("system") && !place.manager().equals("user") && trees.size() < MAX_HOME_COUNT) {
                    shared.stream().filter(each -> each.tree().equals(place.tree()))
                            .forEach(each -> made.add(each, Optional.ofNullable(files.get(each))));
                }
                return made;
            });
            tree.add(place, Optional.ofNullable(files.get(place)));
        }
    }

    /** The units of the system's manager, which alone is asked by files that are no units. */
    private Optional<UnitTree> tree(StartupMatch request) {
        return Optional.ofNullable(trees.get(request.where().components().getFirst() + "\0system"));
    }

    private static List<String> units(StartupMatch request) {
        return Stream.of(request.command().split("[\\s,]+")).filter(name -> UnitName.of(name).isPresent())
                .limit(MAX_REQUEST_COUNT).toList();
    }

    /** What the units start that a file names which is none itself, such as a rule of udev. */
    private static void requested(StartupMatch request, UnitTree tree, List<StartupMatch> found) {
        List<String> names = units(request);
        if (names.isEmpty()) {
            found.add(request);
        }
        names.forEach(name -> asked(new Asker(request.autostart(), request.where(), "system"), tree, name, request.details(), found));
    }

    private static void add(Match match, UnitTree tree, List<StartupMatch> found) {
        UnitPlace place = match.place();
        switch (place.role()) {
            case OTHER -> found.add(itself(match, EntryDetails.NONE));
            case LINK -> {
                boolean masked = tree.fragment(place.unit()).filter(tree::isMasked).isPresent();
                asked(match.asker(), tree, place.unit(), new EntryDetails("", masked ? EntryState.DISABLED : EntryState.ENABLED, "",
                        List.of("asked for by " + place.asker())), found);
            }
            case DROP_IN -> commands(match, tree, EntryState.ENABLED, List.of(), found);
            case FRAGMENT -> fragment(match, tree, found);
        }
    }

    private static void fragment(Match match, UnitTree tree, List<StartupMatch> found) {
        UnitPlace place = match.place();
        Optional<String> alias = tree.alias(place);
        if (tree.isMasked(place)) {
            found.add(match.asker().decided("masked", TargetOutcome.NONE, new EntryDetails("", EntryState.DISABLED, "",
                    List.of("masked: nothing is started under this name"))));
        } else if (alias.isPresent()) {
            asked(match.asker(), tree, place.unit(), new EntryDetails("", EntryState.ENABLED, "",
                    List.of("another name of " + alias.get())), found);
        } else if (place.file().kind() != FileKind.FILE) {
            found.add(itself(match, EntryDetails.NONE));
        } else {
            EntryDetails details = details(place, tree);
            Optional<String> other = UnitName.of(place.unit()).flatMap(tree::activated);
            if (other.isPresent()) {
                asked(match.asker(), tree, other.get(), details, found);
                if (tree.file(place).filter(UnitFile::isActing).isPresent()) {
                    commands(match, tree, details.state(), details.remarks(), found);
                }
            } else {
                commands(match, tree, details.state(), details.remarks(), found);
            }
        }
    }

    /** Whether and why the unit in this file is started. */
    private static EntryDetails details(UnitPlace place, UnitTree tree) {
        UnitPlace counts = tree.fragment(place.unit()).orElse(place);
        List<String> askers = tree.askers(place.unit());
        String raw = String.join("; ", tree.file(place).stream().flatMap(UnitMatches::triggers).toList());
        if (!counts.equals(place)) {
            return new EntryDetails("", EntryState.DISABLED, raw, List.of("replaced by " + counts.path()));
        }
        if (tree.isAskedFor(place.unit())) {
            String names = String.join(", ", askers.subList(0, Math.min(SHOWN_ASKERS, askers.size())));
            return new EntryDetails("", EntryState.ENABLED, raw, List.of("asked for by " + names
                    + (askers.size() > SHOWN_ASKERS ? " and " + (askers.size() - SHOWN_ASKERS) + " more" : "")));
        }
        return tree.isInstallable(place.unit()) ? new EntryDetails("", EntryState.DISABLED, raw, List.of("not enabled"))
                : new EntryDetails("", EntryState.ENABLED, raw, List.of("static: started when something asks for it"));
    }

    /** What a timer, a path or a socket waits for. */
    private static Stream<String> triggers(UnitFile file) {
        return file.settings().stream().filter(each -> each.section().equals("Timer") && each.name().startsWith("On")
                || each.section().equals("Path") && !each.name().equals("Unit") || each.name().startsWith("Listen"))
                .map(each -> each.name() + "=" + each.value());
    }

    /** The commands that stand in this file; without any, the file itself is what counts. */
    private static void commands(Match match, UnitTree tree, EntryState state, List<String> remarks, List<StartupMatch> found) {
        UnitPlace place = match.place();
        UnitFile file = tree.file(place).orElseThrow();
        Optional<UnitName> name = UnitName.of(place.unit());
        Map<Setting, UnitFile> effective = tree.effective(place.unit());
        List<UnitFile> files = new ArrayList<>(tree.content(place.unit()));
        if (!files.contains(file)) {
            files.add(file);
        }
        UnitContext context = UnitContext.of(files, specifiers(place, name.orElse(new UnitName("", Optional.empty(), place.unit())),
                place.path()));
        List<String> loaded = loaded(context);
        int before = found.size();
        for (Setting setting : file.commands()) {
            boolean back = name.isPresent() && place.role() == UnitPlace.Role.FRAGMENT && state == EntryState.ENABLED
                    && !effective.containsKey(setting);
            List<String> said = new ArrayList<>(remarks);
            said.addAll(loaded);
            if (back) {
                said.add("taken back by a drop-in");
            }
            EntryDetails details = new EntryDetails(file.last("User").orElse(""), back ? EntryState.DISABLED : state, setting.value(),
                    said);
            for (UnitCommand command : UnitCommand.of(setting.value(), context)) {
                StartupMatch within = command(match, place.unit() + " " + setting.name(), command, context, details);
                found.add(within);
                outside(within, setting, files).ifPresent(found::add);
                file.bound(context.specifiers()).forEach(bound -> bound(within, bound).ifPresent(found::add));
                file.overlays(context.specifiers()).forEach(root -> otherwise(within, root).ifPresent(found::add));
            }
        }
        file.instances().stream().filter(each -> tree.fragment(each).isPresent()).forEach(each -> asked(match.asker(), tree, each,
                new EntryDetails("", state, "", List.of("asked for by " + place.unit())), found));
        file.named(context.specifiers()).forEach(path -> found.add(new StartupMatch(match.autostart(),
                place.file().location(), place.unit(), path, Forms.NONE, new Start.Mentions(path),
                new EntryDetails("", state, "", List.of()))));
        file.values("Environment").flatMap(value -> UnitContext.settings(value, context.specifiers()))
                .forEach(setting -> hooks(match, place.unit() + " Environment", setting, state, found));
        if (found.stream().skip(before).allMatch(each -> each.start() instanceof Start.Mentions)) {
            List<String> said = new ArrayList<>(remarks);
            said.addAll(loaded);
            found.add(itself(match, new EntryDetails("", state, "", said)));
        }
    }

    /**
     * The same command outside the unit's root, where it may run with full privileges ({@code +}), and where commands beside the main one
     * run under {@code RootDirectoryStartOnly=}; told where that is another file.
     */
    private static Optional<StartupMatch> outside(StartupMatch within, Setting setting, List<UnitFile> files) {
        boolean only = files.stream().flatMap(file -> file.values("RootDirectoryStartOnly")).anyMatch(UnitMatches::isTrue);
        boolean may = setting.value().stripLeading().startsWith("+") || only && !setting.name().equals("ExecStart");
        return may && within.start() instanceof Start.Names names && !names.context().root().isEmpty() ? otherwise(within, "")
                : Optional.empty();
    }

    /** The same command with another root. */
    private static Optional<StartupMatch> otherwise(StartupMatch within, String root) {
        return within.start() instanceof Start.Names names
                ? Optional.of(new StartupMatch(within.autostart(), within.where(), within.label(), within.command(), within.forms(),
                        new Start.Otherwise(new Start.Names(names.text(), names.kind(), names.context().rooted(root))), within.details()))
                : Optional.empty();
    }

    /** The same command where what it names lies below a directory over which another is laid: that is what runs. */
    private static Optional<StartupMatch> bound(StartupMatch within, String bound) {
        String[] parts = bound.replaceFirst("^-", "").split(":");
        String text = within.start() instanceof Start.Names names ? names.text() : "";
        String other = text.replace("'" + parts[1] + "/", "'" + parts[0] + "/").replace("'" + parts[1] + "'", "'" + parts[0] + "'");
        return other.equals(text) || !(within.start() instanceof Start.Names names) ? Optional.empty()
                : Optional.of(new StartupMatch(within.autostart(), within.where(), within.label(), within.command(), within.forms(),
                        new Start.Otherwise(new Start.Names(other, names.kind(), names.context().rooted(""))), within.details()));
    }

    private static boolean isTrue(String value) {
        return List.of("yes", "true", "on", "1").contains(value.strip());
    }

    /** The libraries that the environment of a unit, its drop-ins included, makes every program of it load (ld.so(8)). */
    private static List<String> loaded(UnitContext context) {
        return LOADING.stream().filter(context.variables()::containsKey).map(name -> "sets " + name + "=" + context.variables().get(name))
                .toList();
    }

    /** What one variable of the environment makes each of the unit's programs load. */
    private static void hooks(Match match, String label, String setting, EntryState state, List<StartupMatch> found) {
        int equals = setting.indexOf('=');
        EnvironmentHooks.starts(setting.substring(0, equals), setting.substring(equals + 1)).forEach(start -> found.add(
                new StartupMatch(match.autostart(), match.place().file().location(), label, start.command(), Forms.NONE, start.start(),
                        new EntryDetails("", state, setting, List.of()))));
    }

    private static UnitSpecifiers specifiers(UnitPlace place, UnitName name, String path) {
        return new UnitSpecifiers(name, place.manager(), path);
    }

    /** What the unit {@code name} starts, as an entry of the place that asks for it. */
    private static void asked(Asker asker, UnitTree tree, String name, EntryDetails details, List<StartupMatch> found) {
        Optional<UnitName> unit = UnitName.of(name);
        Optional<UnitPlace> fragment = tree.fragment(name);
        if (unit.isEmpty() || fragment.isEmpty()) {
            found.add(asker.decided(name, TargetOutcome.MISSING, details));
            return;
        }
        Optional<String> other = tree.activated(unit.get());
        int before = found.size();
        String started = other.orElse(name);
        UnitContext context = UnitContext.of(tree.content(started), new UnitSpecifiers(UnitName.of(started).orElse(unit.get()),
                asker.manager(), tree.fragment(started).map(UnitPlace::path).orElse("")));
        tree.effective(started).keySet().stream().filter(setting -> setting.name().equals("ExecStart"))
                .flatMap(setting -> UnitCommand.of(setting.value(), context).stream())
                .forEach(command -> found.add(asker.match(command.text(),
                        new Start.Names(command.words(), DataKind.COMMAND, context.launch()), details)));
        if (found.size() == before) {
            found.add(asker.decided(other.orElse(fragment.get().path()), TargetOutcome.NONE, details));
        }
    }

    private static StartupMatch command(Match match, String label, UnitCommand command, UnitContext context, EntryDetails details) {
        return new StartupMatch(match.autostart(), match.place().file().location(), label, command.text(), Forms.NONE,
                new Start.Names(command.words(), DataKind.COMMAND, context.launch()), details);
    }

    private static StartupMatch itself(Match match, EntryDetails details) {
        FileItem file = match.place().file();
        return new StartupMatch(match.autostart(), file.location(), file.location().name(), file.location().text(), Forms.NONE,
                new Start.Itself(file), details);
    }
}
