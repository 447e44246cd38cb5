package org.assay.remedy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.text.Visible;
import org.assay.remedy.plan.Action.ManualStep;

/** The manual steps for registry changes that no import does, in words. */
final class KeyActions {

    private KeyActions() {
    }

    static ManualStep holdsMore(Change change) {
        return step(change, "Removing this added key would remove everything below it, and something there is not tagged for removal.",
                "Look at the changes below the key and decide on each.",
                "Tag them all for repair and export again, or remove by hand what must be removed and keep the rest.");
    }

    static ManualStep tooHigh(Change change) {
        return step(change, "Keys like this are not removed whole: it is a root or a hive or lies right below one, or the baseline does not"
                + " hold the key above it and so does not say what was there.",
                "Look at the key on the machine and find out what made it.",
                "Remove by hand what must be removed and keep the rest. Values below it that are tagged have actions of their own.");
    }

    /** What is not a key's content differs, or would be lost. */
    static ManualStep beyondContent(Change change) {
        List<String> steps = new ArrayList<>();
        if (!className(change.before()).equals(className(change.after()))) {
            steps.add("The baseline's class name: " + className(change.before()) + ". The present one: " + className(change.after()) + ".");
        }
        if (change.attributes().contains(Attribute.SECURITY)) {
            steps.add("The permissions of the key differ: compare them with the baseline's; changes.json has both security "
                    + "descriptors.");
        }
        if (isLink(change.before()) || isLink(change.after())) {
            steps.add("In the baseline it is " + kind(change.before()) + "; now it is " + kind(change.after()) + ".");
        }
        steps.add("Restore the key from a backup of the hive, or create it with a program that can set what a .reg file cannot.");
        return step(change, "A .reg file cannot carry class names, permissions or symbolic links.", steps.toArray(String[]::new));
    }

    static ManualStep moved(Change change) {
        return step(change, "No script moves registry keys or values.",
                "Compare the key with the baseline in changes.json and restore it by hand.");
    }

    static ManualStep notQuarantined(Change change) {
        return step(change, "Quarantine removes what was added; the baseline has this too.",
                "To restore the baseline's state, tag it for repair and export again.",
                "Otherwise change it by hand; changes.json keeps what it was and what it is.");
    }

    private static ManualStep step(Change change, String why, String... steps) {
        return new ManualStep(change.number(), change.location(), why, List.of(steps));
    }

    private static boolean isLink(Optional<Item> item) {
        return item.map(KeyItem.class::cast).filter(KeyItem::link).isPresent();
    }

    private static String kind(Optional<Item> item) {
        return item.isEmpty() ? "absent" : isLink(item) ? "a symbolic link" : "an ordinary key";
    }

    private static String className(Optional<Item> item) {
        return item.map(KeyItem.class::cast).flatMap(KeyItem::className).map(name -> '"' + Visible.text(name) + '"').orElse("none");
    }
}
