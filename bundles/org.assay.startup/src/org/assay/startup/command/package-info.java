/** From a command line to the file that it starts. */
package org.assay.startup.command;
