package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

import org.assay.cli.command.ExitCode;

class AssayCommandTest {

    private final Shell shell = new Shell();

    private static List<String> names() {
        return AssayCommand.requested().stream().map(type -> type.getAnnotation(Command.class).name()).toList();
    }

    @Test
    void everyCommandIsFoundAloneByTheNameItHas() {
        for (String name : names()) {
            assertEquals(ExitCode.OK, shell.run(name, "--help"), name);
            assertTrue(shell.out().contains("assay " + name), shell.out());
            assertEquals(List.of(name), AssayCommand.requested(name, "--help").stream()
                    .map(type -> type.getAnnotation(Command.class).name()).toList());
        }
    }

    @Test
    void theHelpListsAllCommandsInOrder() {
        assertEquals(ExitCode.OK, shell.run("--help"));
        List<String> listed = Pattern.compile("(?m)^  ([a-z-]+)\\s").matcher(shell.out().substring(shell.out().indexOf("Commands:")))
                .results().map(found -> found.group(1)).filter(word -> !word.equals("assay")).toList();
        assertEquals(names(), listed);
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertEquals(ExitCode.USAGE, shell.run("captuer"));
        assertTrue(shell.err().contains("captuer"), shell.err());
    }

    @Test
    void theVersionNeedsNoCommand() {
        assertEquals(ExitCode.OK, shell.run("--version"));
        assertTrue(shell.out().startsWith("Assay "), shell.out());
    }
}
