package org.assay.compare.explain;

import static org.assay.compare.explain.PackagedTree.hex;
import static org.assay.compare.explain.PackagedTree.program;
import static org.assay.testkit.Items.directory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ExplanationKind;
import org.junit.jupiter.api.Test;

/** The manifests that pip (PEP 627) and conda write. */
class ToolPackagesTest {

    private static final String SITE = "/opt/venv/lib/python3.11/site-packages/";
    private static final String PREFIX = "/opt/conda/";

    private final PackagedTree before = new PackagedTree();
    private final PackagedTree after = new PackagedTree();

    /** A package of pip whose file {@code path} holds its name and version; what lies there is {@code content}. */
    private static void python(PackagedTree tree, String name, String version, String path, String content) {
        tree.kept(SITE + name + "-" + version + ".dist-info/RECORD", path + ",sha256=" + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(HexFormat.of().parseHex(hex("SHA-256", name + " " + version))) + ",9\r\n"
                + "\"a, b.txt\",sha256=not a digest,1\n" + name + "-" + version + ".dist-info/RECORD,,\nno line\n");
        tree.put(program(RecordTree.resolved(SITE.substring(1), path).map(place -> "/" + place).orElseThrow(), content));
    }

    private static void conda(PackagedTree tree, String name, String version, String path, String content) {
        tree.put(directory(PREFIX + "conda-meta"));
        tree.kept(PREFIX + "conda-meta/" + name + "-" + version + "-0.json", """
                {"build": "h1_0", "depends": ["name"], "files": ["%1$s"], "link": {"source": "x", "name": "no"}, "name": "%2$s",
                 "paths_data": {"paths": [
                   {"_path": "../etc/x", "path_type": "hardlink", "sha256": "zz"},
                   {"_path": "%1$s", "path_type": "hardlink", "sha256": "%4$s", "sha256_in_prefix": "%5$s"}],
                   "paths_version": 1}, "version": "%3$s"}
                """.formatted(path, name, version, "00".repeat(32), hex("SHA-256", name + " " + version)));
        tree.put(program(PREFIX + path, content));
    }

    private Map<String, Change> changes() {
        Map<String, Change> changes = new TreeMap<>();
        SnapshotComparison.run(before.view(), after.view(), Progress.NONE)
                .forEach(change -> changes.put(change.location().text(), change));
        return changes;
    }

    private static String explained(Change change) {
        return change.explanation().filter(one -> one.kind() == ExplanationKind.PACKAGE).map(one -> one.subject()).orElse("");
    }

    private static boolean contradicts(Change change) {
        return change.findings().stream().anyMatch(finding -> finding.code().equals("package-contradicted"));
    }

    @Test
    void anUpgradeByPipIsExplainedByItsRecord() {
        python(before, "Fast_json", "1.0", "fast/speed.so", "Fast_json 1.0");
        python(after, "Fast_json", "1.1", "fast/speed.so", "Fast_json 1.1");
        assertEquals("package fast-json in " + SITE.substring(1, SITE.length() - 1) + " 1.0 to 1.1",
                explained(changes().get(SITE + "fast/speed.so")));
    }

    /** As charset_normalizer 3.0.1 has it in Debian 12. */
    @Test
    void aDigestInHexadecimalDigitsIsOneToo() {
        python(before, "tool", "1.0", "tool/x.so", "tool 1.0");
        python(after, "tool", "1.1", "tool/x.so", "tool 1.1");
        after.kept(SITE + "tool-1.1.dist-info/RECORD", "tool/x.so,sha256=" + hex("SHA-256", "tool 1.1") + ",8\n");
        assertFalse(explained(changes().get(SITE + "tool/x.so")).isEmpty());
    }

    /** The manifest came with it. */
    @Test
    void whatTheSystemsPackageConfirmsNoManifestContradicts() {
        before.with("python3-tool", "1.0", SITE + "tool/x.so");
        after.with("python3-tool", "1.1", SITE + "tool/x.so");
        after.kept(SITE + "tool-1.1.dist-info/RECORD", "tool/x.so,sha256=" + "00".repeat(32) + ",8\n");
        assertFalse(contradicts(changes().get(SITE + "tool/x.so")));
    }

    @Test
    void aScriptOfAPackageIsFoundByTheFolderBeside() {
        after.put(directory("/opt/venv/lib/python3.11"));
        python(before, "tool", "1.0", "../../../bin/tool", "tool 1.0");
        python(after, "tool", "1.1", "../../../bin/tool", "tool 1.1");
        assertFalse(explained(changes().get("/opt/venv/bin/tool")).isEmpty());
    }

    @Test
    void whatTheRecordContradictsIsAFinding() {
        python(before, "tool", "1.0", "tool/x.so", "tool 1.0");
        python(after, "tool", "1.1", "tool/x.so", "trojan");
        conda(before, "lib", "1.0", "bin/lib", "lib 1.0");
        conda(after, "lib", "1.0", "bin/lib", "trojan");
        assertTrue(contradicts(changes().get(SITE + "tool/x.so")));
        assertTrue(contradicts(changes().get(PREFIX + "bin/lib")));
        assertEquals("", explained(changes().get(PREFIX + "bin/lib")));
    }

    @Test
    void anUpgradeByCondaIsExplainedByTheDigestThatIsInThePrefix() {
        conda(before, "lib", "1.0", "bin/lib", "lib 1.0");
        conda(after, "lib", "1.1", "bin/lib", "lib 1.1");
        assertEquals("package lib in opt/conda 1.0-h1_0 to 1.1-h1_0", explained(changes().get(PREFIX + "bin/lib")));
        assertFalse(contradicts(changes().get(PREFIX + "bin/lib")));
    }

    /** Of whatever name: which of two manifests is read first is not said. */
    @Test
    void theManifestOfAnEarlierVersionThatWasLeftBehindContradictsNothing() {
        for (String version : List.of("1.1", "0.9")) {
            python(before, "tool", "1.0", "tool/x.so", "tool 1.0");
            python(after, "tool", "1.0", "tool/x.so", "tool " + version);
            python(after, "tool", version, "tool/x.so", "tool " + version);
            assertFalse(contradicts(changes().get(SITE + "tool/x.so")), version);
        }
    }

    /** Whoever may write there can install a package of his own, with a manifest that fits. */
    @Test
    void aPackageThatTheBaselineLacksExplainsNothing() {
        python(before, "tool", "1.0", "tool/x.so", "tool 1.0");
        python(after, "tool", "1.0", "tool/x.so", "tool 1.0");
        python(after, "evil", "1.0", "evil/x.so", "evil 1.0");
        assertEquals("", explained(changes().get(SITE + "evil/x.so")));
    }

    @Test
    void whatPythonRunsWheneverItStartsIsNotExplained() {
        python(before, "tool", "1.0", "tool.pth", "tool 1.0");
        python(after, "tool", "1.1", "tool.pth", "tool 1.1");
        assertEquals("", explained(changes().get(SITE + "tool.pth")));
    }

    @Test
    void aManifestSpeaksOfItsOwnFolderOnly() {
        python(before, "tool", "1.0", "../../../../../usr/bin/ls", "tool 1.0");
        python(after, "tool", "1.1", "../../../../../usr/bin/ls", "tool 1.1");
        assertEquals("", explained(changes().get("/usr/bin/ls")));
    }

    @Test
    void aManifestThatIsNotWholeSaysNothing() {
        conda(before, "lib", "1.0", "bin/lib", "lib 1.0");
        conda(after, "lib", "1.1", "bin/lib", "lib 1.1");
        after.kept(PREFIX + "conda-meta/lib-1.1-0.json", "{\"name\": \"lib\", \"version\": \"1.1\", \"paths_data\": {\"paths\": [{");
        assertEquals("", explained(changes().get(PREFIX + "bin/lib")));
    }
}
