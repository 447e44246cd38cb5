/** What was found at a location, before anybody looked for the file that it starts. */
package org.assay.startup.match;
