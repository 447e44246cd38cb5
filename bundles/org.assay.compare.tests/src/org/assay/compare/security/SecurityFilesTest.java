package org.assay.compare.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.assay.compare.context.TextPair;
import org.assay.model.Location;
import org.assay.testkit.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/etc/passwd | a:x:1000:1000::/home/a:/bin/bash | toor:x:0:0::/root:/bin/bash | HIGH account toor with uid 0 and shell /bin/bash"
                + " added",
        "/etc/passwd | '' | bob:x:1001:1001::/home/bob:/bin/sh | MEDIUM account bob with uid 1001 and shell /bin/sh added",
        "/etc/passwd | '' | _chrony:x:101:101::/:/usr/sbin/nologin | LOW account _chrony with uid 101 and shell /usr/sbin/nologin added",
        "/etc/passwd | a:x:1000:1000::/:/bin/sh | a:x:0:1000::/:/bin/sh | HIGH account a has uid 0 now, it was 1000",
        "/etc/passwd | www:x:33:33::/:/usr/sbin/nologin | www:x:33:33::/:/bin/bash"
                + " | HIGH account www can log on now: its shell is /bin/bash, it was /usr/sbin/nologin",
        "/etc/passwd | a:x:1:1::/:/bin/sh | a::1:1::/:/bin/sh | HIGH account a needs no password now",
        "/etc/shadow | www:*:1:0 | www:$6$abc:2:0 | HIGH account www has a password now, it had none",
        "/etc/shadow | a:$6$abc:2:0 | a:$6$def:2:0 | MEDIUM account a has another password now",
        "/etc/shadow | '' | a:!:2:0 | ''",
        "/etc/group | sudo:x:27:ann | sudo:x:27:ann,bob | HIGH account bob is in group sudo now",
        "/etc/group | '' | games2:x:27:bob | LOW account bob is in group games2 now",
        "/etc/sudoers.d/x | '' | bob ALL=(ALL) NOPASSWD: ALL | HIGH rule without a password: \"bob ALL=(ALL) NOPASSWD: ALL\"",
        "/etc/pam.d/sshd | '' | auth sufficient pam_exec.so /tmp/x | HIGH step of a logon: \"auth sufficient pam_exec.so /tmp/x\"",
        "/etc/pam.d/su | auth required pam_wheel.so | '' | MEDIUM step of a logon left out: \"auth required pam_wheel.so\"",
        "/root/.ssh/authorized_keys | '' | ssh-ed25519 AAAA mallory | HIGH key \"ssh-ed25519 … mallory\" may log on",
        "C:/Windows/System32/drivers/etc/hosts | '' | 6.6.6.6 update.microsoft.com"
                + " | HIGH name of an update or security service led elsewhere: \"6.6.6.6 update.microsoft.com\"",
        "/etc/hosts | '' | 127.0.1.1 pc17 | LOW name: \"127.0.1.1 pc17\"",
        "/etc/fstab | tmpfs /tmp tmpfs noexec 0 0 | tmpfs /tmp tmpfs defaults 0 0"
                + " | HIGH file system mounted without its guards: \"tmpfs /tmp tmpfs defaults 0 0\"",
        "/etc/motd | '' | hello | ''"})
    void aLineIsSaidByWhatItMeans(String path, String before, String after, String said) {
        assertEquals(said, SecurityFiles.gains(Items.place(path), new TextPair(lines(before), lines(after))).stream()
                .map(gain -> gain.severity() + " " + gain.sentence()).collect(Collectors.joining("; ")));
    }

    @Test
    void theContentOfTheseFilesIsKept() {
        assertTrue(SecurityFiles.KEPT.in(Location.file("", "etc")).applyAsLong("passwd") > 0);
        assertTrue(SecurityFiles.KEPT.in(Location.file("", "root", ".ssh")).applyAsLong("authorized_keys") > 0);
        assertEquals(0, SecurityFiles.KEPT.in(Location.file("", "home", "ann")).applyAsLong("letter.txt"));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
