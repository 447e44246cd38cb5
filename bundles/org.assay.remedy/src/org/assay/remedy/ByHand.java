package org.assay.remedy;

import java.util.List;

import org.assay.model.Location;
import org.assay.model.item.ValueType;
import org.assay.model.remediation.Action;
import org.assay.model.remediation.Action.ManualStep;
import org.assay.model.remediation.Action.QuarantineFile;

/** What a person does in place of a script or an import, in words. */
final class ByHand {

    private ByHand() {
    }

    /** The manual step for an action that, for the reason {@code why}, nothing carries out. */
    static ManualStep instead(Action action, String why) {
        String exact = "changes.json gives the exact name and data at change " + action.change() + ".";
        List<String> steps = switch (action) {
            case Action.RestoreValue restore -> List.of("Restore the value's baseline type and data: "
                    + ValueType.name(restore.baseline().type()) + ", " + restore.baseline().data().length() + " bytes.", exact);
            case Action.RestoreKey _ -> List.of("Create the key again.", exact);
            case Action.RemoveValue _ -> List.of("Remove this value only, not one with a similar name.", exact);
            case Action.RemoveKey _ -> List.of("Look at what the key holds now, and at where it leads if it is a link.",
                    "Remove this key only, not one with a similar name.", exact);
            case QuarantineFile file -> List.of("Check that the file's SHA-256 is still " + file.sha256().hex() + ".",
                    "Move it into the quarantine folder.", exact);
            case ManualStep step -> step.steps();
        };
        return new ManualStep(action.change(), location(action), why, steps);
    }

    /** The manual step for a file that the shell script moves and the batch script does not. */
    static ManualStep insteadOfBatch(QuarantineFile file, String why) {
        ManualStep step = instead(file, why);
        return new ManualStep(step.change(), step.location(),
                why + " quarantine.sh does move it: this step is only for a machine that is cleaned with quarantine.cmd.", step.steps());
    }

    /** What the action is about. */
    static Location location(Action action) {
        return switch (action) {
            case Action.RestoreValue restore -> restore.baseline().location();
            case Action.RestoreKey restore -> restore.key();
            case Action.RemoveValue remove -> remove.value();
            case Action.RemoveKey remove -> remove.key();
            case QuarantineFile file -> file.file();
            case ManualStep step -> step.location();
        };
    }
}
