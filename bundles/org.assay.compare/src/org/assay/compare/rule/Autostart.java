package org.assay.compare.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.change.MappedRows;
import org.assay.model.item.Item;
import org.assay.model.startup.StartupRow;

/** What is started without anybody's doing is how malware stays; asked last, for startup entries are judged by the changes themselves. */
public final class Autostart implements FindingRule {

    private static final FindingType TYPE = new FindingType(Finding.AUTOSTART, "Startup entry or the file it starts",
            "startup entries and the files they start", List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW),
            List.of("T1547", "T1543", "T1053", "T1546"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    /**
     * The same changes, with the finding on each that is an entry or the file that an entry starts, if the row matters at all. Where
     * several rows meet in one change, the most severe speaks.
     */
    public List<Change> mark(List<Change> changes, List<StartupRow> rows) {
        Map<Location, StartupRow> mostSevere = new TreeMap<>(Location.ORDER);
        rows.stream().filter(row -> row.severity() != Severity.INFO)
                .forEach(row -> row.places().forEach(place -> mostSevere.merge(place, row, Autostart::moreSevere)));
        return new MappedRows<>(changes, change -> Stream.of(change.after(), change.before()).flatMap(Optional::stream).map(Item::location)
                .map(mostSevere::get).filter(row -> row != null).reduce(Autostart::moreSevere)
                .map(row -> change.alone().with(List.of(TYPE.found(row.severity(), row.sentence())))).orElse(change));
    }

    /** Of rows that meet in a change; their scores are also about what else they meet in. */
    private static StartupRow moreSevere(StartupRow one, StartupRow two) {
        int order = two.severity().compareTo(one.severity());
        return (order == 0 ? StartupRow.MOST_SEVERE_FIRST.compare(one, two) : order) <= 0 ? one : two;
    }
}
