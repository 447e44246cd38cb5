/**
 * Knows the places from which systems start programs by themselves, and finds the file that such a command line starts.
 *
 * <p>What the room gives stands here. The packages below are its own; each uses only packages that come later in this list:
 * <ol>
 * <li>{@code verdict}: entries of two snapshots compared, joined with the verdicts on their files, put into sentences
 * <li>{@code scan}: from a snapshot's items to matches of the catalogue
 * <li>{@code systemd}: units, their drop-ins and the links that enable them
 * <li>{@code command}: from a command line to the file that it starts
 * <li>{@code format}: one class a file format
 * <li>{@code windows}: what a Windows snapshot says of itself, its services, classes and tasks
 * <li>{@code tree}: what the trees of a snapshot tell: systems, owners, links, kept content
 * <li>{@code match}: what was found at a location, before anybody looked for the file that it starts
 * <li>{@code catalogue}: the locations as data, arranged to be found by path
 * <li>{@code text}: words, limits, encodings
 * </ol>
 */
package org.assay.startup;
