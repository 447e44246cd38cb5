/**
 * The words of an investigation as records and sealed types: every other room speaks in them, and nothing here reads or writes.
 */
package org.assay.model;
