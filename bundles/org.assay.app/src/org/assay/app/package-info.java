/**
 * The use cases with their typed outcomes, and the one place where the other rooms are put together.
 */
package org.assay.app;
