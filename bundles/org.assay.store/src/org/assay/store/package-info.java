/**
 * The case file: one H2 database. Tables hold what is few, ordered compressed blocks what is many; see {@code docs/case-format.md}. Alone
 * sees {@code java.sql}. Each package uses only those below it:
 *
 * <ol>
 * <li>{@code merge}: what another case holds, taken into this one
 * <li>{@code recovery}: what can be saved of a damaged case
 * <li>{@code snapshot}: items and changes read back and put in order, and checked
 * <li>{@code table}: one class a table
 * <li>{@code digest}: the digest of the whole case
 * <li>{@code database}: the open database, its versions, and who is let in
 * <li>{@code schema}: what stands in a file, read before H2 sees it, and what may stand there
 * <li>{@code channel}: the file itself, under H2
 * <li>{@code block}: items and changes as bytes
 * <li>{@code bytes}: numbers, texts and locations as bytes
 * </ol>
 */
package org.assay.store;
