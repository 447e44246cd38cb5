package org.assay.app.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.assay.fleet.Judgement;
import org.assay.fleet.LookAlikeSearch;
import org.assay.fleet.OutlierSearch;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.fleet.HostSet;
import org.assay.model.fleet.HostState;
import org.assay.model.fleet.LookAlikes;
import org.assay.model.fleet.Outliers;
import org.assay.model.text.Visible;

/** What is asked of a fleet. */
public final class FleetAnswers {

    private FleetAnswers() {
    }

    /** Which hosts are infected, with what, and in which order. */
    public static FleetHosts hosts(Fleet fleet) {
        return Judgement.of(fleet);
    }

    /** Which changes look as if one hand made them. */
    public static List<LookAlikes> lookAlikes(Fleet fleet) {
        return LookAlikeSearch.of(fleet);
    }

    /**
     * What sets the clean hosts apart from the infected ones or, where a host or group is named, that from all others.
     *
     * @throws AssayException {@code WRONG_USAGE} where a side has no hosts
     */
    public static Outliers outliers(Fleet fleet, Optional<String> named) {
        HostSet compared = fleet.compared();
        HostSet one = named.map(name -> named(fleet, name)).orElseGet(() -> hosts(fleet).in(HostState.CLEAN));
        HostSet other = named.isPresent() ? compared.without(one) : hosts(fleet).in(HostState.INFECTED);
        if (one.and(compared).isEmpty() || other.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, named.isPresent() ? "There are no two sides to compare: "
                    + Visible.text(named.get()) + " and other hosts must have comparisons. Look at the hosts of the fleet for what"
                    + " each has."
                    : "There are no two sides to compare: no host is known to be clean, or none to be infected. Look at the hosts of"
                            + " the fleet for what each is, or name a host or group to compare it with the others.");
        }
        return OutlierSearch.of(fleet, one, other);
    }

    private static HostSet named(Fleet fleet, String name) {
        HostSet hosts = HostSet.of(IntStream.range(0, fleet.hosts().size()).filter(at -> fleet.hosts().get(at).name().equals(name)
                || fleet.hosts().get(at).group().equals(name)));
        if (name.isEmpty() || hosts.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "No host or group is called " + Visible.text(name)
                    + ". Take a name from the hosts of the fleet; groups come from a list of groups.");
        }
        return hosts;
    }
}
