package org.assay.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHost;
import org.assay.model.fleet.HostComparison;
import org.assay.model.fleet.HostReach;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Scope;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.text.Bytes;
import org.assay.testkit.Items;

/** A fleet made host by host. */
final class Machines {

    static final Instant CAPTURED = Instant.parse("2000-05-08T09:00:00Z");

    private final Map<String, List<TaggedChange>> changes = new LinkedHashMap<>();
    private final Map<String, List<Gap>> gaps = new LinkedHashMap<>();
    private final Map<String, List<Area>> areas = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();

    /** A host that was asked for drive C: and HKLM. */
    Machines host(String name) {
        changes.put(name, new ArrayList<>());
        gaps.put(name, new ArrayList<>());
        areas.put(name, List.of(new Area(Location.ofTree("C"), true, Duration.ZERO), Area.of(Location.key("HKLM"))));
        return this;
    }

    /** The host was asked for HKLM only. */
    Machines registryOnly(String name) {
        areas.put(name, List.of(Area.of(Location.key("HKLM"))));
        return this;
    }

    Machines notCompared(String name) {
        unknown.add(name);
        return host(name);
    }

    Machines gap(String host, Location place) {
        gaps.get(host).add(new Gap(place, GapReason.ACCESS_DENIED, "denied"));
        return this;
    }

    Machines added(String host, Severity severity, Item item) {
        return add(host, severity, item, Optional.empty());
    }

    Machines tagged(String host, Decision decision, Item item) {
        return add(host, Severity.LOW, item, Optional.of(new Tag(host, item.location(), Bytes.EMPTY, decision, "", "ann", CAPTURED)));
    }

    Machines removed(String host, Item item) {
        List<TaggedChange> rows = changes.get(host);
        rows.add(new TaggedChange(Change.of(rows.size() + 1, ChangeKind.REMOVED, Optional.of(item), Optional.empty(), Set.of(), List.of()),
                Optional.empty()));
        return this;
    }

    private Machines add(String host, Severity severity, Item item, Optional<Tag> tag) {
        List<TaggedChange> rows = changes.get(host);
        List<Finding> findings = severity == Severity.INFO ? List.of() : List.of(new Finding("test", severity, "It is a test."));
        rows.add(new TaggedChange(Change.of(rows.size() + 1, ChangeKind.ADDED, Optional.empty(), Optional.of(item), Set.of(), findings),
                tag));
        return this;
    }

    Fleet read() {
        List<HostChanges> hosts = new ArrayList<>();
        changes.forEach((name, rows) -> hosts.add(unknown.contains(name)
                ? new HostChanges(FleetHost.unknown(name, "", "it is not compared"), List.of())
                : new HostChanges(FleetHost.of(name, "", new HostComparison(hosts.size() + 1, 1, CAPTURED, gaps.get(name).size(),
                        HostReach.of(scope(areas.get(name)), gaps.get(name)))), rows)));
        return FleetReading.read(hosts, Progress.NONE);
    }

    private static CommonScope scope(List<Area> asked) {
        Scope scope = new Scope(asked, ScopeFilter.ALL, false, false, false);
        return new CommonScope(scope, scope, ComparisonBasis.USUAL.options());
    }

    /** A file of the worm as it came at {@code time}. */
    static Item file(String path, String content, String time) {
        return Items.at(time, Items.file(path, content));
    }
}
