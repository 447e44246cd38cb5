/** Keys, seals, and the custody log: who answers for a case, and whether it still is what they signed. */
package org.assay.app.custody;
