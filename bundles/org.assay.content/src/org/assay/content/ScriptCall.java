package org.assay.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a server's script calls: a word in lower case, and the expression that must match from the start of that word on. A word
 * is looked for much faster than an expression, and most texts hold none.
 */
record ScriptCall(String word, Pattern around) {

    /** @param around sees what stands before the word, too */
    static ScriptCall of(String word, String around) {
        return new ScriptCall(word, Pattern.compile(around));
    }

    /** Whether {@code text}, in lower case, has it. */
    boolean isIn(String text) {
        int at = text.indexOf(word);
        if (at < 0) {
            return false;
        }
        Matcher matcher = around.matcher(text).useTransparentBounds(true);
        while (at >= 0) {
            if (matcher.region(at, text.length()).lookingAt()) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }
}
