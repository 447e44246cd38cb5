package org.assay.compare.rule;

import static org.assay.compare.explain.PackagedTree.program;
import static org.assay.model.item.ContentTrait.DECODES;
import static org.assay.model.item.ContentTrait.EVALUATES;
import static org.assay.model.item.ContentTrait.READS_REQUESTS;
import static org.assay.model.item.ContentTrait.RUNS_COMMANDS;
import static org.assay.model.item.ContentTrait.SERVER_SCRIPT;
import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.place;
import static org.assay.testkit.Items.stream;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.sz;
import static org.assay.testkit.Items.unread;
import static org.assay.testkit.Items.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.compare.Findings;
import org.assay.compare.Knowledge;
import org.assay.compare.SnapshotComparison;
import org.assay.compare.explain.PackagedTree;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.CommonScope;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.text.Bytes;
import org.assay.testkit.FindingPages;
import org.assay.testkit.Items;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples on the pages are what the rules say. */
class ExamplesTest {

    private static final String OWN_RULES = """
            name = "payroll"

            [[rule]]
            glob = '/srv/exchange/**'
            severity = "medium"
            why = "Partners exchange documents here, and no programs"
            """;

    private static final String LATER = "2000-05-04T08:15:00Z";
    private static final String LSA = "HKLM\\SYSTEM\\CurrentControlSet\\Control";
    private static final String SSHD = "Port 22\nPermitRootLogin ";
    private static final String PASSWD = "root:x:0:0:root:/root:/bin/bash\n";
    private static final String EARLIER = "1998-05-11T20:01:00Z";

    static Stream<Arguments> examples() {
        return Stream.of(
                example("package-contradicted",
                        new PackagedTree().put(program("/usr/bin/ls", "1")).put(program("/usr/sbin/sshd", "a"))
                                .recorded("coreutils", "9.1-1", "", "/usr/bin/ls\n", "e3d1c5d1d1f39c7f24ea9a6a0dc4eb13  usr/bin/ls\n")
                                .recorded("openssh-server", "1:9.2p1-2", "", "/usr/sbin/sshd\n",
                                        "0cc175b9c0f1b6a831c399e269772661  usr/sbin/sshd\n").view(),
                        new PackagedTree().put(at(LATER, program("/usr/bin/ls", "22"))).put(at(LATER, program("/usr/sbin/sshd", "bb")))
                                .recorded("coreutils", "9.1-1", "", "/usr/bin/ls\n", "e3d1c5d1d1f39c7f24ea9a6a0dc4eb13  usr/bin/ls\n")
                                .recorded("openssh-server", "1:9.2p1-2", "", "/usr/sbin/sshd\n",
                                        "21ad0bd836b90d08f4cf640b4c298e7c  usr/sbin/sshd\n").view()),
                example("double-extension", ListView.of(),
                        ListView.of(file("C:/WINDOWS/SYSTEM/LOVE-LETTER-FOR-YOU.TXT.vbs", "worm"))),
                example("name-with-nul", ListView.of(),
                        ListView.of(string("HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "\0Updater",
                                "C:\\ProgramData\\u.exe"))),
                example("hostile-name", ListView.of(),
                        ListView.of(file("C:/Users/ann/Desktop/invoice\u202efdp.exe", "worm"), file("C:/Users/ann/ntuser.ini ", "x"))),
                example("look-alike-name", ListView.of(),
                        ListView.of(file("C:/Windows/expl\u043erer.exe", "worm"), file("/home/ann/r\u0435port.txt", "x"))),
                example("content-under-same-time", ListView.of(file("/usr/sbin/sshd", "1".repeat(921_288)),
                        file("/usr/sbin/unix_chkpwd", "1".repeat(38_912))), ListView.of(file("/usr/sbin/sshd", "2".repeat(921_288)),
                        file("/usr/sbin/unix_chkpwd", "2".repeat(40_208)))),
                example("set-id-gained", ListView.of(owned(file("/usr/bin/find", "find"), 0755, "root", "root")),
                        ListView.of(owned(file("/usr/bin/find", "find"), 04755, "root", "root"),
                                owned(file("/var/tmp/.sh", "sh"), 06755, "root", "root"))),
                example("capability-gained", ListView.of(capable("/usr/bin/python3.11", "")),
                        ListView.of(capable("/usr/bin/python3.11", "0100000280000000000000000000000000000000"))),
                example("made-writable-for-all", ListView.of(owned(file("/usr/local/bin/backup", "1"), 0755, "root", "root"),
                        owned(file("/etc/passwd", "1"), 0644, "root", "root")),
                        ListView.of(owned(file("/usr/local/bin/backup", "1"), 0777, "root", "root"),
                                owned(file("/etc/passwd", "1"), 0666, "root", "root"))),
                example("modified-program", ListView.of(file("C:/Program Files/Ledger/REPORT.DLL", "1")),
                        ListView.of(at(LATER, file("C:/Program Files/Ledger/REPORT.DLL", "22")))),
                example("time-went-back", ListView.of(file("C:/WINDOWS/hosts", "1")),
                        ListView.of(at(EARLIER, file("C:/WINDOWS/hosts", "22")))),
                example("content-not-read", ListView.of(file("C:/WINDOWS/SYSTEM32/config/SAM", "1")),
                        ListView.of(unread("C:/WINDOWS/SYSTEM32/config/SAM", 1))),
                example("program-in-disguise", ListView.of(typed(file("C:/Users/Public/holiday.jpg", "picture"), ContentType.IMAGE)),
                        ListView.of(typed(at(LATER, file("C:/Users/Public/holiday.jpg", "worm")), ContentType.PE),
                                typed(file("/var/www/html/logo.png", "#!/bin/sh"), ContentType.SCRIPT))),
                example("program-in-stream", ListView.of(),
                        ListView.of(typed(stream("C:/Users/ann/letter.txt", "evil.exe", "MZ"), ContentType.PE),
                                typed(stream("C:/Windows/Tasks", "run.vbs", "x"), ContentType.TEXT))),
                example("mass-change", ListView.of(documents("C:/Users/ann/Documents/", ".docx")),
                        ListView.of(documents("C:/Users/ann/Documents/", ".docx.locked"))),
                example("programs-alike", ListView.of(), new ListView(programs("C:/Users/ann/AppData/Local/Meet/current/"), List.of(),
                        Map.of())),
                example("weakened-setting", ListView.of(dword(LSA + "\\SecurityProviders\\WDigest", "UseLogonCredential", 0),
                        file("/etc/ssh/sshd_config", SSHD)).keeping(SSHD, SSHD + "yes"),
                        ListView.of(dword(LSA + "\\SecurityProviders\\WDigest", "UseLogonCredential", 1),
                                at(LATER, file("/etc/ssh/sshd_config", SSHD + "yes"))).keeping(SSHD, SSHD + "yes")),
                example("access-gained", ListView.of(file("/etc/passwd", PASSWD)).keeping(PASSWD),
                        ListView.of(at(LATER, file("/etc/passwd", PASSWD + "toor:x:0:0::/root:/bin/bash\n")),
                                key("HKLM\\SAM\\SAM\\Domains\\Account\\Users\\Names\\support$"))
                                .keeping(PASSWD + "toor:x:0:0::/root:/bin/bash\n")),
                example("hidden-now", ListView.of(flagged(file("C:/Users/ann/tools.cfg", "x"))),
                        ListView.of(flagged(file("C:/Users/ann/tools.cfg", "x"), FileFlag.HIDDEN, FileFlag.SYSTEM),
                                flagged(file("/usr/bin/.sysd", "elf"), FileFlag.IMMUTABLE), flagged(file("C:/ProgramData/u.exe", "y"),
                                        FileFlag.HIDDEN))),
                example("system-name-elsewhere", ListView.of(), ListView.of(file("C:/Users/Public/svchost.exe", "x"),
                        file("C:/Program Files/App/version.dll", "y"), owned(file("/tmp/[kworker]", "z"), 0755, "a",
                                "a"))),
                example("copied-widely", ListView.of(), ListView.of(file("C:/a.exe", "worm"), file("C:/Games/b.scr", "worm"),
                        file("D:/c.exe", "worm"))),
                example("web-script", ListView.of(script("/var/www/site/index.php", "1", SERVER_SCRIPT)),
                        ListView.of(script("/var/www/site/index.php", "2", SERVER_SCRIPT, EVALUATES, READS_REQUESTS),
                                script("/var/www/site/lib/mail.php", "3", SERVER_SCRIPT),
                                script("/var/www/site/uploads/a.php", "4", SERVER_SCRIPT, RUNS_COMMANDS, DECODES))),
                example("signature-lost", ListView.of(signed(file("C:/Program Files/Ledger/LEDGER.EXE", "1"), by("Ledger Software Ltd"))),
                        ListView.of(signed(at(LATER, file("C:/Program Files/Ledger/LEDGER.EXE", "22")), Signature.NONE))),
                example("other-signer", ListView.of(signed(file("C:/Program Files/Ledger/LEDGER.EXE", "1"), by("Ledger Software Ltd"))),
                        ListView.of(signed(at(LATER, file("C:/Program Files/Ledger/LEDGER.EXE", "22")), by("Quick Tools GmbH")))),
                example("earlier-version",
                        ListView.of(versioned(file("C:/Windows/System32/drivers/afd.sys", "1"), "10.0.19041.3636")),
                        ListView.of(versioned(at(LATER, file("C:/Windows/System32/drivers/afd.sys", "22")), "10.0.19041.388"))),
                example("signature-invalid",
                        ListView.of(signed(file("C:/Program Files/Ledger/LEDGER.EXE", "1"), by("Ledger Software Ltd"))),
                        ListView.of(signed(at(LATER, file("C:/Program Files/Ledger/LEDGER.EXE", "22")), broken("Ledger Software Ltd")))),
                example("unsigned-program", ListView.of(), ListView.of(signed(file("C:/Users/ann/AppData/Roaming/upd.exe", "1"),
                        Signature.NONE))),
                example("program-in-registry", ListView.of(), ListView.of(value("HKCU\\Software\\Classes\\CLSID", "cache",
                        ValueType.BINARY, Bytes.ofHex("4d5a9000" + "00".repeat(24_572))))),
                example("text-behind-nul", ListView.of(), ListView.of(value("HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run",
                        "Sync", ValueType.SZ, sz("C:\\Windows\\sync.exe\0C:\\ProgramData\\u.exe")))),
                example("replaced-by-script", ListView.of(file("C:/My Documents/My Pictures/beach.jpg", "picture")),
                        ListView.of(file("C:/My Documents/My Pictures/beach.jpg.vbs", "worm"))),
                example("not-known", ListView.of().withGaps(new Gap(place("C:/RECYCLED"), GapReason.ACCESS_DENIED, "The system refused.")),
                        ListView.of(file("C:/RECYCLED/DC1.TXT", "text"), file("C:/RECYCLED/DC2.EXE", "program"))),
                example("known-bad", ListView.of(), ListView.of(file("C:/WINDOWS/Temp/update.bin", "bad"))),
                example("acl-widened", ListView.of(withAcl(directory("/etc/cron.d"), "5")),
                        ListView.of(withAcl(directory("/etc/cron.d"), "7"))),
                example("content-scrambled",
                        ListView.of(typed(file("C:/Users/ann/Documents/budget.xlsx", "1"), ContentType.OFFICE)),
                        ListView.of(scrambled(at(LATER, file("C:/Users/ann/Documents/budget.xlsx", "2"))))),
                example("own-rule", ListView.of(), ListView.of(file("/srv/exchange/tool.exe", "tool"))),
                example("new-program", ListView.of(), ListView.of(file("C:/WINDOWS/Desktop/SNOWFALL.EXE", "snow"),
                        owned(file("/tmp/.x/kworker", "elf"), 0755, "www-data", "www-data"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void thePageShowsWhatTheRuleSays(String id, ListView before, ListView after) {
        Knowledge knowledge = switch (id) {
            case "known-bad" -> Knowledge.SHIPPED.withBad(ExamplesTest::bad);
            case "own-rule" -> Knowledge.SHIPPED.withRules("payroll.toml", OWN_RULES);
            default -> Knowledge.SHIPPED;
        };
        FindingPages.checkExample(id, SnapshotComparison.run(before, after, CommonScope.ofEverything(), knowledge, Progress.NONE)
                .changes());
    }

    /** What starts needs startup entries, which a comparison does not look for: of that {@code FindingPagesTest} has the example. */
    @Test
    void everyRuleHasItsExample() {
        assertEquals(Findings.types().stream().map(FindingType::id).collect(Collectors.toSet()),
                Stream.concat(Stream.of(Finding.AUTOSTART), examples().map(example -> (String) example.get()[0]))
                        .collect(Collectors.toSet()));
    }

    private static Map<Integer, String> bad(List<Change> changes) {
        return changes.stream().collect(Collectors.toMap(Change::number, change -> "Its content has the digest "
                + ((FileItem) change.item()).sha256().orElseThrow().hex() + ", which stands in the list of known-bad files outbreak.txt."));
    }

    private static Arguments example(String id, ListView before, ListView after) {
        return arguments(id, before, after);
    }

    private static FileItem typed(FileItem file, ContentType type) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(), Optional.of(type), Optional.empty()));
    }

    /** With a list that lets user 1000 do this, as three bits. */
    private static FileItem withAcl(FileItem file, String rights) {
        return detailed(file, FileDetails.NONE.withInode(new Inode(1, 2, 1, 4096, 0, 0)).withExtended(new TreeMap<>(
                Map.of("system.posix_acl_access", Bytes.ofHex(
                "0200000001000700ffffffff" + "02000" + rights + "00e803000004000500ffffffff10000700ffffffff20000500ffffffff")))));
    }

    private static FileItem scrambled(FileItem file) {
        return detailed(typed(file, ContentType.DATA), typed(file, ContentType.DATA).details().withTraits(Set.of(ContentTrait.RANDOM)));
    }

    private static List<Item> programs(String folder) {
        return IntStream.range(0, 20).<Item>mapToObj(at -> file(folder + at + ".dll", at + "dll")).toList();
    }

    private static Item[] documents(String folder, String extension) {
        return IntStream.range(0, 120).mapToObj(at -> typed(at(extension.length() > 5 ? LATER : EARLIER, file(folder + at % 3 + "/" + at
                + extension, at + extension)), extension.length() > 5 ? ContentType.DATA : ContentType.ZIP)).toArray(Item[]::new);
    }

    private static FileItem flagged(FileItem file, FileFlag... flags) {
        return detailed(file, Items.details(1, Set.of(flags), "x"));
    }

    private static FileItem script(String path, String content, ContentTrait... traits) {
        return detailed(file(path, content), FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.SCRIPT), Optional.empty())
                .withTraits(Set.of(traits)));
    }

    private static FileItem versioned(FileItem file, String number) {
        return detailed(file, file.details().withVersion(Optional.of(new ProgramVersion(number, "", "", "", ""))));
    }

    private static FileItem capable(String path, String attribute) {
        return CapabilityGainedTest.with(attribute, owned(file(path, "program"), 0755, "root", "root"));
    }

    private static FileItem signed(FileItem file, Signature signature) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.PE), Optional.of(signature)));
    }

    private static Signature by(String signer) {
        return Signature.of(SignatureStatus.VALID, signer, "Example Code Signing CA", Optional.empty(), "");
    }

    private static Signature broken(String signer) {
        return Signature.of(SignatureStatus.INVALID, signer, "Example Code Signing CA", Optional.empty(),
                "The program is not the one that was signed: its digest differs.");
    }
}
