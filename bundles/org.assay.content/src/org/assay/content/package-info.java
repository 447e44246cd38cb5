/**
 * What a file's content is: its type by its first bytes, its digests, the signature of a program; and files that users write in TOML.
 *
 * <ol>
 * <li>{@code sqlite}: databases of SQLite, read without it; exported
 * </ol>
 */
package org.assay.content;
