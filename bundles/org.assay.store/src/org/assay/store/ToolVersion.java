package org.assay.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Which Assay wrote something, for who reads a case later. */
final class ToolVersion {

    private static final String BUNDLE = "org.assay.store";

    private ToolVersion() {
    }

    /** The version of this bundle; {@code development} where it runs without its manifest. */
    static String current() {
        try {
            for (URL url : Collections.list(ToolVersion.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
                Attributes attributes = attributes(url);
                if (BUNDLE.equals(attributes.getValue("Bundle-SymbolicName"))) {
                    return attributes.getValue("Bundle-Version");
                }
            }
            return "development";
        } catch (IOException e) {
            throw new UncheckedIOException("a manifest on the class path cannot be read", e);
        }
    }

    private static Attributes attributes(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
