/** What a snapshot was asked for, what it holds, and what could not be read. */
package org.assay.model.snapshot;
