package org.assay.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.CommonScope;
import org.assay.model.change.TaggedChange;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.HostComparison;

/** Joins the tables of many hosts: what is the same on several becomes one change of the fleet. */
public final class FleetReading {

    private final Progress progress;
    private final Map<ChangeKey, Gathered> gathered = new HashMap<>();

    private FleetReading(Progress progress) {
        this.progress = progress;
    }

    /**
     * Reads the changes of all hosts, one host after the other. Memory grows with the distinct changes and, a few words each, with the
     * changes of all hosts.
     *
     * @throws AssayException {@code CANCELLED} when {@code progress} says so
     */
    public static Fleet read(List<HostChanges> hosts, Progress progress) {
        return new FleetReading(progress).run(hosts);
    }

    private Fleet run(List<HostChanges> hosts) {
        progress.begin("reading " + hosts.size() + " hosts");
        progress.expect(hosts.size(), 0);
        for (int place = 0; place < hosts.size(); place++) {
            HostChanges one = hosts.get(place);
            int at = place;
            one.host().compared().ifPresent(table -> one.changes().forEach(row -> add(at, row, table)));
            progress.advance(1, 0);
        }
        List<ChangeKey> keys = new ArrayList<>(gathered.keySet());
        keys.sort(ChangeKey.ORDER);
        return new Fleet(hosts.stream().map(HostChanges::host).toList(), IntStream.range(0, keys.size())
                .mapToObj(at -> gathered.get(keys.get(at)).end(at + 1, keys.get(at))).toList());
    }

    private void add(int place, TaggedChange row, HostComparison table) {
        if (progress.isCancelled()) {
            throw new AssayException(ErrorCode.CANCELLED, "Cancelled. Nothing was altered.");
        }
        Location location = row.change().location();
        CommonScope scope = table.reach().scope();
        gathered.computeIfAbsent(ChangeKey.of(row.change(), scope), _ -> new Gathered(location)).add(place, row, table.captured());
    }
}
