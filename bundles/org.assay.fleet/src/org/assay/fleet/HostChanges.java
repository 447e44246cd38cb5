package org.assay.fleet;

import org.assay.model.change.TaggedChange;
import org.assay.model.fleet.FleetHost;

/**
 * A host with its changes.
 *
 * @param changes by number, gone through once; none of a host that was not compared
 */
public record HostChanges(FleetHost host, Iterable<TaggedChange> changes) {
}
