package org.assay.app.incident;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.Case;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.PointState;
import org.assay.model.text.Visible;

/**
 * Says how a point of a checklist stands.
 *
 * @param point its id, with the name of its checklist and a colon before it where two have one of that id
 */
public record MarkPoint(String point, PointState state, String text, String author, EntryArguments arguments) {

    public static final Argument<String> POINT = Argument.required("point", "Point", "The id of the point, as leader or outbreak:leader.",
            "POINT", new ArgumentType.Text());
    public static final Argument<PointState> STATE = Argument.required("state", "State", "How it stands.", "STATE",
            new ArgumentType.Choice<>(PointState.class));

    /** Stores it; fails with {@code WRONG_USAGE} and a sentence where no point, or more than one, is called so. */
    public IncidentEntry run(Case openCase) {
        List<Checklist.Standing> meant = new ListChecklists(Optional.empty()).run(openCase).stream()
                .filter(one -> one.point().id().equals(point) || name(one).equals(point)).toList();
        if (meant.size() != 1) {
            throw new AssayException(ErrorCode.WRONG_USAGE, meant.isEmpty() ? "No checklist has a point " + Visible.text(point)
                    + ". Take its id from the checklists." : "More than one checklist has it: say which, "
                            + meant.stream().map(MarkPoint::name).collect(Collectors.joining(" or ")) + ".");
        }
        Checklist.Standing one = meant.getFirst();
        return NoteEntry.of(new EntryDetail.PointMarked(one.checklist().name(), one.point().id(), state), text, author,
                arguments.usually(one.point().phase())).run(openCase);
    }

    private static String name(Checklist.Standing one) {
        return one.checklist().name() + ":" + one.point().id();
    }
}
