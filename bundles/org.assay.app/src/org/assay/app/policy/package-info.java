/** What is expected to change while nothing happens; exported. */
package org.assay.app.policy;
