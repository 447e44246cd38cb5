package org.assay.content.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words and signs of a statement in SQL, as SQLite tells them apart, without comments. */
final class SqlTokens {

    /** Longer statements are not read: a table of SQLite has 2,000 columns at most unless it was built otherwise. */
    private static final int MAX_CHARACTERS = 1 << 20;

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /**
     * A word or sign.
     *
     * @param bare whether it stands without quotes, so that it may be a keyword
     */
    record Token(String text, boolean bare) {

        /** Whether it is this keyword or sign, which is given in upper case. */
        boolean is(String keyword) {
            return bare && text.toUpperCase(Locale.ROOT).equals(keyword);
        }
    }

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** Those of the statement; none when it is too long. */
    static List<Token> of(String sql) {
        SqlTokens all = new SqlTokens(sql);
        while (sql.length() <= MAX_CHARACTERS && all.at < sql.length()) {
            all.next();
        }
        return all.tokens;
    }

    private void next() {
        char one = sql.charAt(at);
        if (Character.isWhitespace(one)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            at = behind("\n", at + 2);
        } else if (sql.startsWith("/*", at)) {
            at = behind("*/", at + 2);
        } else if (one == '"' || one == '\'' || one == '`') {
            quoted(one);
        } else if (one == '[') {
            int end = behind("]", at);
            tokens.add(new Token(sql.substring(at + 1, Math.max(at + 1, end - 1)), false));
            at = end;
        } else if (isOfWord(one)) {
            int start = at;
            while (at < sql.length() && isOfWord(sql.charAt(at))) {
                at++;
            }
            tokens.add(new Token(sql.substring(start, at), true));
        } else {
            tokens.add(new Token(String.valueOf(one), true));
            at++;
        }
    }

    /** What is quoted; the quote twice stands for itself. */
    private void quoted(char quote) {
        StringBuilder text = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            char one = sql.charAt(at);
            if (one == quote) {
                at++;
                if (at >= sql.length() || sql.charAt(at) != quote) {
                    break;
                }
            }
            text.append(one);
        }
        tokens.add(new Token(text.toString(), false));
    }

    private int behind(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static boolean isOfWord(char one) {
        return one == '_' || one == '$' || one >= '0' && one <= '9' || one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one > 0x7f;
    }
}
