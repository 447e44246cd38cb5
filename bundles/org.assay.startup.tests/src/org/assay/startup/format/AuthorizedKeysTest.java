package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Options of keys as sshd(8) has them. */
class AuthorizedKeysTest {

    @Test
    void whatTheOptionsOfAKeyRunIsTold() {
        assertEquals(List.of("command for ann@pc | /opt/x \"a b\"", "LD_PRELOAD | /opt/y.so"), Places.told(new AuthorizedKeys(),
                "# command=\"/opt/no\" ssh-rsa AAAA z\nno-pty,command=\"/opt/x \\\"a b\\\"\",environment=\"LD_PRELOAD=/opt/y.so\" ssh-rsa"
                        + " AAAA ann@pc\nssh-ed25519 AAAA command=\"/opt/comment\"\n"));
    }

    @Test
    void aQuoteThatNeverEndsHidesNoCommand() {
        List<String> told = Places.told(new AuthorizedKeys(), "command=\"/opt/x,no-pty ssh-rsa AAAA\ncommand=\"/opt/y\" ssh-rsa AAAA b\n");
        assertEquals(2, told.size());
        assertTrue(told.getFirst().contains("/opt/x"), told::toString);
        assertEquals("command for b | /opt/y", told.getLast());
    }
}
