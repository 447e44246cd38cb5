package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Rules as pam.conf(5) and pam_exec(8) have them. */
class PamRulesTest {

    @Test
    void modulesAndTheProgramsOfPamExecAreTold() {
        assertEquals(List.of("pam_unix.so | pam_unix.so", "evil.so | /opt/evil.so", "pam_permit.so | pam_permit.so",
                "pam_exec.so | pam_exec.so", "pam_exec | '/opt/x' ''\\''a'"), Places.told(new PamRules(),
                        "# auth required no.so\nauth required pam_unix.so\n-session optional \\\n /opt/evil.so x\n"
                                + "account [success=1 default=ignore] pam_permit.so\nlogin auth optional pam_exec.so quiet /opt/x 'a\n"
                                + "@include other\nauth include common\n"));
    }

    @Test
    void aBracketThatNeverEndsHidesNoOtherRule() {
        List<String> told = Places.told(new PamRules(), "auth [never pam_x.so y\nauth required /opt/evil.so\n");
        assertEquals("evil.so | /opt/evil.so", told.getLast());
    }
}
