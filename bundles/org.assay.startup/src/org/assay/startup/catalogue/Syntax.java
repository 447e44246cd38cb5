package org.assay.startup.catalogue;

/** How the text of a file at a location is written; {@code docs/startup-catalogue.md} describes each. */
public enum Syntax {
    /** {@code [section]} and {@code name=value}. */
    INI,
    /** Lines of {@code word argument}, the words anywhere. */
    DIRECTIVES,
    /** A user's crontab: schedule, command. */
    CRONTAB,
    /** The system's crontab: schedule, user, command. */
    SYSTEM_CRONTAB,
    /** anacron's table: period, delay, name, command. */
    ANACRONTAB,
    /** A desktop entry (freedesktop.org, Desktop Entry Specification). */
    DESKTOP,
    /** A unit of systemd, with its drop-ins and the links that enable it. */
    SYSTEMD,
    /** A job of launchd as a property list. */
    LAUNCHD,
    /** Which jobs of launchd are switched off, whatever they say themselves. */
    LAUNCHD_OVERRIDES
}
