package org.assay.remedy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that lie beside the classes: the frames of the scripts and the style of the report. */
final class Resource {

    private Resource() {
    }

    /** The text of the ASCII resource {@code name}, its lines ended by LF. */
    static String text(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the installation lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the resource {@code name}, a batch file, into an export. */
    static void writeBatch(String name, ExportFolder export) {
        export.write(name, out -> out.write(text(name).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * The text before and after the only line {@code marker} of the resource's {@code text}.
     *
     * @return two texts, each ending where a line ends
     */
    static String[] around(String text, String marker) {
        int at = text.indexOf("\n" + marker + "\n");
        if (at < 0) {
            throw new IllegalStateException("the installation's frame lacks the line " + marker);
        }
        return new String[] {text.substring(0, at + 1), text.substring(at + marker.length() + 2)};
    }
}
