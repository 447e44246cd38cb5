package org.assay.compare.mass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.assay.compare.context.FileNames;
import org.assay.compare.key.Key;
import org.assay.compare.key.KeyCounts;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/**
 * Finds programs that came or changed by the dozen in one folder and of which nothing else is to be said, as an installation brings them.
 * One of them speaks for all, so that they take one row. What starts on its own is never folded away so, nor what has any other finding.
 */
public final class AlikePrograms {

    public static final FindingType TYPE = new FindingType("programs-alike", "Programs that came together",
            "new and modified programs, libraries and scripts of which nothing else is found", List.of(Severity.MEDIUM),
            List.of("T1105"));

    /** What is found of every program, and of those that one start script stands for under many names. */
    private static final Set<String> ORDINARY = Set.of("new-program", "modified-program", "unsigned-program", "copied-widely");
    /** A name that nobody chose, such as that of a container's layer, hexadecimal digits and nothing else; or one with a version in it. */
    private static final Pattern MADE = Pattern.compile("[0-9a-f]{16,}|.*[0-9]\\.[0-9].*", Pattern.CASE_INSENSITIVE);
    /** Where everything is dropped, by whomever, and nothing is installed; lower case. */
    private static final Set<String> DROPPED = Set.of("temp", "tmp", "public", "downloads", "desktop", "programdata", "perflogs", "startup",
            "tasks", "shm");
    /** More than the tools that somebody brings along for a purpose. */
    private static final int LEAST = 20;

    /** The same of them: the folder but for names of digests, versions or the file itself, what became of them, and their extension. */
    private record Alike(Location folder, ChangeKind kind, String extension, List<String> codes) {

        /** Empty of a change that is not like others. */
        static Optional<Alike> of(Change change) {
            return isOrdinary(change) && !DROPPED.contains(Arrivals.folder(change).getLast().toLowerCase(Locale.ROOT))
                    ? Optional.of(new Alike(folder(change), change.kind(), FileNames.extension(change.location().name()),
                            change.findings().stream().map(Finding::code).toList())) : Optional.empty();
        }

        private static Location folder(Change change) {
            return new Location(change.location().space(), Arrivals.folder(change).stream()
                    .map(name -> MADE.matcher(name).matches() || change.location().name().startsWith(name + ".") ? "*" : name).toList());
        }

        long key() {
            List<String> names = new ArrayList<>(folder.components());
            names.addAll(codes);
            names.add(extension);
            names.add(kind.name());
            return Key.of(names);
        }

        String sentence(int count) {
            return MassGroup.count(count, "program") + (extension.isEmpty() ? " without an extension" : " (." + extension + ")")
                    + (kind == ChangeKind.ADDED ? " came" : " changed") + " in " + folder.text()
                    + ", and nothing else is found of any. This one speaks for all.";
        }
    }

    /** A group, and the number of the first of it. */
    private record Group(int count, int speaker) {
    }

    private AlikePrograms() {
    }

    /** The same changes, numbered from 1, with what speaks for many. */
    public static List<Change> roll(List<Change> changes, Supplier<ChangeBuffer> buffers) {
        KeyCounts counts = new KeyCounts();
        changes.forEach(change -> Alike.of(change).ifPresent(alike -> counts.add(alike.key())));
        Map<Alike, Group> groups = new HashMap<>();
        if (!counts.isEmpty()) {
            changes.forEach(change -> Alike.of(change).filter(alike -> counts.has(alike.key(), LEAST))
                    .ifPresent(alike -> groups.merge(alike, new Group(1, change.number()),
                            (known, _) -> new Group(known.count() + 1, known.speaker()))));
        }
        if (groups.isEmpty()) {
            return changes;
        }
        ChangeBuffer rolled = buffers.get();
        changes.forEach(change -> rolled.add(Alike.of(change).map(alike -> rolled(change, alike, Optional.ofNullable(groups.get(alike))))
                .orElse(change)));
        return rolled.end();
    }

    private static Change rolled(Change change, Alike alike, Optional<Group> found) {
        Optional<Group> group = found.filter(one -> one.count() >= LEAST);
        if (group.isEmpty()) {
            return change;
        }
        return spoken(change, group.get().speaker(), group.get().count(), alike.sentence(group.get().count()));
    }

    /** A program, library or script that came or changed, of which nothing more is found and which nothing explains. */
    static boolean isOrdinary(Change change) {
        return !change.isExplained() && change.severity() == Severity.MEDIUM && change.item() instanceof FileItem file
                && file.kind() == FileKind.FILE && change.kind() != ChangeKind.REMOVED && change.location().components().size() > 1
                && change.findings().stream().map(Finding::code).allMatch(ORDINARY::contains);
    }

    /** One of {@code count} changes: with {@code sentence} the one that speaks for them, or explained by that. */
    static Change spoken(Change change, int speaker, int count, String sentence) {
        return change.number() == speaker ? change.with(List.of(TYPE.found(Severity.MEDIUM, sentence)))
                : change.explainedBy(new Explanation(ExplanationKind.PART_OF, "programs alike, change #" + speaker, "the comparison itself",
                        "it is one of " + MassGroup.count(count, "change") + " for which change #" + speaker + " speaks"));
    }
}
