package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assay.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that rpm itself built and entered into its database. */
class RpmPackagesTest {

    private static final String SPEC = """
            %define __os_install_post %{nil}
            %define debug_package %{nil}
            Name: tool
            Version: 1
            Release: %{number}
            Summary: x
            License: x
            %description
            x
            %install
            mkdir -p %{buildroot}/usr/bin %{buildroot}/etc
            echo program %{number} > %{buildroot}/usr/bin/tool
            echo library %{number} > %{buildroot}/usr/bin/other
            echo shipped %{number} > %{buildroot}/etc/tool.conf
            %files
            /usr/bin/tool
            /usr/bin/other
            %config(noreplace) /etc/tool.conf
            """;

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void anUpgradeIsExplainedAndAPatchedFileContradictsItsPackage() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("tool.spec"), SPEC);
        assumeTrue(runs("rpmbuild", "--version"), "rpmbuild is not installed");
        for (int number = 1; number <= 2; number++) {
            assertTrue(runs("rpmbuild", "-bb", "--quiet", "--target", "noarch", "--define", "_topdir " + folder.resolve("build"),
                    "--define", "number " + number, folder.resolve("tool.spec").toString()), "rpmbuild");
        }
        Path tree = folder.resolve("tree");
        String caseFile = shell.newCase(folder);
        installed(tree, 1, "program 1\n");
        capture(caseFile, tree, "baseline");
        installed(tree, 2, "patched\n");
        capture(caseFile, tree, "suspect");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2", "--format", "json"), shell.err());
        List<String> changes = List.of(shell.out().split("\\}, \\{"));
        assertTrue(row(changes, "/usr/bin/other").contains("package tool.noarch 1-1 to 1-2"), shell.out());
        assertTrue(row(changes, "/usr/bin/tool").contains("package-contradicted"), shell.out());
        assertTrue(row(changes, "/etc/tool.conf").contains("package tool.noarch 1-1 to 1-2"), shell.out());
    }

    private static String row(List<String> changes, String path) {
        return changes.stream().filter(change -> change.contains(path + "\"")).findFirst().orElse("no change of " + path);
    }

    private void capture(String caseFile, Path tree, String role) {
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", tree.toString()),
                shell.err());
    }

    /** The files as the package has them, but for one; a plain user may enter a package into a database, and no more. */
    private void installed(Path tree, int number, String program) throws IOException, InterruptedException {
        Path database = Files.createDirectories(tree.resolve("var/lib/rpm"));
        assertTrue(runs("rpm", "--dbpath", database.toString(), "--justdb", "--nodeps", "-U",
                folder.resolve("build/RPMS/noarch/tool-1-" + number + ".noarch.rpm").toString()), "rpm");
        Path programs = Files.createDirectories(tree.resolve("usr/bin"));
        Files.writeString(programs.resolve("tool"), program);
        Files.writeString(programs.resolve("other"), "library " + number + "\n");
        Files.writeString(Files.createDirectories(tree.resolve("etc")).resolve("tool.conf"), "shipped " + number + "\n");
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
