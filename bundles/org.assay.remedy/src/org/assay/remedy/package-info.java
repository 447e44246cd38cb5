/**
 * Turns an analyst's tags into an ordered plan and the plan into text to be run or read elsewhere; it starts no process.
 *
 * <ol>
 * <li>{@code offline}: a plan carried out on a mounted disk; exported
 * <li>{@code plan}: from the tags to ordered actions; exported
 * </ol>
 */
package org.assay.remedy;
