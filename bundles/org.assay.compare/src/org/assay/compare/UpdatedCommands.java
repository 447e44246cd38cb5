package org.assay.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.compare.explain.VersionedPath;
import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;

/**
 * Registry values whose command names the folder of a later version than before and differs in nothing else: explained where the program
 * there is.
 */
final class UpdatedCommands {

    private static final Pattern PROGRAM = Pattern.compile("\"?([A-Za-z]:\\\\[^\"]{1,1000}?\\.(?:exe|dll|sys|com))(?![^\\s\",]).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private UpdatedCommands() {
    }

    /** {@code changes}, of which those of files are explained as far as they can be, with these values explained, too. */
    static List<Change> explain(List<Change> changes, Supplier<ChangeBuffer> buffers) {
        Map<Location, Optional<String>> programs = new HashMap<>();
        changes.forEach(change -> program(change).ifPresent(place -> programs.put(place, Optional.empty())));
        if (programs.isEmpty()) {
            return changes;
        }
        changes.forEach(change -> {
            if (change.isExplained() && change.after().isPresent() && change.item() instanceof FileItem file
                    && file.kind() == FileKind.FILE) {
                programs.computeIfPresent(folded(file.location()), (_, _) -> change.explanation().map(Explanation::subject));
            }
        });
        ChangeBuffer explained = buffers.get();
        changes.forEach(change -> explained.add(program(change).flatMap(programs::get).map(subject -> change.explainedBy(
                new Explanation(ExplanationKind.DERIVED, subject, "what explains the program that it names",
                        "Only the version in the path differs, and the program there is explained."))).orElse(change)));
        return explained.end();
    }

    /** The program that such a value names now. */
    private static Optional<Location> program(Change change) {
        if (change.kind() != ChangeKind.MODIFIED || change.isExplained() || !(change.item() instanceof ValueItem)) {
            return Optional.empty();
        }
        Optional<String> was = change.before().flatMap(UpdatedCommands::command);
        return command(change.item()).filter(is -> was.filter(old -> VersionedPath.isLater(old, is)).isPresent())
                .map(PROGRAM::matcher).filter(Matcher::matches).map(found -> place(found.group(1)));
    }

    private static Optional<String> command(Item item) {
        List<String> strings = ValueType.strings(((ValueItem) item).data());
        return strings.size() == 1 ? Optional.of(strings.getFirst()) : Optional.empty();
    }

    private static Location place(String path) {
        String[] names = path.substring(path.indexOf('\\') + 1).split("\\\\");
        return folded(Location.file(path.substring(0, 2), names));
    }

    private static Location folded(Location location) {
        return new Location(location.space(), location.components().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }
}
