/** What a capture that is resumed takes over from what is stored. */
package org.assay.app.resume;
