/**
 * Turns an analyst's tags into an ordered plan and the plan into text to be run or read elsewhere; it starts no process.
 */
package org.assay.remedy;
