package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;

import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.junit.jupiter.api.Test;

/** [MS-TSCH] 2.4, the .JOB file format. */
class JobFileTest {

    @Test
    void theProgramItsArgumentsAndItsStateAreTold() {
        FileStart start = Places.read(new JobFile(), TaskFileTest.job("C:\\Program Files\\evil.exe", "/x", 4)).starts().getFirst();
        assertEquals("\"C:\\Program Files\\evil.exe\" /x", start.command());
        assertEquals(EntryState.DISABLED, start.details().state());
        assertEquals("in C:\\Work", start.details().raw());
    }

    @Test
    void aJobThatEndsInItsStringsIsNotUnderstood() {
        byte[] job = TaskFileTest.job("C:\\evil.exe", "/x", 0);
        assertEquals(Optional.of("this job is cut off at 70"), Places.read(new JobFile(), Arrays.copyOf(job, 80)).problem());
        assertEquals(Optional.of("this job names no program"), Places.read(new JobFile(), TaskFileTest.job("", "/x", 0)).problem());
    }
}
