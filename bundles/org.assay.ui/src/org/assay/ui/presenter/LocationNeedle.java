package org.assay.ui.presenter;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.Location;
import org.assay.model.snapshot.Glob;
import org.assay.model.text.Space;

/**
 * Rules out most locations that a pattern does not match by a plain search, which takes a tenth of the time that a {@link Glob} takes: the
 * longest text in the pattern that lies within one name must be in one of theirs. Whether the others match, the pattern says.
 */
final class LocationNeedle implements Predicate<Location> {

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._-]+");
    private static final int FIRST_PLAIN = 0x20;
    private static final int LAST_PLAIN = 0x7e;

    private final Glob glob;
    private final String needle;
    private final char lower;
    private final char upper;

    private LocationNeedle(Glob glob, String needle) {
        this.glob = glob;
        this.needle = needle;
        lower = Character.toLowerCase(needle.charAt(0));
        upper = Character.toUpperCase(needle.charAt(0));
    }

    /** What {@code glob} matches, which was made of {@code text}. */
    static Predicate<Location> of(Glob glob, String text) {
        return longest(text).<Predicate<Location>>map(needle -> new LocationNeedle(glob, needle)).orElse(glob::matches);
    }

    private static Optional<String> longest(String text) {
        String longest = "";
        Matcher literals = LITERAL.matcher(text);
        while (literals.find()) {
            longest = literals.group().length() > longest.length() ? literals.group() : longest;
        }
        return Optional.of(longest).filter(found -> !found.isEmpty());
    }

    @Override
    public boolean test(Location location) {
        for (String name : location.components()) {
            if (mayHold(name)) {
                return glob.matches(location);
            }
        }
        return location.space() == Space.VALUE && location.name().isEmpty() && glob.matches(location);
    }

    /** Says yes, too, of a name that is shown otherwise than it is written, or in which other letters count as those of the needle. */
    private boolean mayHold(String name) {
        int last = name.length() - needle.length();
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter < FIRST_PLAIN || letter > LAST_PLAIN
                    || at <= last && (letter == lower || letter == upper) && name.regionMatches(true, at, needle, 0, needle.length())) {
                return true;
            }
        }
        return false;
    }
}
