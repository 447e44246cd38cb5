/**
 * Keys, seals and time stamps: who signed what, and whether that still holds. Knows statements as bytes only; what is in them is the case
 * file's matter. Beside {@code content} the one room that sees Bouncy Castle.
 */
package org.assay.custody;
