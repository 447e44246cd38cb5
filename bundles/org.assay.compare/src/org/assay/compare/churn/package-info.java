/** What grows, rotates or is cached on a system while nothing happens, as policies. */
package org.assay.compare.churn;
