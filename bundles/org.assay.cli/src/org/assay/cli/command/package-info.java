/** What commands are made of. */
package org.assay.cli.command;
