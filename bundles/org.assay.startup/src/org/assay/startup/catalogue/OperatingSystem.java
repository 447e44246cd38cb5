package org.assay.startup.catalogue;

/** The family of systems that an autostart location belongs to. */
public enum OperatingSystem {
    WINDOWS, LINUX, MACOS
}
