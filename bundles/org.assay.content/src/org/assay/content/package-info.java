/**
 * What a file's content is: its type by its first bytes, its digests, and the signature of a program.
 *
 * <ol>
 * <li>{@code sqlite}: databases of SQLite, read without it; exported
 * </ol>
 */
package org.assay.content;
