package org.assay.model.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/**
 * What of the evidence is looked at, by patterns as {@link Glob} has them. What a pattern matches it stands for with everything below.
 *
 * @param only what to look at; everything where it is empty
 * @param excluded what to leave out all the same
 * @param maxBytes the largest file whose content is read or compared; a larger one is there with its name, size and times. Empty: any
 */
public record ScopeFilter(List<String> only, List<String> excluded, OptionalLong maxBytes) {

    /** Everything. */
    public static final ScopeFilter ALL = new ScopeFilter(List.of(), List.of(), OptionalLong.empty());

    public ScopeFilter {
        only = List.copyOf(only);
        excluded = List.copyOf(excluded);
        for (String glob : only) {
            requireOneLine(glob);
        }
        for (String glob : excluded) {
            requireOneLine(glob);
        }
    }

    private static void requireOneLine(String glob) {
        if (glob.isBlank() || glob.codePoints().anyMatch(Character::isISOControl)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + Visible.text(glob) + "' matches no location: a pattern is one line of"
                    + " text, such as C:/Windows/Temp/**.");
        }
    }

    /** Whether places are left out, and not only content. */
    public boolean leavesPlacesOut() {
        return !only.isEmpty() || !excluded.isEmpty();
    }

    /** Whether the content of a file of this size is looked at. */
    public boolean takesContent(long bytes) {
        return maxBytes.isEmpty() || bytes <= maxBytes.getAsLong();
    }

    /** What is left out, in words; nothing where everything is looked at. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (!only.isEmpty()) {
            words.add("everything but " + joined(only));
        }
        if (!excluded.isEmpty()) {
            words.add(joined(excluded));
        }
        maxBytes.ifPresent(bytes -> words.add("the content of files of more than " + bytes + " bytes"));
        return words;
    }

    private static String joined(Collection<String> globs) {
        return String.join(", ", globs.stream().map(Visible::text).toList());
    }
}
