/** Places as the files of users name them. */
package org.assay.compare.place;
