package org.assay.cli.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.assay.model.text.Visible;

/**
 * The one place through which everything passes that the command line writes. What a terminal would obey or hide is spelled out by
 * {@link Visible}, whoever forgot to do so before: a host's name or a path in a message can come from an attacker as well as a row of a
 * table. Only ends of lines and the few sequences of {@link Colour} and the progress line pass as they are, and those only where colours
 * or a progress line were allowed.
 */
public final class VisibleOutput extends OutputStream {

    /** What a progress line is drawn over with: clears the line (ECMA-48, erase in line). */
    public static final String CLEAR_LINE = "\r\u001b[K";

    private final OutputStream out;
    private final List<byte[]> passing;
    /** What goes out with the next write, in one piece. */
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
    /** The beginning of a sequence or of a character whose end has not come yet. */
    private byte[] held = {};

    private VisibleOutput(OutputStream out, List<byte[]> passing) {
        this.out = out;
        this.passing = passing;
    }

    /**
     * A stream that writes to {@code out}; text is taken to be UTF-8.
     *
     * @param colours whether the sequences of {@link Colour} pass
     * @param progress whether {@link #CLEAR_LINE} passes
     */
    public static PrintStream over(PrintStream out, boolean colours, boolean progress) {
        List<String> passing = new ArrayList<>(List.of("\n", "\r\n"));
        if (colours) {
            passing.add(Colour.RESET);
            passing.addAll(Stream.of(Colour.values()).map(Colour::code).toList());
        }
        if (progress) {
            passing.add(CLEAR_LINE);
        }
        return new PrintStream(new VisibleOutput(out, passing.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList()), false,
                StandardCharsets.UTF_8);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] all = Arrays.copyOf(held, held.length + length);
        System.arraycopy(bytes, offset, all, held.length, length);
        int at = 0;
        int read;
        do {
            int plain = at;
            while (plain < all.length && (isPlain(all[plain]) || all[plain] == '\n')) {
                plain++;
            }
            ready.write(all, at, plain - at);
            read = plain < all.length ? special(all, plain) : 0;
            at = plain + read;
        } while (read > 0);
        held = Arrays.copyOfRange(all, at, all.length);
        ready.writeTo(out);
        ready.reset();
    }

    /** Takes what begins at {@code at} and tells how many bytes it had; 0 when its end is not there yet. */
    private int special(byte[] bytes, int at) {
        int left = bytes.length - at;
        for (byte[] sequence : passing) {
            int shared = Math.min(sequence.length, left);
            if (Arrays.equals(bytes, at, at + shared, sequence, 0, shared)) {
                if (shared < sequence.length) {
                    return 0;
                }
                ready.writeBytes(sequence);
                return sequence.length;
            }
        }
        int length = characterLength(bytes[at]);
        if (length > left) {
            return 0;
        }
        ready.writeBytes(visible(bytes, at, length));
        return length;
    }

    private static byte[] visible(byte[] bytes, int at, int length) {
        return Visible.text(new String(bytes, at, length, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Of a character in UTF-8 by its first byte (RFC 3629, section 3); 1 for what begins none. */
    private static int characterLength(byte first) {
        int octet = first & 0xff;
        return octet >= 0xf0 && octet < 0xf8 ? 4 : octet >= 0xe0 && octet < 0xf0 ? 3 : octet >= 0xc0 && octet < 0xe0 ? 2 : 1;
    }

    private static boolean isPlain(byte octet) {
        return octet >= ' ' && octet < 0x7f;
    }

    /** What waits for more stays held: a command flushes at ends of lines, where nothing waits. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Writes what is held as far as it goes. */
    @Override
    public void close() throws IOException {
        out.write(visible(held, 0, held.length));
        held = new byte[0];
        out.close();
    }
}
