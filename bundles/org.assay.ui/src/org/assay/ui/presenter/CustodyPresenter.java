package org.assay.ui.presenter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.app.Case;
import org.assay.app.custody.SealReport;
import org.assay.app.custody.VerifySeals;
import org.assay.model.Progress;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.LogHead;
import org.assay.model.snapshot.Snapshot;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;

/** What the view of the custody shows, without a display: each snapshot with its seals, and the custody log. */
public final class CustodyPresenter {

    private final TablePresenter<SealRow> seals = new TablePresenter<>(List.of(
            GridColumn.fixed(Texts.of("snapshot"), 108, row -> "#" + row.snapshot().id() + " " + DisplayText.of(row.snapshot().role()),
                    Comparator.comparingLong(row -> row.snapshot().id())),
            GridColumn.<SealRow>fixed(Texts.of("custody.seal"), 96, SealRow::state, Comparator.comparing(SealRow::state))
                    .tinted(SealRow::tint),
            GridColumn.fixed(Texts.of("custody.sealed"), GridColumn.TIME_PIXELS, SealRow::time, Comparator.comparing(SealRow::time)),
            GridColumn.stretching(Texts.of("custody.trust"), 140, SealRow::said)),
            new TablePresenter.Sorting(0, false), _ -> Tint.NONE);
    private final TablePresenter<CustodyEntry> log = new TablePresenter<>(List.of(
            GridColumn.fixed(Texts.of("custody.number"), 50, entry -> Long.toString(entry.number()),
                    Comparator.comparingLong(CustodyEntry::number)),
            GridColumn.fixed(Texts.of("custody.written"), GridColumn.TIME_PIXELS, entry -> DisplayText.time(entry.written()),
                    Comparator.comparing(CustodyEntry::written)),
            GridColumn.fixed(Texts.of("custody.what"), 112, entry -> entry.action().label(),
                    Comparator.comparing(CustodyEntry::action)),
            GridColumn.fixed(Texts.of("custody.of"), 96, entry -> DisplayText.line(entry.subject().text()),
                    Comparator.comparing(entry -> entry.subject().text())),
            GridColumn.stretching(Texts.of("custody.result"), 180, entry -> DisplayText.line(entry.result())),
            GridColumn.fixed(Texts.of("custody.who"), 90, entry -> DisplayText.line(entry.operator().name()),
                    Comparator.comparing(entry -> entry.operator().name()))),
            new TablePresenter.Sorting(0, true), _ -> Tint.NONE);
    private Optional<Known> shown = Optional.empty();

    /** What is known of the custody of a case. */
    public record Known(List<Snapshot> snapshots, List<SealReport> seals, List<CustodyEntry> entries, LogHead head) {

        /** Reads it; {@code trusted} are files with certificates of those whose seals are relied on. */
        public static Known of(Case openCase, List<Path> trusted, Progress progress) {
            return new Known(openCase.snapshots(), new VerifySeals(trusted, List.of(), false).run(openCase, progress).seals(),
                    openCase.custody(), openCase.logHead());
        }
    }

    /** A snapshot with one of its seals, or without any. */
    record SealRow(Snapshot snapshot, Optional<SealReport> seal) {

        String state() {
            return seal.map(SealReport::word).orElseGet(() -> Texts.of("custody.unsealed"));
        }

        Tint tint() {
            return seal.map(report -> report.passed() ? Tint.ADDED : report.differences().isEmpty() ? Tint.MEDIUM : Tint.HIGH)
                    .orElse(Tint.QUIET);
        }

        String time() {
            return seal.map(report -> DisplayText.time(report.seal().sealed())).orElse("");
        }

        /** What was altered comes before who signed. */
        String said() {
            return seal.map(report -> DisplayText.line(Stream.concat(report.differences().stream(), Stream.of(report.trust()))
                    .collect(Collectors.joining("; ")))).orElse("");
        }
    }

    public TablePresenter<SealRow> seals() {
        return seals;
    }

    public TablePresenter<CustodyEntry> log() {
        return log;
    }

    /** Shows this, or nothing. */
    public void show(Optional<Known> custody) {
        shown = custody;
        seals.show(custody.map(CustodyPresenter::rows).orElse(List.of()));
        log.show(custody.map(Known::entries).orElse(List.of()));
    }

    private static List<SealRow> rows(Known custody) {
        List<SealRow> rows = new ArrayList<>();
        for (Snapshot snapshot : custody.snapshots()) {
            List<SealRow> its = custody.seals().stream().filter(report -> report.seal().snapshot() == snapshot.id())
                    .map(report -> new SealRow(snapshot, Optional.of(report))).toList();
            rows.addAll(its.isEmpty() ? List.of(new SealRow(snapshot, Optional.empty())) : its);
        }
        return rows;
    }

    /** How long the log is and where it ends, which can be written down. */
    public String summary() {
        return shown.map(custody -> Texts.of("custody.summary", custody.head().entries(), custody.head().shortText()))
                .orElse(Texts.of("case.none"));
    }
}
