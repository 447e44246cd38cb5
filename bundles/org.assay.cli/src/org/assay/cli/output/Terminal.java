package org.assay.cli.output;

import java.io.PrintStream;
import java.util.Map;

import org.assay.model.text.Visible;

/**
 * Where the command line writes.
 *
 * @param out results
 * @param err progress and messages
 * @param width how many columns the terminal has, 20 or more; 0 when {@code out} is no terminal, so lines may be of any length
 * @param colour whether {@code out} may get colours
 * @param live whether {@code err} is a terminal, so that a progress line may be drawn
 */
public record Terminal(PrintStream out, PrintStream err, int width, boolean colour, boolean live) {

    private static final int USUAL_WIDTH = 100;

    public Terminal {
        out = VisibleOutput.over(out, colour, false);
        err = VisibleOutput.over(err, false, live);
    }

    /**
     * What the start script found out: {@code ASSAY_OUT=tty} and {@code ASSAY_ERR=tty} when the streams are terminals, {@code COLUMNS}
     * their width. {@code NO_COLOR} switches colours off.
     */
    public static Terminal of(PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean terminal = "tty".equals(environment.get("ASSAY_OUT"));
        int columns = columns(environment.getOrDefault("COLUMNS", ""));
        boolean colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Terminal(out, err, terminal ? columns : 0, colour, "tty".equals(environment.get("ASSAY_ERR")));
    }

    private static int columns(String columns) {
        return columns.matches("[0-9]{1,4}") ? Math.max(20, Integer.parseInt(columns)) : USUAL_WIDTH;
    }

    /** Writes a line of results; what is in it cannot make more lines of it. */
    public void say(String line) {
        out.println(Visible.text(line));
    }

    /** Writes a message, a line of its own as {@link #say}. */
    public void warn(String line) {
        err.println(Visible.text(line));
    }

    /** {@code text} in {@code requested} where colours may be used. */
    public String paint(Colour requested, String text) {
        return colour && requested != Colour.NONE ? requested.code() + text + Colour.RESET : text;
    }
}
