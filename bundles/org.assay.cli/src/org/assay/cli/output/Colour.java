package org.assay.cli.output;

import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;

/** The few colours of the command line (ECMA-48, select graphic rendition). */
public enum Colour {
    NONE(""), BOLD("1"), RED("31"), GREEN("32"), YELLOW("33"), BLUE("34"), GREY("90");

    public static final String RESET = "\u001b[0m";

    private final String rendition;

    Colour(String rendition) {
        this.rendition = rendition;
    }

    public String code() {
        return "\u001b[" + rendition + "m";
    }

    public static Colour of(Severity severity) {
        return switch (severity) {
            case HIGH -> RED;
            case MEDIUM -> YELLOW;
            case LOW -> BLUE;
            case INFO -> NONE;
        };
    }

    public static Colour of(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> GREEN;
            case REMOVED -> RED;
            case MODIFIED -> YELLOW;
            case MOVED -> BLUE;
        };
    }
}
