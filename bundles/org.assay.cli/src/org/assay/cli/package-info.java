/**
 * The command line: one class per command over the use cases, started by a plain main method without OSGi.
 *
 * <p>Below this package lies:
 * <ol>
 * <li>{@code amount}: bytes and seconds as people read them
 * </ol>
 */
package org.assay.cli;
