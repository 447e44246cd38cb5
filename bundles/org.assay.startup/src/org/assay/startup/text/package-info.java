/** CommandWords, limits, encodings. */
package org.assay.startup.text;
