/** Where results go, and how lists are written there. */
package org.assay.cli.output;
