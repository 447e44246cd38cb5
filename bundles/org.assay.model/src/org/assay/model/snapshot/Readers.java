package org.assay.model.snapshot;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What read each source of a snapshot, a short word each: {@code linux-native} a folder by system calls, with everything that these tell,
 * {@code nio} a folder by what Java offers on every system, which is less, {@code regf} a hive, {@code autoruns} a list of Autoruns.
 *
 * @param asked one for each piece of evidence, in the order in which these were asked for. Before a source had a reader of its own, each
 *        was named once
 * @param found one for each source that was found within the evidence, in the order in which they were found
 */
public record Readers(List<String> asked, List<String> found) {

    /** Nothing was read, or by what is not known. */
    public static final Readers NONE = new Readers(List.of(), List.of());

    private static final Pattern WORD = Pattern.compile("[^,;]+");

    public Readers {
        if (!Stream.concat(asked.stream(), found.stream()).allMatch(word -> WORD.matcher(word).matches())) {
            throw new IllegalArgumentException("no words for readers: " + asked + ", " + found);
        }
        asked = List.copyOf(asked);
        found = List.copyOf(found);
    }

    /** The readers that {@link #stored} gives. */
    public static Readers of(String stored) {
        int end = stored.indexOf(';');
        return end < 0 ? new Readers(words(stored), List.of()) : new Readers(words(stored.substring(0, end)), words(stored.substring(end)));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).toList();
    }

    /** As a case keeps them: with commas between, behind a semicolon those of what was found. */
    public String stored() {
        return String.join(",", asked) + (found.isEmpty() ? "" : ";" + String.join(",", found));
    }

    /** Each once. */
    public List<String> words() {
        return Stream.concat(asked.stream(), found.stream()).distinct().toList();
    }


    /**
     * What read the source with the index {@code at} among those that were asked for, or among those that were found; empty where that is
     * not known.
     *
     * @param count how many of them the snapshot has; those that were found last are the ones that this knows
     */
    String of(boolean wasAsked, int at, int count) {
        if (!wasAsked) {
            int known = at - (count - found.size());
            return known >= 0 && known < found.size() ? found.get(known) : "";
        }
        return asked.size() == count ? asked.get(at) : asked.size() == 1 ? asked.getFirst() : "";
    }
}
