package org.assay.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Which Assay wrote something, for who reads a case later. */
public final class ToolVersion {

    private static final String BUNDLE = "org.assay.store";

    /** Found once: every entry of the custody log names it, and finding it reads the manifests of the class path. */
    private static final String CURRENT = find();

    private ToolVersion() {
    }

    /** The version of this bundle; {@code development} where it runs without its manifest. */
    public static String current() {
        return CURRENT;
    }

    private static String find() {
        try {
            // One after the other: to look into a library of thousands of classes takes longer than all else here.
            Enumeration<URL> manifests = ToolVersion.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
            while (manifests.hasMoreElements()) {
                Attributes attributes = attributes(manifests.nextElement());
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
