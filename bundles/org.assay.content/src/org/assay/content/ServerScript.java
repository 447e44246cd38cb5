package org.assay.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.assay.model.item.ContentTrait;

/**
 * Text that holds PHP, ASP or JSP, wherever in its first bytes that begins, and what that calls. It is read like text, not understood: a
 * call in a comment counts, one that is put together at run time does not.
 */
final class ServerScript {

    /** How much is looked at; web shells are smaller by far. */
    static final int MAX_BYTES = 1 << 20;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /**
     * Whether a script of a server begins within the first {@code length} bytes: {@code <?php}, {@code <?=}, {@code <%}, but not XML's.
     * Among bytes that are no text, as in a picture, the shorter openings do not count: of chance bytes one file in fifty would have one.
     */
    static boolean beginsIn(byte[] head, int length) {
        // Java finds a character in a string with the processor's wide instructions, and here that is most of what a file costs.
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf('<'); at >= 0 && at + 3 < length; at = text.indexOf('<', at + 1)) {
            char next = text.charAt(at + 1);
            if (next == '%' && isPage(text, at + 2) || next == '?' && isPhp(text, at + 2)) {
                return true;
            }
        }
        return false;
    }

    /** Whether ASP or JSP begins with what stands at {@code at}, behind the opening. */
    private static boolean isPage(String text, int at) {
        char next = text.charAt(at);
        boolean blank = next <= ' ' && next != 0;
        return next == '@' || next == '=' || next == '!' || (blank || next < 0x80 && Character.isLetter(next)) && isText(text);
    }

    private static boolean isPhp(String text, int at) {
        char next = text.charAt(at);
        return text.regionMatches(true, at, "php", 0, 3) || next == '='
                || (next == ' ' || next == '\n' || next == '\r') && isText(text);
    }

    private static boolean isText(String text) {
        return text.indexOf(0) < 0;
    }

    void start() {
        text.reset();
    }

    void update(byte[] bytes, int offset, int count) {
        text.write(bytes, offset, Math.min(count, MAX_BYTES - text.size()));
    }

    /** What the script does, {@link ContentTrait#SERVER_SCRIPT} always among it. */
    Set<ContentTrait> traits() {
        String script = text.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Set<ContentTrait> traits = EnumSet.of(ContentTrait.SERVER_SCRIPT);
        note(traits, ContentTrait.EVALUATES, ScriptCalls.EVALUATES, script);
        note(traits, ContentTrait.RUNS_COMMANDS, ScriptCalls.RUNS_COMMANDS, script);
        note(traits, ContentTrait.READS_REQUESTS, ScriptCalls.READS_REQUESTS, script);
        note(traits, ContentTrait.DECODES, ScriptCalls.DECODES, script);
        return traits;
    }

    private static void note(Set<ContentTrait> traits, ContentTrait trait, List<ScriptCall> calls, String script) {
        if (calls.stream().anyMatch(call -> call.isIn(script))) {
            traits.add(trait);
        }
    }
}
