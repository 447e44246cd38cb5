package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.startup.match.FileStart;
import org.assay.startup.scan.WindowsContextTest;
import org.junit.jupiter.api.Test;

/** Actions as GDATA's "winreg-tasks" describes them. */
class TaskActionsTest {

    @Test
    void programsAndHandlersAreTold() {
        List<FileStart> starts = Places.read(new TaskActions(), WindowsContextTest.actions("C:\\Program Files\\x.exe", "/y")).starts();
        assertEquals(List.of("\"C:\\Program Files\\x.exe\" /y", "in C:\\Work"),
                List.of(starts.getFirst().command(), starts.getFirst().details().raw()));
        assertTrue(starts.getLast().command().startsWith("{"), starts::toString);
    }

    @Test
    void whatIsCutOffOrUnknownIsSaid() {
        byte[] actions = WindowsContextTest.actions("C:\\evil.exe", "/x");
        assertEquals(Optional.of("the task's actions are cut off"),
                Places.read(new TaskActions(), Arrays.copyOf(actions, 40)).problem());
        actions[0] = 9;
        assertEquals(Optional.of("the task's actions are of the unknown version 9"), Places.read(new TaskActions(), actions).problem());
    }
}
