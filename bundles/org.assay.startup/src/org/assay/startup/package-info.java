/**
 * Knows the places from which systems start programs by themselves, and finds the file that such a command line starts.
 */
package org.assay.startup;
