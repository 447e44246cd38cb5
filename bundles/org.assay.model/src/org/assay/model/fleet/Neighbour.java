package org.assay.model.fleet;

/**
 * The host with the marks that are nearest to another's.
 *
 * @param distance the share of the marks of either that only one of them has, 0 to 1; 0 where neither has any
 */
public record Neighbour(FleetHost host, double distance) {
}
