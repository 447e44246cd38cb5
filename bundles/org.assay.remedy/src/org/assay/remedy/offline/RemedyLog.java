package org.assay.remedy.offline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Visible;

/** Writes {@code remedy-log.txt} as the scripts of an export do ({@code docs/remediation.md}): lines of printable ASCII. */
final class RemedyLog implements AutoCloseable {

    static final String NAME = "remedy-log.txt";

    private final BufferedWriter out;

    private RemedyLog(BufferedWriter out) {
        this.out = out;
    }

    /** Goes on with the log of a quarantine folder. */
    static RemedyLog open(Path folder) {
        try {
            return new RemedyLog(new BufferedWriter(Channels.newWriter(Files.newByteChannel(folder.resolve(NAME),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), OwnerOnly.file()), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Whether a log can be kept there: what is called so is a file, or nothing. */
    static boolean isPossible(Path folder) {
        Path log = folder.resolve(NAME);
        return PlannedState.isNothing(log) || Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS);
    }

    void begin(PlanFile plan, boolean undo) {
        line("run", time(), "1", plan.sha256(), undo ? "undo=yes" : "undo=no", "offline");
    }

    void step(StepResult result) {
        line("step", time(), result.result().name().toLowerCase(Locale.ROOT), Integer.toString(result.step().number()),
                Integer.toString(result.step().action().change()), result.tree(), result.step().action().location().text(), result.text());
    }

    void end(List<Long> counts) {
        line("end", time(), String.join("\t", counts.stream().map(String::valueOf).toList()));
    }

    private void line(String... fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            line.append(line.isEmpty() ? "" : "\t");
            field.codePoints().forEach(point -> {
                if (point == '\t' || point >= ' ' && point < 0x7f) {
                    line.append((char) point);
                } else {
                    line.append("\\u{").append(Integer.toHexString(point)).append('}');
                }
            });
        }
        try {
            out.write(line.append('\n').toString());
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String time() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static AssayException failed(IOException e) {
        return new AssayException(ErrorCode.OUTPUT, "The log " + NAME + " in the quarantine folder cannot be written: "
                + Visible.text(String.valueOf(e.getMessage())) + ". What was done until now stays done; run it again.", e);
    }
}
