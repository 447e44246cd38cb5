package org.assay.cli.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import org.assay.app.fleet.FleetAnswers;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.HostSet;
import org.assay.model.fleet.Outlier;
import org.assay.model.fleet.Outliers;

/** {@code assay fleet outliers}: what sets some hosts apart. */
@Command(name = "outliers", description = "List what the clean hosts have that the infected lack, and the other way round, or, of a host or"
        + " group that is named, what sets it apart from all others; what separates best first. The marks by which hosts are told to be"
        + " infected are left out. Hosts of which nothing is known at a place do not count there.",
        footer = {"", "Example:", "  assay fleet outliers -c outbreak", "  assay fleet outliers -c outbreak PC03"})
final class FleetOutliersCommand extends CommandOnFleet {

    @Parameters(arity = "0..1", paramLabel = "HOST|GROUP", description = "The host or group; by default the clean hosts are compared with"
            + " the infected ones.")
    private Optional<String> named;

    @Override
    void answer(Fleet fleet) {
        Outliers found = FleetAnswers.outliers(fleet, named);
        String one = named.orElse("clean");
        String other = named.isPresent() ? "others" : "infected";
        if (format().isTable()) {
            assay().terminal().say(side(one, fleet, found.one()));
            assay().terminal().say(side(other, fleet, found.other()));
        }
        if (found.baselines() > 1) {
            assay().terminal().warn("the hosts were compared with " + found.baselines() + " baselines: what differed between"
                    + " these before is"
                    + " not seen; 'assay compare --all --baseline N' compares all with one");
        }
        listing(found, one, other, fleet).print(format().format(), assay().terminal());
    }

    private static String side(String name, Fleet fleet, HostSet hosts) {
        List<String> names = fleet.names(hosts);
        return name + ": " + names.size() + " hosts" + (names.size() < Outlier.FEW ? ", which are few" : "") + ": "
                + String.join(", ", names.subList(0, Math.min(10, names.size()))) + (names.size() > 10 ? " …" : "");
    }

    static Listing<Outlier> listing(Outliers found, String one, String other, Fleet fleet) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("one", fleet.names(found.one()));
        facts.put("other", fleet.names(found.other()));
        facts.put("baselines", found.baselines());
        return new Listing<>("outliers", facts, List.of(
                ListColumn.<Outlier>fixed("number", "No", row -> row.change().number()),
                ListColumn.<Outlier>fixed("trait", "Trait", row -> row.trait().label()),
                ListColumn.<Outlier>fixed("change", "Change", row -> row.change().kind().name()),
                ListColumn.<Outlier>tabled(one, row -> row.one().have() + " of " + row.one().known()),
                ListColumn.<Outlier>tabled(other, row -> row.other().have() + " of " + row.other().known()),
                ListColumn.<Outlier>exact("one_have", row -> row.one().have()),
                ListColumn.<Outlier>exact("one_told", row -> row.one().known()),
                ListColumn.<Outlier>exact("other_have", row -> row.other().have()),
                ListColumn.<Outlier>exact("other_told", row -> row.other().known()),
                ListColumn.<Outlier>fixed("separation", "Separates", row -> String.format(Locale.ROOT, "%.2f", row.separation())),
                ListColumn.<Outlier>fixed("few", "Few", Outlier::isFew),
                ListColumn.<Outlier>elastic("location", "Location", row -> row.change().location().text()),
                ListColumn.<Outlier>exact("content", row -> row.change().content().bytes().hex())), found.rows());
    }
}
