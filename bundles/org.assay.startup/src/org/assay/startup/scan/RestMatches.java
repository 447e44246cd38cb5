package org.assay.startup.scan;

import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.startup.EntryDetails;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.ProgramPaths;

/**
 * Registry values that name a program or a library where no location of the catalogue says what they are for: a plug-in, a provider, a
 * hook that nobody has described yet.
 */
final class RestMatches {

    /** So many are listed; in a registry that has more they say nothing, and it may have been filled on purpose. */
    private static final int MAX_COUNT = 20_000;

    private final List<StartupMatch> found;
    private final List<Gap> gaps;
    private int count;
    private Optional<Location> left = Optional.empty();

    RestMatches(List<StartupMatch> found, List<Gap> gaps) {
        this.found = found;
        this.gaps = gaps;
    }

    /** Adds each program that {@code value} names, and says whether it names any. */
    boolean value(AutostartLocation autostart, ValueItem value) {
        List<String> paths = switch (value.type()) {
            case ValueType.SZ, ValueType.EXPAND_SZ -> ProgramPaths.in(Limits.cut(ValueType.string(value.data())));
            case ValueType.MULTI_SZ -> ProgramPaths.in(Limits.cut(String.join("\0", ValueType.strings(value.data()))));
            default -> List.of();
        };
        if (paths.isEmpty()) {
            return false;
        }
        if (count >= MAX_COUNT) {
            left = left.or(() -> Optional.of(value.location()));
            return false;
        }
        String name = value.location().name();
        for (String path : paths) {
            count++;
            found.add(new StartupMatch(autostart, value.location(), name.isEmpty() ? "(Default)" : name, path,
                    RegistryMatches.forms(path, name), Start.of(path, autostart), EntryDetails.NONE));
        }
        return true;
    }

    /** Says from where on values were not looked at. */
    void end() {
        left.ifPresent(from -> gaps.add(new Gap(from, GapReason.UNSUPPORTED, "more than " + MAX_COUNT
                + " values outside the places of the catalogue name programs; those from here on are not listed as startup entries")));
    }
}
