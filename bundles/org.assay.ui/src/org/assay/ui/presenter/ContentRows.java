package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.app.page.ContentSheet;
import org.assay.app.page.ContentSide;
import org.assay.app.page.LineDifference;
import org.assay.app.page.LineDifference.Fate;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ShownContent;

/** What both sides of a change hold, row by row; where many rows are equal, those in the middle are folded into one. */
final class ContentRows {

    private static final int MAX_BYTES = 65_536;
    /** How many equal rows are shown before and after what differs. */
    private static final int CONTEXT = 3;

    private final List<DetailsPage.Row> rows = new ArrayList<>();
    private final List<DetailsPage.Row> equal = new ArrayList<>();
    private final boolean both;
    private int was;
    private int is;

    private ContentRows(boolean both) {
        this.both = both;
    }

    static List<DetailsPage.Row> of(DetailsMode mode, ShownContent content) {
        boolean both = content.sides().before().isPresent() && content.sides().after().isPresent();
        return switch (mode) {
            case FIELDS -> List.of();
            case TEXT -> new ContentRows(both).text(content.lines());
            case BYTES -> new ContentRows(both).folded(HexRows.of(content.sides().before().flatMap(ContentSide::bytes),
                    content.sides().after().flatMap(ContentSide::bytes), MAX_BYTES));
            case DECODED -> decoded(content);
        };
    }

    /** How either side was read, or why it cannot be shown. */
    static String note(ShownContent content) {
        return Stream.concat(content.sides().before().stream().map(side -> Texts.of("details.noteBefore", side.note())),
                content.sides().after().stream().map(side -> Texts.of("details.noteAfter", side.note())))
                        .collect(Collectors.joining("   "));
    }

    private List<DetailsPage.Row> text(List<LineDifference.Line> lines) {
        List<String> went = new ArrayList<>();
        List<String> came = new ArrayList<>();
        for (LineDifference.Line line : lines) {
            switch (line.fate()) {
                case WENT -> went.add(line.text());
                case CAME -> came.add(line.text());
                case STAYED -> {
                    pair(went, came);
                    was++;
                    is++;
                    String shown = DisplayText.paragraph(line.text());
                    equal.add(new DetailsPage.Row(Integer.toString(is), shown, shown, Tint.NONE, true));
                }
            }
        }
        pair(went, came);
        endOfEqual(true);
        return rows;
    }

    /** Lines that went stand beside those that came in their place. */
    private void pair(List<String> went, List<String> came) {
        if (!went.isEmpty() || !came.isEmpty()) {
            endOfEqual(false);
        }
        for (int at = 0; at < Math.max(went.size(), came.size()); at++) {
            Fate fate = at >= went.size() ? Fate.CAME : at >= came.size() ? Fate.WENT : Fate.STAYED;
            was += fate == Fate.CAME ? 0 : 1;
            is += fate == Fate.WENT ? 0 : 1;
            rows.add(new DetailsPage.Row(Integer.toString(fate == Fate.WENT ? was : is),
                    fate == Fate.CAME ? "" : DisplayText.paragraph(went.get(at)),
                    fate == Fate.WENT ? "" : DisplayText.paragraph(came.get(at)), both ? tint(fate) : Tint.NONE, true));
        }
        went.clear();
        came.clear();
    }

    private static Tint tint(Fate fate) {
        return switch (fate) {
            case WENT -> Tint.REMOVED;
            case CAME -> Tint.ADDED;
            case STAYED -> Tint.MODIFIED;
        };
    }

    private List<DetailsPage.Row> folded(List<DetailsPage.Row> all) {
        for (DetailsPage.Row row : all) {
            if (both && !row.differs()) {
                equal.add(row);
            } else {
                endOfEqual(false);
                rows.add(row);
            }
        }
        endOfEqual(true);
        return rows;
    }

    private void endOfEqual(boolean last) {
        int head = rows.isEmpty() ? 0 : CONTEXT;
        int tail = last ? 0 : CONTEXT;
        if (equal.size() > head + tail + 1 && !(rows.isEmpty() && last)) {
            rows.addAll(equal.subList(0, head));
            String said = Texts.of("details.equal", equal.size() - head - tail);
            rows.add(new DetailsPage.Row("⋯", said, said, Tint.QUIET, false));
            rows.addAll(equal.subList(equal.size() - tail, equal.size()));
        } else {
            rows.addAll(equal);
        }
        equal.clear();
    }

    private static List<DetailsPage.Row> decoded(ShownContent content) {
        List<ContentSheet.Part> before = content.sides().before().map(ContentSide::decoded).orElse(List.of());
        List<ContentSheet.Part> after = content.sides().after().map(ContentSide::decoded).orElse(List.of());
        List<DetailsPage.Row> rows = new ArrayList<>();
        for (int at = 0; at < Math.max(before.size(), after.size()); at++) {
            Optional<ContentSheet.Part> left = part(before, at);
            Optional<ContentSheet.Part> right = part(after, at);
            rows.add(new DetailsPage.Row(Integer.toString(at + 1), heading(left), heading(right), Tint.MOVED, false));
            int lines = Math.max(size(left), size(right));
            for (int line = 0; line < lines; line++) {
                rows.add(new DetailsPage.Row("", line(left, line), line(right, line), Tint.NONE, true));
            }
        }
        return rows;
    }

    private static Optional<ContentSheet.Part> part(List<ContentSheet.Part> parts, int at) {
        return at < parts.size() ? Optional.of(parts.get(at)) : Optional.empty();
    }

    private static String heading(Optional<ContentSheet.Part> part) {
        return part.map(one -> DisplayText.line(one.heading())).orElse("");
    }

    private static int size(Optional<ContentSheet.Part> part) {
        return part.map(one -> one.lines().size()).orElse(0);
    }

    private static String line(Optional<ContentSheet.Part> part, int line) {
        return part.filter(one -> line < one.lines().size()).map(one -> DisplayText.paragraph(one.lines().get(line))).orElse("");
    }
}
