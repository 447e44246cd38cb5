package org.assay.compare.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.testkit.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakSettingsTest {

    private static final String SYSTEM = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System";

    @Test
    void aWeakValueIsSaidWithItsMeaningAndTheSafeOne() {
        WeakSettings.Weakened weak = judge(SYSTEM, "EnableLUA", "1", "0").orElseThrow();
        assertEquals(Severity.HIGH, weak.severity());
        assertEquals("EnableLUA is 0 (before: 1): User Account Control is off, so every program of an administrator has all rights. Safe:"
                + " 1.",
                weak.sentence());
    }

    @Test
    void whatWasWeakBeforeOrIsSafeNowIsNotSaid() {
        assertEquals(Optional.empty(), judge(SYSTEM, "EnableLUA", "0", "1"));
        assertEquals(Optional.empty(), judge(SYSTEM, "EnableLUA", "0", "0"));
        assertEquals(Optional.empty(), judge("HKLM\\Software\\Else", "EnableLUA", "1", "0"));
    }

    @ParameterizedTest
    @CsvSource({"HKCU\\Environment, COMPlus_ETWEnabled, , 0", "HKU\\ann\\Environment, COMPlus_ETWEnabled, , 0",
        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa, RunAsPPL, 1,",
        "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender\\Exclusions\\Paths, C:\\Temp, , 0",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters, DataBasePath, %SystemRoot%\\System32\\drivers\\etc, C:\\x",
        "HKU\\ann\\Software\\Microsoft\\Office\\16.0\\Word\\Security, VBAWarnings, 2, 1"})
    void weakValuesAreFoundWhereverTheyBelong(String key, String name, String before, String after) {
        assertEquals(1, judge(key, name, before, after).stream().count());
    }

    @ParameterizedTest
    @CsvSource({"/etc/ssh/sshd_config, PermitRootLogin, no, yes", "/etc/ssh/sshd_config.d/x.conf, permitemptypasswords, , yes",
        "/etc/sysctl.d/9.conf, kernel.core_pattern, core, |/tmp/x %p", "/etc/selinux/config, SELINUX, enforcing, permissive"})
    void filesHoldSuchSettingsToo(String file, String name, String before, String after) {
        assertEquals(1, WeakSettings.judge(Items.place(file), name, Optional.ofNullable(before), Optional.of(after)).stream().count());
    }

    @Test
    void aCorePatternWithoutAProgramIsNotWeak() {
        assertEquals(Optional.empty(), WeakSettings.judge(Items.place("/etc/sysctl.conf"), "kernel.core_pattern", Optional.empty(),
                Optional.of("core.%p")));
    }

    private static Optional<WeakSettings.Weakened> judge(String key, String name, String before, String after) {
        Location holder = Items.keyPlace(key);
        return WeakSettings.judge(holder, name, Optional.ofNullable(before), Optional.ofNullable(after));
    }
}
