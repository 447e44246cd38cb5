package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.text.Space;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ChangeRow;
import org.assay.ui.work.Look;
import org.assay.ui.work.ShownComparison;

/** What the overview shows, without a display: how many changes there are of each severity and kind, and where they are. */
public final class OverviewPresenter {

    /** How many folders the picture has at most. */
    private static final int MAX_FOLDER_COUNT = 40;

    private Optional<Figures> shown = Optional.empty();

    /**
     * The figures of a comparison.
     *
     * @param severities of what is not explained
     */
    public record Figures(Map<Severity, Integer> severities, Map<ChangeKind, Integer> kinds, int explained, int decided, OptionalInt leads,
            List<Folder> folders) {

        /** Counts; takes a while for many changes. */
        public static Figures of(ShownComparison shown) {
            Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
            Map<ChangeKind, Integer> kinds = new EnumMap<>(ChangeKind.class);
            Branch root = new Branch(Optional.empty());
            int explained = 0;
            int decided = 0;
            for (ChangeRow row : shown.rows()) {
                kinds.merge(row.kind(), 1, Integer::sum);
                decided += shown.tag(row.number()).isPresent() ? 1 : 0;
                if (row.explained()) {
                    explained++;
                } else {
                    severities.merge(row.severity(), 1, Integer::sum);
                    root.add(row);
                }
            }
            OptionalInt leads = shown.story().isEmpty() ? OptionalInt.empty()
                    : OptionalInt.of((int) shown.leads().stream().filter(lead -> lead.severity().isPresent()).count());
            return new Figures(severities, kinds, explained, decided, leads, opened(root));
        }
    }

    /**
     * A folder or key with all that lies below it, but for what another one shows.
     *
     * @param severity the most severe below it
     * @param changes how many changes, at least 1
     */
    public record Folder(Location location, Severity severity, int changes) {
    }

    /** One bar: what it says, how long it is from 0 to 1, and what a click looks for. */
    public record Bar(String label, String value, double share, Tint tint, Optional<Look> look) {
    }

    /** A folder in its place. */
    public record Tile(String label, String tooltip, Tint tint, double x, double y, double width, double height, Look look) {
    }

    /** A folder or key with what is below it. */
    private static final class Branch {

        private final Optional<Location> location;
        private final Map<String, Branch> below = new HashMap<>();
        private int changes;
        private int own;
        private Severity severity = Severity.INFO;
        private Severity ownSeverity = Severity.INFO;

        Branch(Optional<Location> location) {
            this.location = location;
        }

        void add(ChangeRow row) {
            List<String> names = row.location().components();
            Space holder = row.location().space().isFile() ? Space.FILE : Space.KEY;
            Branch branch = this;
            for (int depth = 1; depth < Math.max(2, names.size()); depth++) {
                List<String> path = names.subList(0, depth);
                branch = branch.below.computeIfAbsent(holder + path.getLast(), _ -> new Branch(Optional.of(new Location(holder, path))));
                branch.changes++;
                branch.severity = worse(branch.severity, row.severity());
            }
            branch.own++;
            branch.ownSeverity = worse(branch.ownSeverity, row.severity());
        }

        private static Severity worse(Severity one, Severity other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        Folder all() {
            return new Folder(location.orElseThrow(), severity, changes);
        }

        Folder withoutFolders() {
            return new Folder(location.orElseThrow(), ownSeverity, own);
        }
    }

    /** Opens the folder with most changes, again and again, as long as they are few enough. */
    private static List<Folder> opened(Branch root) {
        PriorityQueue<Branch> open = new PriorityQueue<>(Comparator.comparingInt((Branch branch) -> branch.changes).reversed());
        List<Folder> closed = new ArrayList<>();
        open.addAll(root.below.values());
        while (!open.isEmpty()) {
            Branch largest = open.poll();
            if (largest.below.isEmpty() || open.size() + closed.size() + largest.below.size() > MAX_FOLDER_COUNT) {
                closed.add(largest.all());
            } else {
                open.addAll(largest.below.values());
                if (largest.own > 0) {
                    closed.add(largest.withoutFolders());
                }
            }
        }
        return closed;
    }

    /** Shows this, or nothing. */
    public void show(Optional<Figures> figures) {
        shown = figures;
    }

    /** How much there is, how much of it is explained and decided on; or what to do to see it. */
    public String summary() {
        return shown.map(figures -> Texts.of("overview.summary",
                DisplayText.count(figures.kinds().values().stream().mapToInt(Integer::intValue).sum(), "change"), figures.explained(),
                figures.decided(), figures.leads().isPresent()
                        ? DisplayText.count(figures.leads().getAsInt(), "lead") : Texts.of("overview.soon")))
                .orElse(Texts.of("changes.none"));
    }

    /** The most severe first, and then what is explained. */
    public List<Bar> severities() {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<Severity, Integer> counts = shown.get().severities();
        int most = Math.max(shown.get().explained(), counts.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        List<Bar> bars = new ArrayList<>();
        for (Severity severity : List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)) {
            bars.add(bar(DisplayText.title(severity), counts.getOrDefault(severity, 0), most, Tint.of(severity),
                    Optional.of(new Look("", severity))));
        }
        bars.add(bar(Texts.of("overview.explained"), shown.get().explained(), most, Tint.QUIET, Optional.empty()));
        return bars;
    }

    /** In the order of the kinds. */
    public List<Bar> kinds() {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<ChangeKind, Integer> counts = shown.get().kinds();
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            bars.add(bar(DisplayText.title(kind), counts.getOrDefault(kind, 0), most, Tint.of(kind), Optional.empty()));
        }
        return bars;
    }

    private static Bar bar(String label, int count, int most, Tint tint, Optional<Look> look) {
        return new Bar(label, "%,d".formatted(count), most == 0 ? 0 : (double) count / most, tint, look);
    }

    /** The folders as a picture of this size: each as large as it has unexplained changes. */
    public List<Tile> tiles(double width, double height) {
        return Treemap.of(shown.map(Figures::folders).orElse(List.of()), folder -> folder.changes(), width, height).stream()
                .map(OverviewPresenter::tile).toList();
    }

    private static Tile tile(Treemap.Placed<Folder> placed) {
        Folder folder = placed.thing();
        String name = DisplayText.line(folder.location().text());
        String separator = folder.location().space() == Space.FILE && !folder.location().components().getFirst().endsWith(":") ? "/" : "\\";
        String inside = name.endsWith(separator) ? name : name + separator;
        return new Tile(name, Texts.of("overview.folder", name, DisplayText.count(folder.changes(), "change"),
                DisplayText.of(folder.severity())), Tint.of(folder.severity()), placed.x(), placed.y(), placed.width(), placed.height(),
                new Look(inside + "**", Severity.INFO));
    }
}
