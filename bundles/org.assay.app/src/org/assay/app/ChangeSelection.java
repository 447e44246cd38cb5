package org.assay.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Glob;

/** Which changes of a comparison are meant. */
public sealed interface ChangeSelection {

    Argument<List<Long>> CHANGES = Argument.several("change", "Changes", "The changes' numbers.", "N",
            new ArgumentType.WholeNumber(1, Integer.MAX_VALUE), true);
    Argument<String> GLOB = Argument.optional("glob", "Locations", "All changes at locations that match: * within a name, ** anything,"
            + " ? one character.", "GLOB", new ArgumentType.Text());

    /** The selection that {@code values} describe; fails with a sentence when they describe none or two. */
    static ChangeSelection of(ArgumentValues values) {
        List<Long> numbers = values.get(CHANGES);
        if (numbers.isEmpty() == values.find(GLOB).isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Name the changes either by their numbers or by a pattern of their locations.");
        }
        return values.find(GLOB).<ChangeSelection>map(glob -> new Matching(new Glob(glob)))
                .orElseGet(() -> new Numbers(numbers.stream().map(Long::intValue).collect(Collectors.toSet())));
    }

    /** Those with these numbers. */
    record Numbers(Set<Integer> numbers) implements ChangeSelection {

        public Numbers {
            numbers = Set.copyOf(numbers);
        }
    }

    /** Those whose location matches. */
    record Matching(Glob glob) implements ChangeSelection {
    }

    /** The selected ones of {@code changes}; fails with a sentence when a number is not there or nothing matches. */
    default List<TaggedChange> of(List<TaggedChange> changes) {
        List<TaggedChange> selected = changes.stream().filter(row -> switch (this) {
            case Numbers some -> some.numbers().contains(row.change().number());
            case Matching some -> some.glob().matches(row.change().location());
        }).toList();
        if (this instanceof Numbers some && selected.size() < some.numbers().size()) {
            Set<Integer> found = selected.stream().map(row -> row.change().number()).collect(Collectors.toSet());
            throw new AssayException(ErrorCode.WRONG_USAGE, "The comparison has no change "
                    + some.numbers().stream().filter(number -> !found.contains(number)).sorted().map(String::valueOf)
                            .collect(Collectors.joining(", ")) + ". List the changes to see which there are.");
        }
        if (selected.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "No change matches. List the changes to see their locations.");
        }
        return selected;
    }
}
