/** Pages for people, the same in the command line and the workbench, without any look. */
package org.assay.app.page;
