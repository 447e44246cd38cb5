package org.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assay.model.Severity;
import org.assay.model.StartupRow;

/** Lists startup entries the same way wherever a command shows them. */
final class StartupListing {

    private StartupListing() {
    }

    /** In CSV the columns of Autoruns follow ours. */
    static Listing<StartupRow> listing(Map<String, Object> facts, List<StartupRow> rows, Format format) {
        List<Column<StartupRow>> columns = new ArrayList<>(columns());
        if (format == Format.CSV) {
            columns.addAll(AutorunsColumns.columns());
        }
        return new Listing<>("startup", facts, columns, rows);
    }

    private static List<Column<StartupRow>> columns() {
        return List.of(
                Column.<StartupRow>fixed("severity", "Severity", row -> row.severity().name())
                        .painted(row -> Colour.of(row.severity())),
                Column.<StartupRow>fixed("entry_change", "Entry", row -> row.change().name()).painted(StartupListing::colour),
                Column.<StartupRow>elastic("location", "Location", row -> row.entry().location().text()),
                Column.<StartupRow>exact("components", row -> row.entry().location().components()),
                Column.<StartupRow>elastic("label", "Name", row -> row.entry().label()),
                Column.<StartupRow>elastic("command", "Command", row -> row.entry().command()),
                Column.<StartupRow>exact("command_before", row -> row.before().map(entry -> entry.command()).orElse("")),
                Column.<StartupRow>elastic("target", "Starts", row -> row.entry().targetPath()),
                Column.<StartupRow>exact("outcome", row -> row.entry().outcome().name()),
                Column.<StartupRow>exact("target_sha256",
                        row -> row.entry().target().flatMap(file -> file.sha256()).map(Object::toString).orElse("")),
                Column.<StartupRow>fixed("target_verdict", "File is", row -> row.target().name()),
                Column.<StartupRow>exact("catalogue", row -> row.entry().catalogueId()),
                Column.<StartupRow>exact("category", row -> row.entry().category()),
                Column.<StartupRow>exact("technique", row -> row.entry().technique()),
                Column.<StartupRow>exact("user", row -> row.entry().details().user()),
                Column.<StartupRow>exact("state", row -> row.entry().details().state().name()),
                Column.<StartupRow>exact("raw", row -> row.entry().details().raw()),
                Column.<StartupRow>exact("remarks", row -> row.entry().details().remarks()),
                Column.<StartupRow>exact("clean_default", row -> row.entry().cleanDefault()),
                Column.<StartupRow>exact("sentence", StartupRow::sentence));
    }

    /** Whether a list leaves the row out unless all are asked for. */
    static boolean isQuiet(StartupRow row) {
        return row.severity() == Severity.INFO;
    }

    private static Colour colour(StartupRow row) {
        return switch (row.change()) {
            case ADDED -> Colour.GREEN;
            case REMOVED -> Colour.RED;
            case CHANGED -> Colour.YELLOW;
            case UNCHANGED, PRESENT -> Colour.NONE;
        };
    }
}
