package org.assay.startup.format;

import java.util.Optional;

import org.assay.startup.text.CommandWords;

/**
 * Which part of a setting's value is the command, as the field {@code select} of a location of settings says: a number of words that
 * stand before it, a comma behind which it stands, a slash that begins words to leave out, or another mark that it must begin with.
 */
public final class ValueSelect {

    private static final int MAX_SKIPPED = 9;

    private ValueSelect() {
    }

    private static String withoutSwitches(String value) {
        String rest = value.strip();
        while (rest.startsWith("/")) {
            rest = CommandWords.first(rest).rest();
        }
        return rest;
    }

    /** The command in a value, apostrophes around it left out; empty when there is none. All of it where {@code select} is empty. */
    public static Optional<String> of(String select, String quoted) {
        boolean apostrophes = quoted.length() > 1 && quoted.indexOf('\'') == 0 && quoted.indexOf('\'', 1) == quoted.length() - 1;
        String value = apostrophes ? quoted.substring(1, quoted.length() - 1) : quoted;
        if (select.isEmpty()) {
            return Optional.of(value);
        }
        char kind = select.charAt(0);
        if (kind >= '1' && kind - '0' <= MAX_SKIPPED) {
            String rest = value;
            for (int count = 0; count < kind - '0'; count++) {
                rest = CommandWords.first(rest).rest();
            }
            return Optional.of(rest).filter(text -> !text.isBlank());
        }
        return switch (kind) {
            case '/' -> Optional.of(withoutSwitches(value)).filter(text -> !text.isBlank());
            case ',' -> Optional.of(value.indexOf(',')).filter(at -> at >= 0).map(at -> value.substring(at + 1).strip());
            default -> Optional.of(value).filter(text -> text.startsWith(select));
        };
    }
}
