package org.assay.compare.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileNames;
import org.assay.compare.context.NewNames;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.text.FileName;
import org.assay.model.text.Visible;

/** A name that shows as another than it is. */
final class HostileName implements ChangeRule {

    private static final FindingType TYPE = new FindingType("hostile-name", "Name that does not show as it is", "new and renamed items",
            List.of(Severity.HIGH, Severity.MEDIUM), List.of("T1036.002", "T1036.006", "T1564"));
    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        String name = change.location().name();
        List<String> tricks = NewNames.isBroughtBy(change) && !NameWithNul.isHidden(change) ? tricks(name) : List.of();
        if (tricks.isEmpty()) {
            return Optional.empty();
        }
        boolean disguisesProgram = name.codePoints().anyMatch(HostileName::turnsDirection) && FileNames.runnable(name).isPresent();
        return Optional.of(TYPE.found(disguisesProgram ? Severity.HIGH : Severity.MEDIUM, "Its name does not show as it is: it has "
                + String.join(", ", tricks) + ". Spelled out it is \"" + Visible.text(name) + "\"."));
    }

    private static List<String> tricks(String name) {
        List<String> tricks = new ArrayList<>();
        note(tricks, name, HostileName::turnsDirection, "a character that turns the direction of reading");
        note(tricks, name, Character::isISOControl, "a control character");
        note(tricks, name, FileName::isEscape, "a byte that is not UTF-8");
        note(tricks, name, HostileName::isInvisible, "an invisible character");
        if (!name.isEmpty() && isBlank(name.codePointBefore(name.length()))) {
            tricks.add("a blank at its end");
        }
        return tricks;
    }

    private static void note(List<String> tricks, String name, IntPredicate trick, String words) {
        if (name.codePoints().anyMatch(trick)) {
            tricks.add(words);
        }
    }

    /** The explicit directional formatting characters of the Unicode Bidirectional Algorithm (UAX #9, section 2). */
    private static boolean turnsDirection(int point) {
        return point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069 || point == 0x200e || point == 0x200f
                || point == 0x061c;
    }

    /** The two joiners are left out: Persian, Indic scripts and emoji cannot be written without them. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        boolean hidden = type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE && !FileName.isEscape(point);
        return hidden && !turnsDirection(point) && point != JOINER && point != NON_JOINER;
    }

    private static boolean isBlank(int point) {
        return Character.isSpaceChar(point) || Character.isWhitespace(point);
    }
}
