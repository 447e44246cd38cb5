package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.assay.startup.text.Limits;
import org.assay.startup.text.ShellText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrontabTest {

    private static List<String> read(String text, Crontab table) {
        return Places.read(table, text.getBytes(StandardCharsets.UTF_8)).starts().stream()
                .map(start -> start.label() + " | " + start.details().user() + " | " + start.command()).toList();
    }

    @Test
    void linesOfTheSystemsTableNameTheirUser() {
        assertEquals(List.of("SHELL |  | /bin/evilsh", "17 * * * * | root | cd / && run-parts --report /etc/cron.hourly",
                "@reboot | ann | /opt/x \"a b\"", "*/5 1-3,5 * jan mon-fri | root | x"),
                read("# comment\nSHELL=/bin/evilsh\nPATH = /opt/bin:/usr/bin\n\n"
                        + "17 *\t* * *\troot    cd / && run-parts --report /etc/cron.hourly\n"
                        + "@reboot ann /opt/x \"a b\"\n  */5 1-3,5 * jan mon-fri root x\n", Crontab.ofSystem()));
    }

    @Test
    void aUsersTableBelongsToHim() {
        assertEquals(List.of("@daily | ann | mail -s 50% me", "0 1 * * * | ann | /opt/x"),
                read("MAILTO=\"\"\n@daily mail -s 50\\% me%input%more\n0 1 * * * /opt/x\n", Crontab.ofUser()));
    }

    @Test
    void anacronsLinesHaveADelayAndAName() {
        assertEquals(List.of("1 5 cron.daily |  | nice run-parts /etc/cron.daily", "@monthly 15 m |  | /opt/x"),
                read("START_HOURS_RANGE=3-22\n1\t5\tcron.daily\tnice run-parts /etc/cron.daily\n@monthly 15 m /opt/x\n",
                        Crontab.ofAnacron()));
    }

    @ParameterizedTest
    @CsvSource({"* * * * *", "1 2 3", "$(x) * * * * /opt/x", "@reboot", "hello world what is this /opt/x"})
    void aLineThatIsNoneIsAProblemAndNotAnAbsence(String line) {
        boolean words = line.startsWith("hello");
        Optional<String> problem = Places.read(Crontab.ofUser(), ("\n" + line + "\n").getBytes(StandardCharsets.UTF_8)).problem();
        assertEquals(words ? Optional.empty() : Optional.of("line 2 is not a schedule with a command: " + line), problem);
    }

    @Test
    void aTableLeadsToItsProgramsThroughItsOwnPath() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib").with("/opt/bin/tool", "/usr/bin/tool", "/usr/bin/cron2")
                .withText("/var/spool/cron/crontabs/ann", "PATH=/opt/bin:/usr/bin\n@hourly tool -x\n@daily cron2\n")
                .withText("/etc/cron.d/bad", "@daily\n");
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE);
        assertEquals(List.of("lx-cron-d  UNPARSED ", "lx-cron-spool ann FOUND /usr/bin/cron2", "lx-cron-spool ann FOUND /opt/bin/tool"),
                outcome.entries().stream().filter(entry -> entry.catalogueId().startsWith("lx-cron"))
                        .map(CrontabTest::shown).toList());
        assertEquals(List.of("/etc/cron.d/bad"), outcome.gaps().stream().map(gap -> gap.location().text()).toList());
    }

    private static String shown(StartupEntry entry) {
        return entry.catalogueId() + " " + entry.details().user() + " " + entry.outcome() + " " + entry.targetPath();
    }

    @Property(tries = 300)
    void anythingIsAnswered(@ForAll byte[] content) {
        for (Crontab table : List.of(Crontab.ofUser(), Crontab.ofSystem(), Crontab.ofAnacron())) {
            assertTrue(Places.read(table, content).starts().size() <= Limits.MAX_COMMAND_COUNT + 1);
        }
        assertTrue(Places.read(new DesktopEntry(), content).starts().size() <= 1);
    }

    @Property(tries = 300)
    void anyTextIsCutIntoCommands(@ForAll String text) {
        assertTrue(ShellText.commands(text).size() <= 33);
        assertTrue(ShellText.words(text).size() <= 256);
    }
}
