/**
 * Reads Windows registry data from exports and from native hives with their logs, and writes exports; usable without the rest of Assay.
 * {@link org.assay.registry.RegistryFormat} tells what a file is and reads it.
 */
package org.assay.registry;
