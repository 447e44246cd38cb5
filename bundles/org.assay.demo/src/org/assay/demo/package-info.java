/**
 * Builds the small file trees and registry exports of a sample incident, on which everything can be tried.
 */
package org.assay.demo;
