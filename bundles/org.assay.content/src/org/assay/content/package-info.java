/** What a file's content is: its type by its first bytes, its digests, and the signature of a program. */
package org.assay.content;
