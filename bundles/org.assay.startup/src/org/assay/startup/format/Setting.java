package org.assay.startup.format;

/**
 * One setting of a text file.
 *
 * @param section the section it stands in; empty before the first one and in files without sections
 * @param name its name, without blanks around it
 * @param value what it is set to, without blanks around it
 */
public record Setting(String section, String name, String value) {
}
