/** What settings and small files of security mean: weak settings, and who gained access by which line. */
package org.assay.compare.security;
