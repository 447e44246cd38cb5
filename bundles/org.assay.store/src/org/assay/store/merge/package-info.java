/** What another case holds, taken into this one. */
package org.assay.store.merge;
