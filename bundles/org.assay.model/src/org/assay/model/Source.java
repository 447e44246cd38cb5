package org.assay.model;

/**
 * One piece of evidence as it was asked for.
 *
 * @param kind what it is
 * @param name the tree's name or the registry location it stands for; empty where none was given
 * @param origin the path it was read from, for people
 */
public record Source(SourceKind kind, String name, String origin) {
}
