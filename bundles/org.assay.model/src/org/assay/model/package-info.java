/**
 * The words of an investigation as records and sealed types: every other room speaks in them, and nothing here reads or writes.
 *
 * <p>Top first; each may use those that come later:
 * <ol>
 * <li>{@code fleet}: the hosts of a case seen together; exported
 * <li>{@code incident}: the record of an outbreak; exported
 * <li>{@code startup}: what starts on its own, and whether it is new; exported
 * <li>{@code change}: two snapshots compared: changes, findings, explanations, tags; exported
 * <li>{@code custody}: what was done to a case, and by whom; exported
 * <li>{@code casefile}: what can be said of the file that holds it all; exported
 * <li>{@code snapshot}: what was asked for, read, and could not be read; exported
 * <li>{@code field}: the one table of an item's fields; exported
 * <li>{@code item}: files, keys and values, and what is known of each; exported
 * <li>{@code .}: locations, severities, errors
 * <li>{@code text}: names as their systems compare them, and as people may see them; exported
 * </ol>
 */
package org.assay.model;
