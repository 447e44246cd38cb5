package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.text.Limits;
import org.assay.startup.text.LittleEndian;

/** A task of the Task Scheduler of Windows 98 to 2003, a {@code .job} file ([MS-TSCH] 2.4). */
public final class JobFile implements StartupFormat {

    /** The fixed part, behind which the strings begin. */
    private static final int FIXED = 68;
    private static final int NAME = 20;
    private static final int TRIGGERS = 22;
    private static final int FLAGS = 48;
    private static final int DISABLED = 4;
    private static final int HIDDEN = 0x200;
    private static final int TRIGGER_SIZE = 48;
    private static final int TRIGGER_FLAGS = 28;
    private static final int TRIGGER_TYPE = 32;
    private static final int MAX_TRIGGER_COUNT = 8;
    private static final List<String> TYPES = List.of("once", "by day", "by week", "by month", "by month", "when the machine is idle",
            "at boot", "when a user logs on");

    @Override
    public String name() {
        return TaskFile.FORMAT;
    }

    /** It begins with a version of Windows, version 1 of the format, and the name right behind the fixed part. */
    @Override
    public boolean fits(byte[] content) {
        LittleEndian job = LittleEndian.of(content);
        return content.length > FIXED && job.u16(2) == 1 && job.u16(NAME) == FIXED + 2;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        LittleEndian job = LittleEndian.of(content);
        List<String> strings = new ArrayList<>();
        long at = job.u16(NAME);
        for (int number = 0; number < 5; number++) {
            int length = job.u16(at);
            if (!job.holds(at + 2, 2L * length)) {
                return FileStarts.unread("this job is cut off at " + at);
            }
            strings.add(job.utf16(at + 2, length));
            at += 2 + 2L * length;
        }
        if (strings.getFirst().isBlank()) {
            return FileStarts.unread("this job names no program");
        }
        List<String> remarks = new ArrayList<>();
        remarks.add(triggers(job));
        if (!strings.get(3).isBlank()) {
            remarks.add("Its author is " + Limits.cut(strings.get(3)) + ".");
        }
        if ((job.u32(FLAGS) & HIDDEN) != 0) {
            remarks.add("The task is marked hidden.");
        }
        boolean disabled = (job.u32(FLAGS) & DISABLED) != 0;
        return FileStarts.of(FileStart.of("", TaskCommand.of(strings.get(0), strings.get(1)), new EntryDetails("",
                disabled ? EntryState.DISABLED : EntryState.ENABLED, TaskCommand.folder(strings.get(2)), remarks),
                LaunchContext.in(strings.get(2))));
    }

    private static String triggers(LittleEndian job) {
        long at = job.u16(TRIGGERS);
        int count = job.u16(at);
        List<String> words = new ArrayList<>();
        for (int number = 0; number < Math.min(count, MAX_TRIGGER_COUNT) && job.holds(at + 2, TRIGGER_SIZE); number++) {
            LittleEndian trigger = job.part(at + 2, TRIGGER_SIZE);
            long type = trigger.u32(TRIGGER_TYPE);
            String when = type < TYPES.size() ? TYPES.get((int) type) : "on trigger type " + type;
            boolean dated = type < 5;
            words.add(when + (dated ? " from %04d-%02d-%02d %02d:%02d".formatted(trigger.u16(4), trigger.u16(6), trigger.u16(8),
                    trigger.u16(16), trigger.u16(18)) : "")
                    + ((trigger.u32(TRIGGER_FLAGS) & DISABLED) != 0 ? " (this trigger is disabled)" : ""));
            at += TRIGGER_SIZE;
        }
        return words.isEmpty() ? "It has no trigger of its own." : "It starts " + String.join(", ", words)
                + (count > MAX_TRIGGER_COUNT ? ", and on more triggers" : "") + ".";
    }
}
