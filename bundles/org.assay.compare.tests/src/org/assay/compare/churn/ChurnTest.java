package org.assay.compare.churn;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.compare.SnapshotComparison;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChurnTest {

    private static final String LATER = "2000-05-04T08:15:00Z";
    private static final List<Item> NOTHING = List.of();
    private static final FileItem LINUX = file("/etc/passwd", "root");
    private static final FileItem WINDOWS = file("C:/Windows/System32/config/SOFTWARE", "hive");

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("a log that grows", List.of(file("/var/log/syslog", "1")),
                        List.of(at(LATER, file("/var/log/syslog", "12"))), true),
                arguments("a log that got shorter", List.of(file("/var/log/auth.log", "12")),
                        List.of(at(LATER, file("/var/log/auth.log", "1"))), false),
                arguments("a log that is gone", List.of(file("/var/log/auth.log", "12")), NOTHING, false),
                arguments("an older log", List.of(file("/var/log/syslog.2.gz", "12")), NOTHING, true),
                arguments("a new cache", NOTHING, List.of(file("/var/cache/x/y", "1")), true),
                arguments("a program in a cache", NOTHING, List.of(typed(file("/var/cache/x/y", "1"), ContentType.ELF)), false),
                arguments("a script in a cache", NOTHING, List.of(typed(file("/var/cache/x/y", "1"), ContentType.SCRIPT)), false),
                arguments("what can run by its mode", NOTHING, List.of(owned(file("/var/cache/x/y", "1"), 0755, "a", "a")), false),
                arguments("what can run by its name", NOTHING, List.of(file("C:/Windows/Temp/a.vbs", "1")), false),
                arguments("a link in a cache", NOTHING, List.of(link("/var/cache/x/y", "/bin/sh")), false),
                arguments("another owner", List.of(owned(file("/var/cache/x", "1"), 0644, "a", "a")),
                        List.of(owned(file("/var/cache/x", "1"), 0644, "b", "a")), false),
                arguments("a name that deceives", NOTHING, List.of(file("/var/cache/x/y\u202efdp.x", "1")), false),
                arguments("another place", NOTHING, List.of(file("/usr/x", "1")), false),
                arguments("a temporary file of Windows, in other letters", NOTHING, List.of(file("C:/WINDOWS/temp/a.tmp", "1")), true),
                arguments("a place of Linux in Windows", NOTHING, List.of(file("C:/var/cache/a", "1")), false),
                arguments("what a database wrote without a new time", List.of(file("/var/lib/mysql/a", "1")),
                        List.of(file("/var/lib/mysql/a", "2")), true),
                arguments("commands that were typed", NOTHING,
                        List.of(string("HKU\\ann\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\RunMRU", "a", "cmd")), true),
                arguments("what starts", NOTHING,
                        List.of(string("HKU\\ann\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "a", "cmd")), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void onlyWhatIsExpectedIsExplained(String name, List<Item> before, List<Item> after, boolean expected) {
        List<Change> changes = SnapshotComparison.run(view(before), view(after), Progress.NONE);
        assertEquals(1, changes.size());
        assertEquals(expected, changes.getFirst().explanation().filter(one -> one.kind() == ExplanationKind.CHURN).isPresent(),
                changes.getFirst().toString());
    }

    @Test
    void aPolicyIsForTreesThatHoldAMarker() {
        List<Change> changes = SnapshotComparison.run(ListView.of(), ListView.of(file("/var/cache/x", "1")), Progress.NONE);
        assertFalse(changes.getFirst().isExplained());
    }

    @Test
    void theFirstRuleOfAPolicyDecides() {
        ChurnPolicy policy = ChurnPolicies.read("x", """
                name = "x"
                title = "X"
                [[rule]]
                glob = '/a/b'
                kind = "state"
                why = "One"
                [[rule]]
                glob = '/a/**'
                kind = "cached"
                why = "Other"
                """);
        assertEquals("One", policy.ruleFor(Location.file("", "a", "b")).orElseThrow().why());
        assertEquals(7, policy.ruleFor(Location.file("C:", "A", "c", "d")).orElseThrow().line());
        assertTrue(policy.ruleFor(Location.file("", "b")).isEmpty());
    }

    static Stream<Arguments> wrong() {
        String head = "name = \"x\"\ntitle = \"X\"\n";
        return Stream.of(
                arguments(head + "[[rule]]\nglob = '/a'\nkind = \"grow\"\nwhy = \"x\"\n",
                        "line 5: kind is one of grows, rotates, cached, state"),
                arguments(head + "[[rule]]\nglob = 'a'\nkind = \"grows\"\nwhy = \"x\"\n", "line 4: glob begins"),
                arguments(head + "[[rule]]\nglob = '/a'\nkind = \"grows\"\n", "line 3: the field why is missing"),
                arguments(head + "[[rule]]\nglob = 7\nkind = \"grows\"\nwhy = \"x\"\n", "line 4: glob is a text"),
                arguments(head + "rules = 1\n", "line 3: there is no field rules"),
                arguments(head + "rule = [1]\n", "line 3: a rule is a table"),
                arguments(head + "markers = [1]\n[[rule]]\nglob = '/a'\nkind = \"grows\"\nwhy = \"x\"\n",
                        "line 3: each of markers is a text"),
                arguments("name = \n", "line 1"),
                arguments(head, "line 1: the field rule is missing"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSaidWithItsLine(String text, String expected) {
        AssayException failure = assertThrows(AssayException.class, () -> ChurnPolicies.read("own.toml", text));
        assertEquals(ErrorCode.WRONG_USAGE, failure.code());
        assertTrue(failure.getMessage().startsWith("the policy own.toml cannot be read, "), failure.getMessage());
        assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    }

    @Test
    void noShippedPolicySpeaksOfWhatStarts() {
        for (String place : List.of("/etc/cron.d/x", "/etc/systemd/system/x.service", "/root/.ssh/authorized_keys", "/etc/ld.so.preload",
                "/var/spool/cron/crontabs/root", "/var/spool/cron/root", "/home/ann/.bashrc", "/var/www/html/x.php")) {
            Location location = Location.file("", place.substring(1).split("/"));
            ChurnPolicies.SHIPPED.forEach(policy -> assertTrue(policy.ruleFor(location).isEmpty(), policy.name() + " speaks of " + place));
        }
        for (String place : List.of("Windows/System32/Tasks/x", "ProgramData/Microsoft/Windows/Start Menu/Programs/Startup/x.lnk",
                "Users/ann/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup/x.bat", "Windows/win.ini",
                "Windows/System32/drivers/etc/hosts", "autoexec.bat", "Windows/System32/wbem/Repository/OBJECTS.DATA")) {
            Location location = Location.file("C:", place.split("/"));
            ChurnPolicies.SHIPPED.forEach(policy -> assertTrue(policy.ruleFor(location).isEmpty(), policy.name() + " speaks of " + place));
        }
    }

    private static ListView view(List<Item> items) {
        return ListView.of(Stream.concat(Stream.of(LINUX, WINDOWS), items.stream()).toArray(Item[]::new));
    }

    private static FileItem typed(FileItem file, ContentType type) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(), Optional.of(type), Optional.empty()));
    }
}
