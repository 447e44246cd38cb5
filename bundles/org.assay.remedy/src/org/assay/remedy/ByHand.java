package org.assay.remedy;

import java.util.List;

import org.assay.model.item.FileItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Action.ManualStep;

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
            case Action.StopProcesses stop -> List.of("End the processes that run it" + checked(stop.program()) + ".", exact);
            case Action.StopManaged stop -> List.of(ReportText.action(stop) + ".", exact);
            case Action.Quarantine move -> List.of("Check that it is still what was judged" + checked(move.present()) + ".",
                    "Move it into the quarantine folder.", exact);
            case Action.MoveBack back -> List.of("Check that it is still what was judged" + checked(back.present()) + ".",
                    "Move it back to " + back.baseline().location().text() + ", if nothing else is there now.", exact);
            case Action.RestoreFile restore -> List.of("Keep what is there now, if anything is, as evidence.",
                    "Put the baseline's " + ReportText.item(restore.baseline()) + " in its place.", exact);
            case Action.RestoreAttributes give -> List.of("Give it what the baseline has: " + ReportText.item(give.baseline()) + ".",
                    exact);
            case Action.Restart _ -> List.of("Restart the machine.");
            case ManualStep step -> step.steps();
        };
        return new ManualStep(action.change(), action.location(), why, steps);
    }

    private static String checked(FileItem file) {
        return file.sha256().map(Bytes::hex).map(" (SHA-256 %s)"::formatted).orElse("");
    }
}
