package org.assay.model.incident;

import org.assay.model.text.Labels;

/** Entries of an incident's log as people read them, the same in every list and report. */
public final class EntryLabels {

    private EntryLabels() {
    }

    /** What kind of entry it is, in a word or two. */
    public static String kind(EntryDetail detail) {
        return switch (detail) {
            case EntryDetail.Note _ -> "note";
            case EntryDetail.Fact _ -> "fact";
            case EntryDetail.SwitchedOff _ -> "switched off";
            case EntryDetail.SwitchedOn _ -> "on again";
            case EntryDetail.Told _ -> "told";
            case EntryDetail.PointMarked _ -> "checklist";
            case EntryDetail.Closed _ -> "closed";
            case EntryDetail.Reopened _ -> "reopened";
        };
    }

    /** What it says, on one line; evidence and users may have written what is in it. */
    public static String text(EntryContent content) {
        String said = switch (content.detail()) {
            case EntryDetail.Note _ -> "";
            case EntryDetail.Fact fact -> Labels.of(fact.type()) + (fact.source().isEmpty() ? "" : " (" + fact.source() + ")");
            case EntryDetail.SwitchedOff off -> off.system() + (" (" + Labels.of(off.kind()) + ")") + " switched off";
            case EntryDetail.SwitchedOn on -> "what entry " + on.off() + " switched off is on again";
            case EntryDetail.Told told -> told.who() + " told, " + Labels.of(told.channel());
            case EntryDetail.PointMarked point -> point.checklist() + ": " + point.point() + " " + Labels.of(point.state());
            case EntryDetail.Closed _ -> "incident closed";
            case EntryDetail.Reopened _ -> "incident reopened";
        };
        return said.isEmpty() ? content.text() : content.text().isEmpty() ? said : said + ": " + content.text();
    }
}
