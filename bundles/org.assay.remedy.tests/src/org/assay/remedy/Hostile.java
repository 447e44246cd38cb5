package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.moved;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.untagged;
import static org.assay.remedy.Changes.valueBelow;
import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.string;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Decision;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.Finding;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Space;
import org.assay.testkit.HostileNames;

/** An export in which every text that anyone but Assay chose is hostile. */
final class Hostile {

    private Hostile() {
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(HostileNames.all());
        names.addAll(List.of("", ".", "nul\0byte", "\ud83d lone", "]]>", "--><script>", "&lt;", "</style><script>", "\"onmouseover=\"x",
                "{{x}}", "\u2028", "  =1+1", "x;=1+1", "x; \"=1+1", "\t=1", "\r@x", "\uff1d1", "'=1"));
        return names;
    }

    static ExportContents contents() {
        List<TaggedChange> changes = new ArrayList<>();
        List<StartupRow> startup = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (String name : names()) {
            add(name, changes);
            startup.add(row(name));
            gaps.add(new Gap(new Location(Space.FILE, List.of(name, name)), GapReason.READ_ERROR, name));
        }
        return Changes.contents(changes, startup, gaps, gaps);
    }

    private static void add(String name, List<TaggedChange> changes) {
        FileItem evil = owned(file(new Location(Space.FILE, List.of("C:", name)), name.isEmpty() || name.codePoints()
                .anyMatch(point -> point >= 0xd800 && point < 0xe000) ? "x" : name), 07777, name, name);
        FileItem other = at("2001-01-01T00:00:00Z", file(new Location(Space.FILE, List.of("C:", "other", name)), "worm"));
        Finding finding = new Finding("hostile", Severity.values()[changes.size() % 4], "Found " + name);
        ValueItem value = valueBelow("HKLM\\Software", name, name);
        int next = changes.size();
        changes.add(tagged(Decision.QUARANTINE, name, added(next + 1, evil, finding)));
        changes.add(tagged(Decision.REPAIR, name, modified(next + 2, evil, file(evil.location(), "worm"), Attribute.CONTENT,
                Attribute.OWNER)));
        changes.add(untagged(moved(next + 3, evil, other)));
        changes.add(tagged(Decision.INVESTIGATE, name, added(next + 4, link("C:/link", name), finding)
                .explainedBy(new Explanation(ExplanationKind.PACKAGE, name, name, name))));
        changes.add(tagged(Decision.REPAIR, removed(next + 5, value, finding)));
        changes.add(tagged(Decision.REPAIR, added(next + 6, string("HKLM\\Software\\Run", name, name))));
        changes.add(tagged(Decision.REPAIR, removed(next + 7,
                KeyItem.of(Changes.keyBelow("HKLM\\Classes", name), Optional.empty(), Optional.of(name), Optional.empty(), false))));
    }

    private static StartupRow row(String name) {
        StartupEntry entry = new StartupEntry("run-hklm", name, name, name, Severity.HIGH, Changes.keyBelow("HKLM\\Run", name)
                .value(name), name,
                name, TargetOutcome.MISSING, name, Optional.empty(), false, false, Optional.empty(), EntryDetails.NONE);
        return new StartupRow(entry, EntryChange.ADDED, Optional.empty(), TargetVerdict.MISSING, Severity.HIGH, name, 600);
    }
}
