package org.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.assay.cli.output.Colour;
import org.assay.cli.output.Format;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.Severity;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.Signature;
import org.assay.model.startup.StartupRow;

/** Lists startup entries the same way wherever a command shows them. */
final class StartupListing {

    private StartupListing() {
    }

    /** In CSV the columns of Autoruns follow ours. */
    static Listing<StartupRow> listing(Map<String, Object> facts, List<StartupRow> rows, Format format) {
        List<ListColumn<StartupRow>> columns = new ArrayList<>(columns());
        if (format == Format.CSV) {
            columns.addAll(AutorunsColumns.columns());
        }
        return new Listing<>("startup", facts, columns, rows);
    }

    private static List<ListColumn<StartupRow>> columns() {
        return List.of(
                ListColumn.<StartupRow>fixed("severity", "Severity", row -> row.severity().name())
                        .painted(row -> Colour.of(row.severity())),
                ListColumn.<StartupRow>fixed("entry_change", "Entry", row -> row.change().name()).painted(StartupListing::colour),
                ListColumn.<StartupRow>elastic("location", "Location", row -> row.entry().location().text()),
                ListColumn.<StartupRow>exact("components", row -> row.entry().location().components()),
                ListColumn.<StartupRow>elastic("label", "Name", row -> row.entry().label()),
                ListColumn.<StartupRow>elastic("command", "Command", row -> row.entry().command()),
                ListColumn.<StartupRow>exact("command_before", row -> row.before().map(entry -> entry.command()).orElse("")),
                ListColumn.<StartupRow>elastic("target", "Starts", row -> row.entry().targetPath()),
                ListColumn.<StartupRow>exact("outcome", row -> row.entry().outcome().name()),
                ListColumn.<StartupRow>exact("target_sha256",
                        row -> row.entry().target().flatMap(file -> file.sha256()).map(Object::toString).orElse("")),
                ListColumn.<StartupRow>fixed("target_verdict", "File is", row -> row.target().name()),
                ListColumn.<StartupRow>exact("catalogue", row -> row.entry().catalogueId()),
                ListColumn.<StartupRow>exact("category", row -> row.entry().category()),
                ListColumn.<StartupRow>exact("technique", row -> row.entry().technique()),
                ListColumn.<StartupRow>exact("user", row -> row.entry().details().user()),
                ListColumn.<StartupRow>exact("state", row -> row.entry().details().state().name()),
                ListColumn.<StartupRow>exact("raw", row -> row.entry().details().raw()),
                ListColumn.<StartupRow>exact("remarks", row -> row.entry().details().remarks()),
                ListColumn.<StartupRow>exact("written", row -> row.entry().written().map(Object::toString).orElse("")),
                ListColumn.<StartupRow>exact("target_modified",
                        row -> row.entry().target().map(file -> file.modified().toString()).orElse("")),
                ListColumn.<StartupRow>exact("signer", row -> signature(row, Signature::signer)),
                ListColumn.<StartupRow>exact("signer_key",
                        row -> signature(row, signature -> signature.key().map(Object::toString).orElse(""))),
                ListColumn.<StartupRow>exact("description", row -> version(row, ProgramVersion::description)),
                ListColumn.<StartupRow>exact("company", row -> version(row, ProgramVersion::company)),
                ListColumn.<StartupRow>exact("product", row -> version(row, ProgramVersion::product)),
                ListColumn.<StartupRow>exact("version", row -> version(row, ProgramVersion::number)),
                ListColumn.<StartupRow>exact("clean_default", row -> row.entry().cleanDefault()),
                ListColumn.<StartupRow>exact("sentence", StartupRow::sentence));
    }

    private static String signature(StartupRow row, Function<Signature, String> part) {
        return row.entry().target().flatMap(file -> file.details().signature()).map(part).orElse("");
    }

    private static String version(StartupRow row, Function<ProgramVersion, String> part) {
        return row.entry().target().flatMap(file -> file.details().version()).map(part).orElse("");
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
