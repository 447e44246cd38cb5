/**
 * Walks and hashes a host's file systems, has its registry read, and hands on items and gaps as a stream.
 *
 * <p>Its packages, each of which uses only those that come after it:
 * <ol>
 * <li>{@code source}: one class a kind of evidence, checked before any of it is read
 * <li>{@code autoruns}: lists that Autoruns wrote
 * <li>{@code listed}: lists of files that other tools wrote, one class a format
 * <li>{@code registry}: registry data, named or found in a tree, and the machine's own names in it
 * <li>{@code walk}: a directory tree in order, its files read by several threads
 * <li>{@code nio}: a file system as {@code java.nio.file} shows it
 * <li>{@code linux}: a file system by the system calls of Linux
 * <li>{@code file}: what a file system can be asked, whatever reads it, and why it does not answer
 * </ol>
 */
package org.assay.capture;
