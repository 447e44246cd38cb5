package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Directives of sshd_config(5), udev(7), logrotate(8) and sudoers(5). */
class DirectiveFileTest {

    private static final Set<String> PICKED = Set.of("ForceCommand", "RUN", "postrotate", "include");

    @Test
    void directivesHaveWhatFollowsThem() {
        assertEquals(List.of(new Setting("", "ForceCommand", "/opt/x -a"), new Setting("", "RUN", "/opt/y \"a\""),
                new Setting("", "postrotate", "/opt/z\n/opt/w"), new Setting("", "include", "/opt/more")),
                new DirectiveFile().settings("# ForceCommand /opt/no\n  ForceCommand /opt/x -a\nKERNEL==\"a\", RUN+=\"/opt/y \\\"a\\\"\"\n"
                        + "postrotate\n/opt/z\n/opt/w\nendscript\n#include /opt/more\n", PICKED::contains));
    }

    @Test
    void aScriptWithoutItsEndIsOneLine() {
        assertEquals(List.of(new Setting("", "postrotate", "/opt/z")),
                new DirectiveFile().settings("postrotate\n/opt/z\n/opt/w\n", PICKED::contains));
        assertEquals(List.of(new Setting("", "RUN", "")), new DirectiveFile().settings("RUN+=\"", PICKED::contains));
    }
}
