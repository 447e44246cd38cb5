package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Scripts as sh(1), bash(1) and csh(1) read them at their start. */
class ShellStartupTest {

    @Test
    void whatIsNamedByAPathIsToldAndTheSystemsOwnCommandsAreNot() {
        assertEquals(List.of("LD_PRELOAD | /opt/a.so", ". /opt/b | . /opt/b", "/opt/c d | /opt/c d", "alias ls | ls=/opt/evil -x",
                "PAGER | /opt/p"), Places.told(new ShellStartup(), "# /opt/no\nexport LD_PRELOAD=/opt/a.so\n. /opt/b\nls -l\n"
                        + "if x; then \\\n /opt/c d; fi\nalias ls='/opt/evil -x'\nexport PAGER=/opt/p\n"));
    }

    /** setenv of csh(1), set of csh(1) and fish(1): what they set is a start only where the variable's name makes it one. */
    @Test
    void whatAVariableIsSetToIsNoProgram() {
        assertEquals(List.of("PAGER | /opt/p"), Places.told(new ShellStartup(),
                "setenv A /opt/a\nsetenv PAGER /opt/p\nset b = /opt/b\nset -gx C /opt/c\nreadonly D /opt/d\n"));
        assertEquals(List.of("-- /opt/x -y | -- /opt/x -y"), Places.told(new ShellStartup(), "set -- /opt/x -y\n\"$@\"\n"));
    }

    @Test
    void aScriptOfNothingButCommandsIsBounded() {
        FormatChecks.check(new ShellStartup(), "'\"$(`/opt/x\n/opt/y & /opt/z\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
    }
}
