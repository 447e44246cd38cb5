/** What is done on a machine's disks, and not in a case. */
package org.assay.app.remedy;
