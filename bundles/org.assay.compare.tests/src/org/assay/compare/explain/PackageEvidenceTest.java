package org.assay.compare.explain;

import static org.assay.compare.explain.PackagedTree.hex;
import static org.assay.compare.explain.PackagedTree.program;
import static org.assay.compare.explain.PackagedTree.typed;
import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.sha256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.assay.compare.SnapshotComparison;
import org.assay.compare.rpm.RpmHeaderBuilder;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.ContentType;
import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

class PackageEvidenceTest {

    private static final String LATER = "2000-05-04T08:15:00Z";

    private final PackagedTree before = new PackagedTree();
    private final PackagedTree after = new PackagedTree();

    /** The changes by place; the records themselves are left out. */
    private Map<String, Change> changes() {
        Map<String, Change> changes = new TreeMap<>();
        SnapshotComparison.run(before.view(), after.view(), Progress.NONE).stream()
                .filter(change -> !change.location().text().startsWith("/var/lib/dpkg/"))
                .forEach(change -> changes.put(change.location().text(), change));
        return changes;
    }

    private static Explanation explanation(Change change) {
        return change.explanation().orElseThrow(() -> new AssertionError(change.location() + " is not explained"));
    }

    private static boolean contradicts(Change change) {
        return change.findings().stream().anyMatch(finding -> finding.code().equals("package-contradicted"));
    }

    @Test
    void anUpgradeIsExplainedByThePackageAndItsVersions() {
        before.with("bash", "5.1-2", "/bin/bash", "/usr/share/old");
        after.with("bash", "5.2-1", "/bin/bash", "/usr/share/new").put(at(LATER, program("/bin/bash", "/bin/bash 5.2-1")));
        Map<String, Change> changes = changes();
        assertEquals(3, changes.size());
        changes.values().forEach(change -> {
            assertEquals(ExplanationKind.PACKAGE, explanation(change).kind());
            assertEquals("package bash 5.1-2 to 5.2-1", explanation(change).subject());
            assertEquals(TreePackages.BY_SUSPECT, explanation(change).vouched());
        });
        assertEquals("Its content is what the package records: MD5 " + hex("MD5", "/bin/bash 5.2-1") + ".",
                explanation(changes.get("/bin/bash")).sentence());
    }

    @Test
    void whatComesAndGoesWithAPackageIsExplained() {
        before.with("telnet", "1", "/usr/bin/telnet");
        after.with("nginx", "2", "/usr/sbin/nginx");
        assertEquals("new package nginx 2", explanation(changes().get("/usr/sbin/nginx")).subject());
        assertEquals("removed package telnet 1", explanation(changes().get("/usr/bin/telnet")).subject());
    }

    @Test
    void aFileThatItsRecordContradictsIsSevereWhateverElseChanged() {
        before.with("coreutils", "1", "/usr/bin/ls");
        after.with("coreutils", "2", "/usr/bin/ls").put(program("/usr/bin/ls", "patched"));
        Change change = changes().get("/usr/bin/ls");
        assertTrue(contradicts(change));
        assertFalse(change.isExplained());
    }

    @Test
    void recordsThatWereEditedTogetherWithTheFileAreHeldAgainstTheBaselines() {
        before.with("coreutils", "1", "/usr/bin/ls");
        after.put(program("/usr/bin/ls", "patched")).recorded("coreutils", "1", "", "/usr/bin/ls\n",
                hex("MD5", "patched") + "  usr/bin/ls\n");
        Change change = changes().get("/usr/bin/ls");
        assertTrue(contradicts(change));
        assertTrue(change.findings().getFirst().sentence().endsWith("the record was altered."), change.findings().toString());
    }

    @Test
    void recordsThatWereRemovedAreHeldAgainstTheBaselines() {
        before.with("coreutils", "1", "/usr/bin/ls");
        after.put(program("/usr/bin/ls", "patched")).recorded("coreutils", "1", "", "/usr/bin\n", "");
        assertTrue(contradicts(changes().get("/usr/bin/ls")));
    }

    @Test
    void whatWasPutBackAsRecordedIsVouchedForByTheBaseline() {
        before.with("coreutils", "1", "/usr/bin/ls").put(program("/usr/bin/ls", "patched"));
        after.with("coreutils", "1", "/usr/bin/ls");
        assertEquals(TreePackages.BY_BASELINE, explanation(changes().get("/usr/bin/ls")).vouched());
    }

    @Test
    void anUnpackagedFileIsNotExplained() {
        before.with("bash", "1", "/bin/bash");
        after.with("bash", "2", "/bin/bash").put(program("/bin/.bash", "/bin/bash 2")).put(program("/etc/x", "/bin/bash 2"));
        assertFalse(changes().get("/bin/.bash").isExplained());
        assertFalse(changes().get("/etc/x").isExplained());
    }

    @Test
    void rightsAreExplainedOnlyWithTheirPackageAndOnKnownPrograms() {
        before.with("findutils", "1", "/usr/bin/find").put(owned(program("/usr/bin/find", "/usr/bin/find 1"), 0755, "root", "root"));
        after.with("findutils", "2", "/usr/bin/find").put(owned(program("/usr/bin/find", "/usr/bin/find 2"), 04755, "root", "root"))
                .with("sudo", "1", "/usr/bin/sudo").put(owned(program("/usr/bin/sudo", "/usr/bin/sudo 1"), 04755, "root", "root"));
        assertFalse(changes().get("/usr/bin/find").isExplained());
        assertTrue(changes().get("/usr/bin/sudo").isExplained());
    }

    @Test
    void anotherOwnerIsNotExplainedWhileThePackageStays() {
        before.with("a", "1", "/usr/bin/a").put(owned(program("/usr/bin/a", "/usr/bin/a 1"), 0755, "root", "root"));
        after.with("a", "1", "/usr/bin/a").put(owned(program("/usr/bin/a", "/usr/bin/a 1"), 0755, "ann", "root"));
        assertFalse(changes().get("/usr/bin/a").isExplained());
    }

    @Test
    void anEditedConfigurationFileNeitherContradictsNorIsExplained() {
        String fields = "Conffiles:\n /etc/a.conf " + hex("MD5", "as shipped") + "\n /etc/gone.conf " + hex("MD5", "x") + " obsolete\n";
        before.recorded("a", "1", fields, "/etc/a.conf\n", "")
                .put(typed(file("/etc/a.conf", "as shipped"), "as shipped", ContentType.TEXT));
        after.recorded("a", "2", fields, "/etc/a.conf\n", "").put(typed(file("/etc/a.conf", "edited"), "edited", ContentType.TEXT));
        Change change = changes().get("/etc/a.conf");
        assertFalse(change.isExplained());
        assertFalse(contradicts(change));
    }

    @Test
    void mergedFoldersMeetWhatTheRecordsCallThem() {
        before.with("bash", "1").put(link("/bin", "usr/bin"));
        after.recorded("bash", "2", "", "/bin/bash\n", hex("MD5", "new") + "  bin/bash\n").put(link("/bin", "usr/bin"))
                .put(program("/usr/bin/bash", "new"));
        assertTrue(changes().get("/usr/bin/bash").isExplained());
    }

    @Test
    void aDivertedFileLiesWhereTheDiversionSays() {
        String diversions = "/usr/bin/vi\n/usr/bin/vi.tiny\nvim\n";
        before.with("tiny", "1", "/usr/bin/vi");
        after.recorded("tiny", "1", "", "/usr/bin/vi\n", hex("MD5", "/usr/bin/vi 1") + "  usr/bin/vi\n").with("vim", "9", "/usr/bin/vi")
                .kept("/var/lib/dpkg/diversions", diversions).put(program("/usr/bin/vi.tiny", "/usr/bin/vi 1"));
        assertEquals("new package vim 9", explanation(changes().get("/usr/bin/vi")).subject());
        assertFalse(contradicts(changes().get("/usr/bin/vi")));
        assertTrue(changes().get("/usr/bin/vi.tiny").isExplained());
    }

    @Test
    void linksAreExplainedWhereTheyLeadToWhatChanged() {
        before.with("old", "1", "/usr/bin/old");
        after.with("old", "1", "/usr/bin/old").with("vim", "9", "/usr/bin/vim.basic", "/usr/lib/systemd/system/vim.service")
                .put(link("/usr/bin/editor", "/etc/alternatives/editor")).put(link("/etc/alternatives/editor", "/usr/bin/vim.basic"))
                .put(link("/etc/systemd/system/multi-user.target.wants/vim.service", "/lib/systemd/system/vim.service"))
                .put(link("/lib", "usr/lib")).put(link("/etc/alternatives/pager", "/usr/bin/old"))
                .put(link("/home/ann/x", "/usr/bin/vim.basic")).put(link("/etc/loop", "loop"));
        Map<String, Change> changes = changes();
        assertTrue(changes.get("/usr/bin/editor").isExplained());
        assertTrue(changes.get("/etc/alternatives/editor").isExplained());
        assertTrue(changes.get("/etc/systemd/system/multi-user.target.wants/vim.service").isExplained());
        assertFalse(changes.get("/etc/alternatives/pager").isExplained(), "its package stayed as it was");
        assertFalse(changes.get("/home/ann/x").isExplained(), "anyone makes links at home");
        assertFalse(changes.get("/etc/loop").isExplained());
    }

    @Test
    void linksToCopiesOfTemplatesAndListedLinksToWhatNobodyAlteredAreExplained() {
        String template = "/usr/share/php/opcache.ini 8";
        before.put(file("/etc/environment", "")).put(file("/etc/altered", "a"));
        after.with("php", "8", "/usr/share/php/opcache.ini")
                .recorded("systemd", "252", "",
                        "/usr/lib/environment.d/e.conf\n/usr/lib/environment.d/a.conf\n/etc/modules-load.d/m.conf\n", "")
                .put(typed(file("/etc/php/mods-available/opcache.ini", template), template, ContentType.TEXT))
                .put(link("/etc/php/conf.d/10-opcache.ini", "/etc/php/mods-available/opcache.ini"))
                .put(link("/etc/php/conf.d/11-evil.ini", "/etc/php/mods-available/evil.ini"))
                .put(file("/etc/php/mods-available/evil.ini", "extension=evil"))
                .put(file("/etc/environment", "")).put(file("/etc/altered", "b"))
                .put(link("/usr/lib/environment.d/e.conf", "../../../etc/environment"))
                .put(link("/usr/lib/environment.d/a.conf", "../../../etc/altered"))
                .put(link("/etc/modules-load.d/m.conf", "../modules"));
        Map<String, Change> changes = changes();
        assertEquals("new package php 8", explanation(changes.get("/etc/php/conf.d/10-opcache.ini")).subject());
        assertFalse(changes.get("/etc/php/conf.d/11-evil.ini").isExplained());
        assertTrue(changes.get("/usr/lib/environment.d/e.conf").isExplained());
        assertFalse(changes.get("/usr/lib/environment.d/a.conf").isExplained(), "what it leads to was altered");
        assertTrue(changes.get("/etc/modules-load.d/m.conf").isExplained(), "it leads nowhere");
    }

    @Test
    void aStepOfALogonIsExplainedByTheProfileOfAPackage() {
        String profile = "Name: x\nSession:\n\toptional\tpam_systemd.so\n";
        before.kept("/etc/pam.d/common-session", "session required pam_unix.so\n")
                .kept("/etc/pam.d/common-auth", "auth required pam_unix.so\n");
        after.recorded("libpam-systemd", "252", "", "/usr/share/pam-configs/systemd\n",
                        hex("MD5", profile) + "  usr/share/pam-configs/systemd\n")
                .kept("/usr/share/pam-configs/systemd", profile)
                .kept("/etc/pam.d/common-session", "session required pam_unix.so\nsession\toptional\tpam_systemd.so \n")
                .kept("/etc/pam.d/common-auth",
                        "auth required pam_unix.so\nauth\toptional\tpam_systemd.so \nauth optional pam_exec.so /x\n");
        after.put(typed(file("/usr/share/pam-configs/systemd", profile), profile, ContentType.TEXT));
        assertEquals("new package libpam-systemd 252", explanation(changes().get("/etc/pam.d/common-session")).subject());
        assertFalse(changes().get("/etc/pam.d/common-auth").isExplained(), "one line is of no profile");
        after.recorded("libpam-systemd", "252", "", "/usr/share/pam-configs/systemd\n",
                hex("MD5", "another") + "  usr/share/pam-configs/systemd\n");
        assertFalse(changes().get("/etc/pam.d/common-session").isExplained(), "the profile is not the package's");
    }

    @Test
    void packagesOfRpmExplainAndContradictLikeOthers() {
        before.kept("/usr/lib/sysimage/rpm/Packages.db", rpm("1", sha256("ls 1")))
                .put(program("/usr/bin/ls", "ls 1")).put(file("/usr/bin/own", "1"));
        after.kept("/usr/lib/sysimage/rpm/Packages.db", rpm("2", sha256("ls 2")))
                .put(program("/usr/bin/ls", "ls 2")).put(at(LATER, file("/usr/bin/own", "2")));
        assertEquals("package coreutils.noarch 1-1 to 2-1", explanation(changes().get("/usr/bin/ls")).subject());
        assertTrue(changes().get("/usr/lib/sysimage/rpm/Packages.db").isExplained());
        assertFalse(changes().get("/usr/bin/own").isExplained());
        after.put(program("/usr/bin/ls", "patched"));
        assertTrue(contradicts(changes().get("/usr/bin/ls")));
    }

    private static byte[] rpm(String version, Bytes digest) {
        return RpmHeaderBuilder.ndb(RpmHeaderBuilder.packaged("coreutils", version, "/usr/bin/", "ls", digest.hex()));
    }

    @Test
    void compiledPythonIsExplainedWithItsModuleOnly() {
        before.with("mod", "1", "/usr/lib/python3/m.py").with("other", "1", "/usr/lib/python3/o.py")
                .put(file("/usr/lib/python3/__pycache__/o.cpython-311.pyc", "1"));
        after.with("mod", "2", "/usr/lib/python3/m.py").with("other", "1", "/usr/lib/python3/o.py")
                .put(file("/usr/lib/python3/__pycache__/m.cpython-311.pyc", "2"))
                .put(at(LATER, file("/usr/lib/python3/__pycache__/o.cpython-311.pyc", "2")))
                .put(file("/usr/lib/python3/__pycache__/evil.cpython-311.pyc", "3"));
        Map<String, Change> changes = changes();
        assertTrue(changes.get("/usr/lib/python3/__pycache__/m.cpython-311.pyc").isExplained());
        assertFalse(changes.get("/usr/lib/python3/__pycache__/o.cpython-311.pyc").isExplained());
        assertFalse(changes.get("/usr/lib/python3/__pycache__/evil.cpython-311.pyc").isExplained());
    }

    @Test
    void cachesOfPackagesHideNothingThatRuns() {
        before.with("a", "1", "/usr/bin/a");
        after.with("a", "2", "/usr/bin/a").put(file("/var/cache/man/index.db", "1")).put(program("/var/cache/man/x", "elf"))
                .put(directory("/var/cache/man"));
        assertTrue(changes().get("/var/cache/man/index.db").isExplained());
        assertFalse(changes().get("/var/cache/man/x").isExplained());
    }

    @Test
    void settingsCopiedFromATemplateAreExplainedUnlessTheyRun() {
        after.recorded("ssh", "1", "", "/usr/share/ssh/sshd_config\n", hex("MD5", "Port 22") + "  usr/share/ssh/sshd_config\n")
                .put(typed(file("/etc/ssh/sshd_config", "Port 22"), "Port 22", ContentType.TEXT))
                .put(typed(file("/etc/cron.d/x", "Port 22"), "Port 22", ContentType.SCRIPT));
        assertTrue(changes().get("/etc/ssh/sshd_config").isExplained());
        assertFalse(changes().get("/etc/cron.d/x").isExplained());
    }

    @Test
    void scriptsOfAPackageThatStayedAreNotExplained() {
        before.with("a", "1", "/usr/bin/a").with("b", "1").kept("/var/lib/dpkg/info/a.postinst", "1");
        after.with("a", "1", "/usr/bin/a").with("b", "2").kept("/var/lib/dpkg/info/a.postinst", "2")
                .kept("/var/lib/dpkg/info/b.postinst", "1");
        Map<String, Change> all = new TreeMap<>();
        SnapshotComparison.run(before.view(), after.view(), Progress.NONE).forEach(change -> all.put(change.location().text(), change));
        assertFalse(all.get("/var/lib/dpkg/info/a.postinst").isExplained());
        assertTrue(all.get("/var/lib/dpkg/info/b.postinst").isExplained());
        assertTrue(all.get("/var/lib/dpkg/status").isExplained());
    }
}
