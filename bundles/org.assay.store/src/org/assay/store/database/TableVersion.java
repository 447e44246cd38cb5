package org.assay.store.database;

import java.util.List;
import java.util.Map;

/**
 * The tables of one version of the case.
 *
 * @param number 1 or more
 * @param columns of each table, by its name, in their order
 */
public record TableVersion(int number, Map<String, List<String>> columns) {
}
