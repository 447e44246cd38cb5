package org.assay.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.assay.model.Location;

/**
 * Where else a content lies.
 *
 * @param what whose content it is and where was looked, behind which the places stand
 * @param places all, or the first of them
 * @param count how many there are
 */
public record SameContent(String what, List<Location> places, long count) {

    public SameContent {
        places = List.copyOf(places);
    }

    /** As lines: each place, for none of them is known to be the one. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(what + (count == 0 ? ": no other file" : count == 1 ? ": one other file" : String.format(Locale.ROOT, ": %,d other files",
                count)));
        places.forEach(place -> lines.add("  " + place.text()));
        if (count > places.size()) {
            lines.add(String.format(Locale.ROOT, "  and %,d more", count - places.size()));
        }
        return lines;
    }
}
