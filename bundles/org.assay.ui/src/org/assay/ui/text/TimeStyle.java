package org.assay.ui.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** How a time is written. */
public enum TimeStyle {
    ISO("yyyy-MM-dd HH:mm:ss"), GERMAN("dd.MM.yyyy HH:mm:ss"), BRITISH("dd/MM/yyyy HH:mm:ss"), AMERICAN("MM/dd/yyyy hh:mm:ss a");

    /** The system property that names the style of this run; ISO where it does not. */
    public static final String STYLE_PROPERTY = "assay.time.style";
    /** The system property that is {@code local} where times are those of this machine's zone; otherwise they are UTC. */
    public static final String ZONE_PROPERTY = "assay.time.zone";
    /** The value of {@link #ZONE_PROPERTY} for the zone of this machine. */
    public static final String LOCAL = "local";

    private final String pattern;

    TimeStyle(String pattern) {
        this.pattern = pattern;
    }

    /** Writes times in this style to the second, and says in which zone they are. */
    public DateTimeFormatter in(ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern + (zone.equals(ZoneOffset.UTC) ? " 'UTC'" : " xxx"), Locale.ROOT).withZone(zone);
    }

    /** The formatter of this run. */
    static DateTimeFormatter chosen() {
        String style = System.getProperty(STYLE_PROPERTY, ISO.name());
        ZoneId zone = LOCAL.equals(System.getProperty(ZONE_PROPERTY)) ? ZoneId.systemDefault() : ZoneOffset.UTC;
        return Arrays.stream(values()).filter(one -> one.name().equals(style)).findFirst().orElse(ISO).in(zone);
    }
}
