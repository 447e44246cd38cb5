/**
 * Merges two ordered item streams into changes, moves and findings, without any input or output of its own.
 *
 * <p>This package, what the room gives, stands on top. Below it, each may use those that come later:
 * <ol>
 * <li>{@code lead}: changes that belong together
 * <li>{@code rule}: one class a finding, and the list of them
 * <li>{@code mass}: changes that are too many to be read one by one
 * <li>{@code own}: findings by rules that users wrote
 * <li>{@code security}: what settings and small files of security mean
 * <li>{@code churn}: what grows, rotates or is cached, as policies
 * <li>{@code context}: what rules know beside the change itself: names, gaps, what took another's place
 * <li>{@code explain}: by what changes are explained: packages
 * <li>{@code place}: places as the files of users name them
 * <li>{@code rpm}: the databases of rpm
 * <li>{@code key}: what is found again among millions, in some bytes each
 * </ol>
 */
package org.assay.compare;
