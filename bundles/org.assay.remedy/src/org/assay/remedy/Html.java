package org.assay.remedy;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.assay.model.text.Visible;

/** Writes HTML in which text from the evidence can be nothing but text. */
public final class Html {

    private static final int MAX_TEXT_LENGTH = 2_000;
    /** What is longer is cut. */
    static final int MAX_TABLE_ROWS = 5_000;

    /** The cells of a row of a table. */
    public interface Row<T> {
        void write(T item) throws IOException;
    }

    private final Writer out;

    public Html(Writer out) {
        this.out = out;
    }

    /**
     * Begins a page that needs nothing else, up to its body; {@code title} is of our own. A policy in it forbids scripts and every request.
     */
    public Html head(String title) throws IOException {
        return markup("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="referrer" content="no-referrer">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                """).markup("<title>" + title + "</title>\n<style>\n").markup(Resource.text("report.css"))
                .markup("</style>\n</head>\n<body>\n");
    }

    /**
     * A table; a long one is cut, and says so.
     *
     * @param elsewhere a sentence of our own that says where the rest is
     * @param heads of our own
     */
    public <T> void table(List<T> items, String elsewhere, List<String> heads, Row<T> row) throws IOException {
        markup("<table>\n<thead><tr>");
        for (String head : heads) {
            markup("<th scope=\"col\">").markup(head).markup("</th>");
        }
        markup("</tr></thead>\n<tbody>\n");
        for (T item : items.subList(0, Math.min(items.size(), MAX_TABLE_ROWS))) {
            markup("<tr>");
            row.write(item);
            markup("</tr>\n");
        }
        markup("</tbody>\n</table>\n");
        cut(items, elsewhere);
    }

    /** Says that a list was cut, if it is longer than a table may be. */
    void cut(List<?> items, String elsewhere) throws IOException {
        if (items.size() > MAX_TABLE_ROWS) {
            markup("<p class=\"note\">").text("These are the first " + MAX_TABLE_ROWS + " of " + items.size() + ". ")
                    .markup(elsewhere).markup("</p>\n");
        }
    }

    /** Markup of our own; never anything from outside. */
    public Html markup(String ours) throws IOException {
        out.write(ours);
        return this;
    }

    /** Text from anywhere: made visible, cut at 2,000 characters, and escaped. */
    public Html text(String text) throws IOException {
        String visible = Visible.text(text);
        String shown = visible.length() <= MAX_TEXT_LENGTH ? visible : visible.substring(0, MAX_TEXT_LENGTH) + "… (cut)";
        for (int at = 0; at < shown.length(); at++) {
            char next = shown.charAt(at);
            switch (next) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> out.write(next);
            }
        }
        return this;
    }

    /** A name or datum from the evidence, in a fixed-width face and kept from changing the direction of the text around it. */
    public Html evidence(String text) throws IOException {
        return markup("<bdi class=\"evidence\">").text(text).markup("</bdi>");
    }

    /** A row of a table whose first cell names the others. */
    public Html row(String head, String text) throws IOException {
        return markup("<tr><th scope=\"row\">").markup(head).markup("</th><td>").text(text).markup("</td></tr>\n");
    }
}
