/** What a Windows snapshot says of itself, its services, classes and tasks. */
package org.assay.startup.windows;
