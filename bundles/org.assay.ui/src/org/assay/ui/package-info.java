/**
 * The workbench: views, handlers and presenters over the use cases.
 */
package org.assay.ui;
