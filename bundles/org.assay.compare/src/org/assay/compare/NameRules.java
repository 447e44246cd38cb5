package org.assay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import org.assay.model.Change;
import org.assay.model.ChangeKind;
import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.model.FileName;
import org.assay.model.Finding;
import org.assay.model.Severity;
import org.assay.model.Visible;

/** What a new name is made to hide. A name that the baseline has is not new and not judged again. */
final class NameRules {

    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    private NameRules() {
    }

    /**
     * Windows leaves the last extension out when it shows a name, so a script called {@code letter.txt.vbs} looks like a text. Shortcuts
     * are not programs here: Windows itself calls the shortcut to a document {@code letter.txt.lnk}.
     */
    static Optional<Finding> doubleExtension(Change change) {
        String name = change.location().name();
        boolean found = isNewName(change) && change.item() instanceof FileItem file && file.kind() == FileKind.FILE
                && FileNames.runnable(name).isPresent() && FileNames.isDocument(FileNames.stem(name));
        return Findings.when(found, "double-extension", Severity.HIGH, () -> "Its name " + Visible.text(name)
                + " looks like a document's where the last extension is not shown; it is a " + FileNames.runnable(name).orElse("") + ".");
    }

    /** A name that shows as another than it is. */
    static Optional<Finding> hostileName(Change change) {
        String name = change.location().name();
        List<String> tricks = isNewName(change) && nameWithNul(change).isEmpty() ? tricks(name) : List.of();
        boolean grave = name.codePoints().anyMatch(NameRules::turnsDirection) && FileNames.runnable(name).isPresent();
        return Findings.when(!tricks.isEmpty(), "hostile-name", grave ? Severity.HIGH : Severity.MEDIUM, () ->
                "Its name does not show as it is: it has " + String.join(", ", tricks) + ". Spelled out it is \"" + Visible.text(name)
                        + "\".");
    }

    /** Windows programs end a name at NUL, so they neither see nor open a key or value with one in its name; the kernel does. */
    static Optional<Finding> nameWithNul(Change change) {
        boolean found = change.kind() != ChangeKind.REMOVED && !change.location().space().isFile()
                && change.location().name().indexOf('\0') >= 0;
        return Findings.when(found, "name-with-nul", Severity.HIGH, () ->
                "Its name has a NUL, which hides it from the Registry Editor and most other programs. Spelled out it is \""
                        + Visible.text(change.location().name()) + "\".");
    }

    private static boolean isNewName(Change change) {
        return change.kind() == ChangeKind.ADDED || change.kind() == ChangeKind.MOVED
                && !change.before().orElseThrow().location().name().equals(change.location().name());
    }

    private static List<String> tricks(String name) {
        List<String> tricks = new ArrayList<>();
        note(tricks, name, NameRules::turnsDirection, "a character that turns the direction of reading");
        note(tricks, name, Character::isISOControl, "a control character");
        note(tricks, name, FileName::isEscape, "a byte that is not UTF-8");
        note(tricks, name, NameRules::isInvisible, "an invisible character");
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
