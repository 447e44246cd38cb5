/**
 * The command line: one class per command over the use cases, started by a plain main method without OSGi.
 *
 * <p>Below this package lie:
 * <ol>
 * <li>{@code custody}: the commands that hand a case over
 * <li>{@code fleet}: the commands over all hosts of a case
 * <li>{@code incident}: the commands that keep the record of an outbreak
 * <li>{@code remedy}: the commands that work on a machine's disks
 * <li>{@code command}: what commands are made of
 * <li>{@code option}: options that several commands have, and what commands that only hold others have in common
 * <li>{@code output}: where results go, and how lists are written there
 * <li>{@code amount}: bytes and seconds as people read them
 * </ol>
 */
package org.assay.cli;
