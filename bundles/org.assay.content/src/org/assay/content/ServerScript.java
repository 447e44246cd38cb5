package org.assay.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.assay.model.item.ContentTrait;

/**
 * Text that holds PHP, ASP or JSP, wherever in its first bytes that begins, and what that calls. It is read like text, not understood: a
 * call in a comment counts, one that is put together at run time does not.
 */
final class ServerScript {

    /** How much is looked at; web shells are smaller by far. */
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern EVALUATES = Pattern.compile(
            "\\b(?:eval|assert|create_function|execute|executeglobal|evaluate)\\s*\\(|\\bpreg_replace\\s*\\(\\s*['\"].{1,80}/[a-z]*e[a-z]*['\"]"
                    + "|\\b(?:execute|executeglobal|eval)\\s+request|\\bdefineclass\\s*\\(|\\.getengine(?:byname)?\\s*\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNS_COMMANDS = Pattern.compile(
            "(?<![\\w>:$])(?:system|exec|shell_exec|passthru|popen|proc_open|pcntl_exec)\\s*\\(|wscript\\.shell|\\bprocessbuilder\\b"
                    + "|\\bgetruntime\\s*\\(|\\bprocess\\.start\\s*\\(|\\bprocessstartinfo\\b|`[^`\\n]{0,40}\\$_(?:get|post|request|cookie)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern READS_REQUESTS = Pattern.compile(
            "\\$_(?:get|post|request|cookie|files|server)\\b|php://input|\\bgetallheaders\\s*\\(|\\bgetparameter\\s*\\("
                    + "|\\brequest\\s*(?:[(\\[]|\\.(?:item|form|querystring|files|headers|cookies)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECODES = Pattern.compile(
            "\\b(?:base64_decode|gzinflate|gzuncompress|gzdecode|str_rot13|convert_uudecode|hex2bin|frombase64string|b64decode)\\s*\\("
                    + "|(?:\\\\x[0-9a-f]{2}){8}|(?:\\bchr\\s*\\(\\s*\\d+\\s*\\)\\s*\\.\\s*){4}",
            Pattern.CASE_INSENSITIVE);

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /**
     * Whether a script of a server begins within the first {@code length} bytes: {@code <?php}, {@code <?=}, {@code <%}, but not XML's. Among
     * bytes that are no text, as in a picture, the shorter openings do not count: of chance bytes one file in fifty would have one.
     */
    static boolean beginsIn(byte[] head, int length) {
        boolean isText = isText(head, length);
        for (int at = 0; at + 3 < length; at++) {
            if (head[at] == '<' && isOpening(head, at + 1, length, isText)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(byte[] head, int length) {
        for (int at = 0; at < length; at++) {
            if (head[at] == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpening(byte[] head, int at, int length, boolean isText) {
        byte next = head[at + 1];
        if (head[at] == '%') {
            return next == '@' || next == '=' || next == '!' || isText && (next <= ' ' && next > 0 || Character.isLetter(next));
        }
        if (head[at] != '?') {
            return false;
        }
        boolean isPhp = at + 3 < length && (next | 0x20) == 'p' && (head[at + 2] | 0x20) == 'h' && (head[at + 3] | 0x20) == 'p';
        return isPhp || next == '=' || isText && (next == ' ' || next == '\n' || next == '\r');
    }

    void start() {
        text.reset();
    }

    void update(byte[] bytes, int offset, int count) {
        text.write(bytes, offset, Math.min(count, MAX_BYTES - text.size()));
    }

    /** What the script does, {@link ContentTrait#SERVER_SCRIPT} always among it. */
    Set<ContentTrait> traits() {
        String script = text.toString(StandardCharsets.ISO_8859_1);
        Set<ContentTrait> traits = EnumSet.of(ContentTrait.SERVER_SCRIPT);
        note(traits, ContentTrait.EVALUATES, EVALUATES, script);
        note(traits, ContentTrait.RUNS_COMMANDS, RUNS_COMMANDS, script);
        note(traits, ContentTrait.READS_REQUESTS, READS_REQUESTS, script);
        note(traits, ContentTrait.DECODES, DECODES, script);
        return traits;
    }

    private static void note(Set<ContentTrait> traits, ContentTrait trait, Pattern pattern, String script) {
        if (pattern.matcher(script).find()) {
            traits.add(trait);
        }
    }
}
