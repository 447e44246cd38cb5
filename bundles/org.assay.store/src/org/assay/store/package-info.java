/**
 * Keeps a case in one H2 database file: schema, migrations, and the ordered segments that hold a snapshot's items.
 */
package org.assay.store;
