package org.assay.capture.listed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code sha256sum} and its like write, and with {@code --tag} as BSD has it: a digest and a name a line. */
public final class DigestList implements ListFormat {

    private static final Pattern PLAIN = Pattern.compile("\\\\?([0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{128}) [ *](.+)",
            Pattern.DOTALL);
    private static final Pattern TAGGED = Pattern.compile("\\\\?([A-Za-z0-9-]+) \\((.+)\\) = ([0-9A-Fa-f]+)", Pattern.DOTALL);

    @Override
    public void read(InputStream in, ListedFiles files) throws IOException {
        ListLines lines = new ListLines(in, files);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            file(text).ifPresentOrElse(files::add, () -> {
                if (!text.isBlank() && !text.startsWith("#")) {
                    lines.problem("it is no digest with a name");
                }
            });
        }
    }

    private static Optional<ListedFile> file(String line) {
        Matcher plain = PLAIN.matcher(line);
        if (plain.matches()) {
            return Optional.of(new ListedFile(name(line, plain.group(2))).digest(plain.group(1)));
        }
        Matcher tagged = TAGGED.matcher(line);
        return tagged.matches() && ListedFile.isHex(tagged.group(3))
                ? Optional.of(new ListedFile(name(line, tagged.group(2))).digest(tagged.group(1), tagged.group(3))) : Optional.empty();
    }

    /** A line that begins with a backslash has a name with line feeds and backslashes escaped. */
    private static String name(String line, String name) {
        return !line.startsWith("\\") ? name
                : name.replace("\\\\", "\0").replace("\\n", "\n").replace("\\r", "\r").replace('\0', '\\');
    }

    @Override
    public boolean recognises(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst().flatMap(DigestList::file).isPresent();
    }

    @Override
    public boolean filesOnly() {
        return true;
    }
}
