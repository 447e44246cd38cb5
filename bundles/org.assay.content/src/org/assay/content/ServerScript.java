package org.assay.content;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long OPENINGS = '<' * ONES;
    private static final long TOPS = 0x80 * ONES;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /**
     * Whether a script of a server begins within the first {@code length} bytes: {@code <?php}, {@code <?=}, {@code <%}, but not XML's.
     * Among bytes that are no text, as in a picture, the shorter openings do not count: of chance bytes one file in fifty would have one.
     */
    static boolean beginsIn(byte[] head, int length) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            // A byte that is the one looked for becomes 0, and only where one is 0 a top bit comes out; then all are looked at.
            long eight = (long) EIGHT.get(head, at) ^ OPENINGS;
            if ((eight - ONES & ~eight & TOPS) != 0 && beginsIn(head, length, at, at + Long.BYTES)) {
                return true;
            }
        }
        return beginsIn(head, length, at, length);
    }

    private static boolean beginsIn(byte[] head, int length, int from, int to) {
        for (int at = from; at < to && at + 3 < length; at++) {
            if (head[at] == '<' && (head[at + 1] == '%' && isPage(head, length, at + 2)
                    || head[at + 1] == '?' && isPhp(head, length, at + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Whether ASP or JSP begins with what stands at {@code at}, behind the opening. */
    private static boolean isPage(byte[] head, int length, int at) {
        byte next = head[at];
        return next == '@' || next == '=' || next == '!'
                || (next <= ' ' && next > 0 || Character.isLetter(next)) && isText(head, length);
    }

    private static boolean isPhp(byte[] head, int length, int at) {
        byte next = head[at];
        boolean named = at + 2 < length && (next | 0x20) == 'p' && (head[at + 1] | 0x20) == 'h' && (head[at + 2] | 0x20) == 'p';
        return named || next == '=' || (next == ' ' || next == '\n' || next == '\r') && isText(head, length);
    }

    private static boolean isText(byte[] head, int length) {
        for (int at = 0; at < length; at++) {
            if (head[at] == 0) {
                return false;
            }
        }
        return true;
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
