/** Units of systemd, their drop-ins and the links that enable them. */
package org.assay.startup.systemd;
