/** What is taken out of a case or called otherwise. */
package org.assay.app.edit;
