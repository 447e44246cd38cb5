package org.assay.ui;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

import org.osgi.framework.Bundle;

/**
 * Finds the classes of Eclipse Collections where the thread's class loader does not.
 *
 * <p>NatTable draws with Eclipse Collections, whose API looks for its implementation with a {@link java.util.ServiceLoader} over the
 * thread's class loader. Neither bundle declares that to OSGi (version 11.1.0), so without this nothing is drawn and only NatTable's own
 * log, which we drop, says why.
 */
final class CollectionsLoader extends ClassLoader {

    /** The bundle that holds the implementation. */
    static final String BUNDLE = "org.eclipse.collections.impl";

    private static final String CLASSES = "org.eclipse.collections.";
    private static final String SERVICES = "META-INF/services/" + CLASSES;

    private final Bundle implementation;

    CollectionsLoader(ClassLoader parent, Bundle implementation) {
        super(parent);
        this.implementation = implementation;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(CLASSES)) {
            return implementation.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        Enumeration<URL> found = name.startsWith(SERVICES) ? implementation.getResources(name) : null;
        return found == null ? Collections.emptyEnumeration() : found;
    }
}
