/**
 * The use cases with their typed outcomes, and the one place where the other rooms are put together.
 *
 * <ol>
 * <li>{@code incident}: the record of an outbreak; exported
 * <li>{@code fleet}: all hosts of a case seen together; exported
 * <li>{@code custody}: keys, seals, and the custody log; exported
 * <li>{@code edit}: what is taken out of a case or called otherwise; exported
 * <li>{@code remedy}: what is done on a machine's disks, and not in a case; exported
 * <li>{@code .}: all other use cases, and the open case
 * <li>{@code page}: pages for people, the same in the command line and the workbench; exported
 * <li>{@code content}: the content of files, as text or bytes to be read by a person, with what is hidden in it
 * <li>{@code capture}: where a capture runs, and its snapshot, which is begun when the first thing was read
 * <li>{@code resume}: what a capture that is resumed takes over
 * <li>{@code written}: snapshots in the forms of other tools; exported
 * <li>{@code policy}: what is expected to change while nothing happens; exported
 * <li>{@code verify}: whether what was decided has been done; exported
 * </ol>
 */
package org.assay.app;
