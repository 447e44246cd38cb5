package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseContents;

/** A case as a tree, and how its nodes read. */
public final class CasePresenter {

    private CasePresenter() {
    }

    /** A piece of a node's label in one colour. */
    public record Piece(Tint tint, String text) {
    }

    public static List<CaseNode> tree(CaseContents contents) {
        Map<String, List<CaseNode>> byHost = new TreeMap<>();
        for (Snapshot snapshot : contents.snapshots()) {
            byHost.computeIfAbsent(snapshot.host(), _ -> new ArrayList<>()).add(new CaseNode.SnapshotNode(snapshot));
        }
        for (Comparison comparison : contents.comparisons()) {
            contents.snapshot(comparison.suspect())
                    .ifPresent(suspect -> byHost.get(suspect.host()).add(new CaseNode.ComparisonNode(comparison)));
        }
        List<CaseNode> hosts = new ArrayList<>();
        byHost.forEach((host, below) -> hosts.add(new CaseNode.Host(host, below)));
        return hosts;
    }

    public static List<CaseNode> children(CaseNode node) {
        return node instanceof CaseNode.Host host ? host.below() : List.of();
    }

    /** The node's label; what must not be overlooked comes first and is tinted. */
    public static List<Piece> label(CaseNode node) {
        return switch (node) {
            case CaseNode.Host host -> List.of(new Piece(Tint.NONE, DisplayText.line(host.name())));
            case CaseNode.SnapshotNode(Snapshot snapshot) -> label(snapshot);
            case CaseNode.ComparisonNode(Comparison comparison) -> label(comparison);
        };
    }

    private static List<Piece> label(Snapshot snapshot) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(Tint.NONE, "#" + snapshot.id() + " " + DisplayText.of(snapshot.role())));
        if (snapshot.state() != SnapshotState.COMPLETE) {
            pieces.add(new Piece(Tint.of(snapshot.state()), "  " + snapshot.state()));
        }
        addGaps(pieces, snapshot.coverage().gaps());
        pieces.add(new Piece(Tint.QUIET, "  " + DisplayText.count(snapshot.coverage().items(), "item")
                + (snapshot.label().isEmpty() ? "" : "  “" + DisplayText.line(snapshot.label()) + "”")));
        return pieces;
    }

    private static List<Piece> label(Comparison comparison) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(Tint.NONE, "#" + comparison.baseline() + " → #" + comparison.suspect()));
        addGaps(pieces, comparison.gaps());
        pieces.add(new Piece(Tint.QUIET, "  " + (comparison.changes() == 0 ? Texts.of("case.noChanges")
                : DisplayText.count(comparison.changes(), "change"))));
        return pieces;
    }

    private static String counts(Comparison comparison) {
        String counts = Arrays.stream(ChangeKind.values()).filter(comparison.counts()::containsKey)
                .map(kind -> "%,d %s".formatted(comparison.counts().get(kind), DisplayText.of(kind))).collect(Collectors.joining(", "));
        return counts.isEmpty() ? Texts.of("case.noChanges") : counts;
    }

    private static void addGaps(List<Piece> pieces, long gaps) {
        if (gaps > 0) {
            pieces.add(new Piece(Tint.MEDIUM, "  " + DisplayText.count(gaps, "gap")));
        }
    }

    /** What the label has no room for; empty when there is nothing more. */
    public static String more(CaseNode node) {
        return switch (node) {
            case CaseNode.Host _ -> "";
            case CaseNode.SnapshotNode(Snapshot snapshot) -> more(snapshot);
            case CaseNode.ComparisonNode(Comparison comparison) -> Texts.of("case.comparison", String.valueOf(comparison.id()),
                    DisplayText.time(comparison.compared())) + "\n" + counts(comparison);
        };
    }

    private static String more(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("case.state", DisplayText.of(snapshot.state()), DisplayText.time(snapshot.started()))
                + snapshot.finished().map(finished -> Texts.of("case.ended", DisplayText.time(finished))).orElse(""));
        lines.add(Texts.of("case.read", DisplayText.count(snapshot.coverage().items(), "item"),
                DisplayText.bytes(snapshot.coverage().hashedBytes()), DisplayText.count(snapshot.coverage().gaps(), "gap")));
        for (Source source : snapshot.sources()) {
            lines.add(source.kind().label() + (source.name().isEmpty() ? "" : " " + DisplayText.line(source.name())) + ": "
                    + DisplayText.line(source.origin())
                    + (snapshot.reader(source).isEmpty() ? "" : " (" + DisplayText.line(snapshot.reader(source)) + ")"));
        }
        snapshot.digest().map(Bytes::hex).ifPresent(digest -> lines.add("SHA-256 " + digest));
        return String.join("\n", lines);
    }
}
