package org.assay.capture.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The system's mount table (proc_pid_mountinfo(5)). */
final class LinuxMounts {

    private static final Path TABLE = Path.of("/proc/self/mountinfo");

    private LinuxMounts() {
    }

    /** The type of the file system with this number, as stat(2) gives it; empty where the table does not list it or is not there. */
    static String typeOf(long device) {
        String number = (device >> 8 & 0xfff | device >> 32 & 0xfffff000L) + ":" + (device & 0xff | device >> 12 & 0xffffff00L);
        try {
            for (String line : Files.readAllLines(TABLE, StandardCharsets.ISO_8859_1)) {
                List<String> fields = List.of(line.split(" "));
                int separator = fields.indexOf("-");
                if (fields.size() > 2 && fields.get(2).equals(number) && separator > 0 && separator + 1 < fields.size()) {
                    return fields.get(separator + 1);
                }
            }
            return "";
        } catch (IOException e) {
            // Without a table the file system is read like any other, and what fails there becomes a gap of its own.
            return "";
        }
    }
}
