package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

/** Jobs of BITS as ANSSI-FR/bits_parser describes them. Sources: Atomic Red Team T1197-3, metasploit windows/persistence/bits. */
public class BitsQueueTest {

    private static final String SYSTEM = "S-1-5-18";

    /** A queue with one job. */
    public static byte[] queue(String name, String program, String arguments) {
        return job(new ByteWriter().zeros(100), name, "", program, arguments).zeros(60).toArray();
    }

    private static ByteWriter job(ByteWriter data, String... strings) {
        data.u32(0).u32(1).u32(6).zeros(20);
        for (String text : strings) {
            string(data, text);
        }
        return string(data, SYSTEM).u32(3);
    }

    private static ByteWriter string(ByteWriter data, String text) {
        return data.u32(text.length() + 1).utf16(text + "\0");
    }

    private static List<String> commands(byte[] queue) {
        return Places.read(new BitsQueue(), queue).starts().stream().map(FileStart::command).toList();
    }

    @Test
    void aJobsCommandIsAnEntryWithItsOwner() {
        FileStart job = Places.read(new BitsQueue(), queue("Update", "C:\\evil.exe", "/x \"a b\"")).starts().getFirst();
        assertEquals("Update C:\\evil.exe /x \"a b\" " + SYSTEM, job.label() + " " + job.command() + " " + job.details().user());
    }

    @Test
    void argumentsMayBeginWithTheProgramAndProgramsHaveBlanks() {
        assertEquals(List.of("C:\\evil.exe /x"), commands(queue("a", "C:\\evil.exe", "C:\\evil.exe /x")));
        assertEquals(List.of("\"C:\\a b.exe\" /x"), commands(queue("a", "C:\\a b.exe", "/x")));
        assertEquals(List.of("cmd.exe"), commands(queue("a", "cmd.exe", "")));
    }

    @Test
    void jobsWithoutACommandStartNothing() {
        ByteWriter data = job(new ByteWriter().zeros(33), "Font Download", "", "", "");
        assertEquals(List.of("x.exe"), commands(job(data, "b", "d", "x.exe", "").toArray()));
    }

    @Test
    void aJobWhoseStringsAreCutIsAProblemAndNotLeftOut() {
        ByteWriter data = string(new ByteWriter().utf16("cut off before"), SYSTEM);
        FileStarts starts = Places.read(new BitsQueue(), data.zeros(10).toArray());
        assertTrue(starts.starts().isEmpty());
        assertEquals("1 jobs whose strings could not be read", starts.problem().orElseThrow());
    }

    @Test
    void numbersThatAreNoLengthsMislead() {
        ByteWriter data = new ByteWriter();
        for (int number = 0; number < 500; number++) {
            data.u32(0xffffffffL).utf16("S-1-");
        }
        assertTrue(commands(data.toArray()).isEmpty());
    }
}
