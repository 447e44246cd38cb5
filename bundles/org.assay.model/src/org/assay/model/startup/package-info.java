/** What starts on its own, and whether it is new. */
package org.assay.model.startup;
