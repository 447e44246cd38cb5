/** Files in TOML that users write: read with the lines of what is wrong, and the places that they name. */
package org.assay.compare.toml;
