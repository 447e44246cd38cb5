/**
 * What the tests of several rooms share: builders, assertions, and the way to the corpora.
 */
package org.assay.testkit;
