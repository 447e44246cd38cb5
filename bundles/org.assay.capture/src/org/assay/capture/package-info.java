/**
 * Walks and hashes a host's file systems, has its registry read, and hands on items and gaps as a stream.
 */
package org.assay.capture;
