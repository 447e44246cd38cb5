package org.assay.startup.format;

/** Fuzz target: an XML file of which a location selects values. */
public final class XmlValuesFuzz {

    private XmlValuesFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new XmlValues(), input);
    }
}
