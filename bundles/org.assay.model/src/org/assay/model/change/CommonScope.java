package org.assay.model.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Glob;
import org.assay.model.snapshot.Scope;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.SelectedPlaces;
import org.assay.model.text.NameForm;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Visible;

/**
 * Where the scopes of two snapshots meet: what can be compared. Elsewhere nothing is new and nothing is gone, for only one side was asked.
 */
public final class CommonScope {

    /** So many places that were asked for all the same are named. */
    private static final int MAX_NAMED_COUNT = 5;
    /** The root of what lists name that is no place of a machine. */
    private static final String LISTS = "AUTORUNS";

    private final Scope baseline;
    private final Scope suspect;
    private final ComparisonOptions options;
    private final ScopeFilter filter;
    private final List<SelectedPlaces> selected;
    private final boolean everything;
    /** By the names of trees. */
    private final Map<String, Boolean> ignoringCase = new HashMap<>();
    private final Map<String, Duration> timeSteps = new HashMap<>();

    public CommonScope(Scope baseline, Scope suspect, ComparisonOptions options) {
        this.baseline = baseline;
        this.suspect = suspect;
        this.options = options;
        this.filter = options.filter();
        List.of(baseline, suspect).forEach(side -> side.areas().stream().filter(area -> area.top().space().isFile()).forEach(tree -> {
            ignoringCase.merge(tree.top().components().getFirst(), tree.caseless(), Boolean::logicalOr);
            timeSteps.merge(tree.top().components().getFirst(), tree.timeStep(), CommonScope::longer);
        }));
        List<ScopeFilter> all = List.of(baseline.filter(), suspect.filter(), filter);
        selected = all.stream().filter(ScopeFilter::leavesPlacesOut).distinct().map(SelectedPlaces::new).toList();
        everything = selected.isEmpty() && !baseline.filesOnly() && !suspect.filesOnly()
                && baseline.deleted() == suspect.deleted() && baseline.listed() == suspect.listed()
                && holdsAll(baseline, suspect) && holdsAll(suspect, baseline);
    }

    /** Of two snapshots that were asked for everything there is, compared as usual. */
    public static CommonScope ofEverything() {
        return ofEverything(ComparisonBasis.USUAL.options());
    }

    /** The same, compared as {@code options} say. */
    public static CommonScope ofEverything(ComparisonOptions options) {
        Scope everything = new Scope(List.of(), ScopeFilter.ALL, true, false, true);
        return new CommonScope(everything, everything, options);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean holdsAll(Scope one, Scope other) {
        return other.areas().stream().allMatch(area -> one.reads(area.top()));
    }

    /** Whether both snapshots were asked for the same and all of it is compared, so that no location need be asked about. */
    public boolean isEverything() {
        return everything;
    }

    /** Whether what is at {@code location} is compared. */
    public boolean contains(Location location) {
        boolean read = baseline.reads(location);
        return everything || read == suspect.reads(location) && (read || baseline.listed() && suspect.listed())
                && selected.stream().allMatch(places -> places.contains(location));
    }

    /** Whether a change at {@code location} would be found, so that none is there where none is found, but for gaps. */
    public boolean knows(Location location) {
        return contains(location) && baseline.reads(location);
    }

    /** What both snapshots were asked for, the baseline first. */
    public List<Scope> sides() {
        return List.of(baseline, suspect);
    }

    /** Whether {@code item} is compared, wherever it is: a list of files says nothing of directories and links. */
    public boolean containsKind(Item item) {
        return !baseline.filesOnly() && !suspect.filesOnly() || item instanceof FileItem file && file.kind() == FileKind.FILE;
    }

    /** Whether the content of {@code item} is compared. */
    public boolean containsContent(Item item) {
        return !(item instanceof FileItem file) || maxBytes().isEmpty() || file.sizeBytes() <= maxBytes().getAsLong();
    }

    /** How the two are compared where their scopes meet. */
    public ComparisonOptions options() {
        return options;
    }

    /** Whether names of files that differ in case only are one name at {@code location}: Windows drives and trees with Windows on them. */
    public boolean ignoresCase(Location location) {
        String tree = location.components().getFirst();
        return location.space().isFile() && (options.ignoreCase() || tree.endsWith(":") || ignoringCase.getOrDefault(tree, false));
    }

    /** The location by which {@code location} meets what is the same place on the other side. */
    public Location meeting(Location location) {
        boolean form = location.space().isFile() && options.makes(Normalisation.UNICODE_FORM);
        boolean letterCase = options.makes(Normalisation.LETTER_CASE) && ignoresCase(location);
        return !form && !letterCase ? location : new Location(location.space(), location.components().stream()
                .map(name -> form ? NameForm.composed(name) : name).map(name -> letterCase ? RegistryName.fold(name) : name).toList());
    }

    /** What modification times are multiples of in the tree of {@code location} on the side that keeps less; zero where they are exact. */
    public Duration timeStep(Location location) {
        return timeSteps.getOrDefault(location.components().getFirst(), Duration.ZERO);
    }

    /** The largest file of which the content is compared; empty where any is. */
    private OptionalLong maxBytes() {
        return List.of(baseline.filter(), suspect.filter(), filter).stream().map(ScopeFilter::maxBytes)
                .filter(OptionalLong::isPresent).mapToLong(OptionalLong::getAsLong).min();
    }

    /** What only the suspect was asked for, as gaps of the baseline with the reason {@link GapReason#NOT_ASKED}. */
    public List<Gap> baselineGaps() {
        return gaps(suspect, "suspect", baseline, "baseline");
    }

    /** What only the baseline was asked for, as gaps of the suspect with the reason {@link GapReason#NOT_ASKED}. */
    public List<Gap> suspectGaps() {
        return gaps(baseline, "baseline", suspect, "suspect");
    }

    /** What neither side was asked for though it lies where both were, or what is not to be compared, in words. */
    public List<String> leftOut() {
        List<String> words = new ArrayList<>();
        if (baseline.filter().equals(suspect.filter())) {
            baseline.filter().words().forEach(what -> words.add("both snapshots left out " + what));
        }
        if (baseline.filesOnly() || suspect.filesOnly()) {
            words.add("the " + (baseline.filesOnly() ? "baseline" : "suspect")
                    + " is a list of files: directories, links and registry data are not compared");
        }
        filter.words().forEach(what -> words.add("the comparison leaves out " + what));
        return words;
    }

    private static List<Gap> gaps(Scope asked, String askedSide, Scope other, String otherSide) {
        List<Gap> gaps = new ArrayList<>();
        for (Location top : outermost(asked)) {
            if (other.listed() && other.areas().isEmpty()) {
                gaps.add(gap(top, "the %s is a list of what a program looked for, so only the %s was asked for %s".formatted(
                        otherSide, askedSide, top.text())));
            } else if (!other.reads(top)) {
                gaps.add(gap(top, "only the " + askedSide + " was asked for " + top.text() + apart(top, other)));
            }
        }
        if (asked.deleted() && !other.deleted() && asked.areas().stream().anyMatch(area -> !area.top().space().isFile())) {
            gaps.add(gap(Location.key(Scope.DELETED), "only the " + askedSide + " was asked for deleted registry data"));
        }
        if (asked.listed() && !other.listed() && !asked.areas().isEmpty()) {
            gaps.add(gap(Location.key(LISTS), "only the " + askedSide + " has a list of what a program looked for; what that names where"
                    + " nothing was read is not compared"));
        }
        gaps.addAll(unselected(asked, other, otherSide));
        return gaps;
    }

    private static List<Gap> unselected(Scope asked, Scope other, String otherSide) {
        List<Gap> gaps = new ArrayList<>();
        ScopeFilter less = other.filter();
        ScopeFilter more = asked.filter();
        if (!less.only().isEmpty() && !less.only().equals(more.only())) {
            String words = "the " + otherSide + " was asked only for " + shown(less.only());
            both(asked, other, _ -> true).forEach(top -> gaps.add(gap(top, words)));
        }
        less.excluded().stream().filter(glob -> !more.excluded().contains(glob)).forEach(glob -> {
            Glob pattern = new Glob(glob);
            String words = "the " + otherSide + " left out " + Visible.text(glob);
            both(asked, other, pattern::mayMatchWithin).forEach(top -> gaps.add(gap(top, words)));
        });
        if (less.maxBytes().isPresent() && more.takesContent(less.maxBytes().getAsLong() + 1)) {
            String words = "the " + otherSide + " left out the content of files of more than " + less.maxBytes().getAsLong() + " bytes";
            both(asked, other, top -> top.space().isFile()).forEach(top -> gaps.add(gap(top, words)));
        }
        return gaps;
    }

    private static List<Location> both(Scope asked, Scope other, Predicate<Location> which) {
        return outermost(asked).stream().filter(other::reads).filter(which).toList();
    }

    private static String apart(Location top, Scope other) {
        List<String> within = other.areas().stream().map(Area::top).filter(place -> place.isWithin(top)).map(Location::text).toList();
        return within.isEmpty() ? "" : ", apart from " + shown(within);
    }

    private static String shown(List<String> texts) {
        String first = texts.stream().limit(MAX_NAMED_COUNT).map(Visible::text).collect(Collectors.joining(", "));
        return texts.size() > MAX_NAMED_COUNT ? first + " and " + (texts.size() - MAX_NAMED_COUNT) + " more" : first;
    }

    /** The areas that lie in no other, in order. */
    private static List<Location> outermost(Scope scope) {
        List<Location> tops = new ArrayList<>();
        scope.areas().stream().map(Area::top).sorted(Location.ORDER).forEach(top -> {
            if (tops.isEmpty() || !top.isWithin(tops.getLast())) {
                tops.add(top);
            }
        });
        return tops;
    }

    private static Gap gap(Location place, String words) {
        return new Gap(place, GapReason.NOT_ASKED, words);
    }
}
