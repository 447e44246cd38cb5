package org.assay.remedy;

import java.io.IOException;
import java.io.Writer;

import org.assay.model.text.Visible;

/** Writes HTML in which text from the evidence can be nothing but text. */
public final class Html {

    private static final int MAX_TEXT_LENGTH = 2_000;

    private final Writer out;

    public Html(Writer out) {
        this.out = out;
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
