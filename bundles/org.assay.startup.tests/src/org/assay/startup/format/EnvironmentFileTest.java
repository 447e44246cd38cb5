package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** environment.d(5), pam_env.conf(5) and systemd-system.conf(5). */
class EnvironmentFileTest {

    @Test
    void whatVariablesMakeProgramsLoadIsTold() {
        assertEquals(List.of("LD_PRELOAD | /opt/a.so", "LD_AUDIT | /opt/b.so", "LD_AUDIT | /opt/c.so", "LD_PRELOAD | /opt/d.so",
                "PAGER | /opt/p"), Places.told(new EnvironmentFile(), "# LD_PRELOAD=/no.so\nDIR=/opt\nLD_PRELOAD=${DIR}/a.so\nLANG=C\n"
                        + "LD_AUDIT DEFAULT=/opt/b.so OVERRIDE=/opt/c.so\n"
                        + "DefaultEnvironment=\"LD_PRELOAD=/opt/d.so\" \"PAGER=/opt/p\"\n"));
    }

    @Test
    void variablesThatDoubleEachOtherStayBounded() {
        StringBuilder text = new StringBuilder("A0=xxxxxxxxxxxxxxxx\n");
        for (int at = 1; at < 60; at++) {
            text.append("A").append(at).append("=${A").append(at - 1).append("}${A").append(at - 1).append("}\n");
        }
        FormatChecks.check(new EnvironmentFile(), text.append("LD_PRELOAD=${A31}${A30}${A20}\n").toString()
                .getBytes(StandardCharsets.US_ASCII));
    }
}
