/**
 * Builds the small file trees and registry exports of a made-up incident, on which everything can be tried.
 */
package org.assay.demo;
