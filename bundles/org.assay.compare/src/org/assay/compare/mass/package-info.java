/** Changes that are too many to be read one by one and mean one thing. */
package org.assay.compare.mass;
