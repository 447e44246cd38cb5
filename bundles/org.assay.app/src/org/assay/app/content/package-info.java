/** The content of files: where it is had from, as text or bytes to be read by a person, and what is hidden in it. */
package org.assay.app.content;
