package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/**
 * {@code /etc/ld.so.preload}: the libraries that every program loads before its own, separated by white space or colons (ld.so(8)); a
 * number sign begins a comment (glibc, {@code elf/rtld.c}).
 */
public final class PreloadList implements StartupFormat {

    @Override
    public String name() {
        return "ld-so-preload";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        List<FileStart> starts = new ArrayList<>();
        for (String line : TextFile.lines(TextFile.unix(content))) {
            int comment = line.indexOf('#');
            for (String library : (comment < 0 ? line : line.substring(0, comment)).split("[\\s:]+")) {
                if (!library.isEmpty() && starts.size() <= Limits.MAX_COMMAND_COUNT) {
                    starts.add(FileStart.ofWord(library));
                }
            }
        }
        return FileStarts.of(starts);
    }
}
