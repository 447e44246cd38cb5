/** The one table of an item's fields: how each is compared, hashed, stored, shown. */
package org.assay.model.field;
