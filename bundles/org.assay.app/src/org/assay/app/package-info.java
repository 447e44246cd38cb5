/**
 * The use cases with their typed outcomes, and the one place where the other rooms are put together.
 *
 * <p>Below this package lies:
 * <ol>
 * <li>{@code page}: pages for people, the same in the command line and the workbench; exported
 * </ol>
 */
package org.assay.app;
