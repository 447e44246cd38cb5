/**
 * The workbench over the use cases: the application, the parts it is put together from, and the packages below, each of which uses only
 * those that come later.
 * <ol>
 * <li>{@code handler}: what a menu item does
 * <li>{@code dialog}: what is asked before a use case runs, and the model that checks the answers
 * <li>{@code view}: what the window shows
 * <li>{@code presenter}: what views say, without widgets
 * <li>{@code work}: the open case, and what runs on it in the background
 * <li>{@code grid}: tables of any number of rows
 * <li>{@code text}: how the model reads to people, and the names that code and {@code plugin.xml} share
 * </ol>
 */
package org.assay.ui;
