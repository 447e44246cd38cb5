/** Two snapshots compared: where they can be, what differs, what that means, what explains it, and what an analyst decided. */
package org.assay.model.change;
