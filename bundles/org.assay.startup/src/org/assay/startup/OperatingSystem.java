package org.assay.startup;

/** The family of systems that an autostart location belongs to. */
public enum OperatingSystem {
    WINDOWS, LINUX, MACOS
}
