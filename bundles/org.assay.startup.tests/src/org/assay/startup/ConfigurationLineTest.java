package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of configuration that name a program lead to it. Sources: Atomic Red Team T1574.006; PANIX; metasploit 19359; the manuals. */
class ConfigurationLineTest {

    private static final String X = "/opt/evil/x";

    private static List<StartupEntry> entries(MemorySnapshot snapshot) {
        return StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries();
    }

    private static MemorySnapshot linux() {
        return new MemorySnapshot().withFolder("/lib").with(X);
    }

    private static boolean leads(String file, String text) {
        return entries(linux().withText(file, text.replace("\\n", "\n") + "\n")).stream().anyMatch(entry -> entry.outcome()
                == TargetOutcome.FOUND && entry.targetPath().equals(X));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "/etc/ld.so.preload # /opt/evil/x",
        "/etc/pam.d/sshd # session optional pam_exec.so seteuid /opt/evil/x",
        "/etc/pam.d/sshd # auth [success=1 default=ignore] /opt/evil/x use_first_pass",
        "/etc/ssh/sshd_config # AuthorizedKeysCommand /opt/evil/x %u",
        "/etc/ssh/sshd_config # Match User art\\n  ForceCommand /opt/evil/x",
        "/etc/ssh/sshd_config # Subsystem sftp /opt/evil/x",
        "/home/art/.ssh/authorized_keys # no-pty,command=\"/opt/evil/x\" ssh-ed25519 AAAA x",
        "/home/art/.ssh/authorized_keys # environment=\"LD_PRELOAD=/opt/evil/x\" ssh-ed25519 AAAA x",
        "/home/art/.ssh/config # Match exec \"/opt/evil/x\"",
        "/home/art/.ssh/config # ProxyCommand /opt/evil/x %h",
        "/home/art/.ssh/config # PKCS11Provider /opt/evil/x",
        "/etc/modprobe.d/x.conf # install usb-storage /bin/sh -c \"/opt/evil/x\"",
        "/etc/binfmt.d/x.conf # :x:M::MZ::/opt/evil/x:C",
        "/etc/rsyslog.d/x.conf # :msg, contains, \"x\" action(type=\"omprog\" binary=\"/opt/evil/x\")",
        "/etc/rsyslog.d/x.conf # *.* ^/opt/evil/x",
        "/etc/xinetd.d/x # service x\\n{\\n server = /opt/evil/x\\n}",
        "/etc/inetd.conf # x stream tcp nowait root /opt/evil/x x",
        "/etc/default/grub # GRUB_CMDLINE_LINUX=\"quiet init=/opt/evil/x\"",
        "/etc/network/interfaces # iface eth0 inet dhcp\\n  post-up /opt/evil/x",
        "/etc/udev/rules.d/1.rules # SUBSYSTEM==\"net\", RUN+=\"/usr/bin/at -M -f /opt/evil/x now\"",
        "/etc/passwd # art:x:1000:1000::/home/art:/opt/evil/x",
        "/etc/logrotate.conf # /x {\\n postrotate\\n true\\n /opt/evil/x\\n endscript\\n}",
        "/etc/audit/plugins.d/x.conf # active = yes\\npath = /opt/evil/x",
        "/etc/dnf/libdnf5-plugins/actions.d/x.actions # post_transaction::::/opt/evil/x",
        "/etc/dpkg/dpkg.cfg.d/x # post-invoke=/opt/evil/x",
        "/etc/snmp/snmpd.conf # extend x /opt/evil/x",
        "/etc/zabbix/zabbix_agentd.conf # UserParameter=key,/opt/evil/x",
        "/etc/aliases # root: \"|/opt/evil/x\"",
        "/home/art/.gitconfig # [filter \"a\"]\\n clean = /opt/evil/x",
        "/home/art/.gitconfig # [alias]\\n st = !/opt/evil/x",
        "/home/art/.bashrc # if true; then\\n  /opt/evil/x &\\nfi",
        "/home/art/.bashrc # export LD_PRELOAD=/opt/evil/x",
        "/home/art/.bashrc # source /opt/evil/x",
        "/etc/environment # LD_PRELOAD=/opt/evil/x",
        "/etc/security/pam_env.conf # LD_PRELOAD DEFAULT= OVERRIDE=/opt/evil/x",
        "/etc/systemd/system.conf.d/x.conf # [Manager]\\nDefaultEnvironment=LD_PRELOAD=/opt/evil/x",
        "/etc/environment.d/x.conf # NODE_OPTIONS=\"--require /opt/evil/x\"",
        "/etc/lightdm/lightdm.conf # [Seat:*]\\nsession-setup-script=/opt/evil/x",
        "/etc/supervisor/conf.d/x.conf # [program:x]\\ncommand=/opt/evil/x",
        "/etc/php/8.2/cli/php.ini # auto_prepend_file = /opt/evil/x",
        "/etc/postgresql/15/main/postgresql.conf # archive_command = '/opt/evil/x %p'"})
    void aLineLeadsToItsProgram(String file, String line) {
        assertTrue(leads(file.strip(), line.strip()), file + ": " + line);
    }

    // metasploit pull request 21206; elastic/detection-rules pull request 3746; tclahr/uac
    @ParameterizedTest
    @ValueSource(strings = {"/home/art/.vim/plugin/x.vim", "/etc/local.d/x.start", "/etc/initramfs-tools/scripts/init-bottom/x",
        "/etc/bash_completion.d/x", "/etc/gdm3/PostLogin/Default", "/usr/lib/systemd/system-shutdown/x", "/etc/libvirt/hooks/qemu",
        "/etc/ppp/ip-up.d/x", "/etc/periodic/15min/x", "/home/art/.config/nvim/init.lua", "/etc/kernel/postinst.d/x"})
    void aFileThatRunsIsAnEntry(String file) {
        assertEquals(file, entries(linux().withText(file, "x\n")).getFirst().location().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/opt/i.conf | /opt/i.conf",
        "/etc/ssh/more/*.conf | /etc/ssh/more/x.conf", "own.conf | /etc/ssh/own.conf"})
    void whatAFileIncludesIsReadAsIfItStoodThere(String named, String file) {
        assertTrue(entries(linux().withText("/etc/ssh/sshd_config", "Include " + named + "\n").withText(file, "ForceCommand " + X + "\n"))
                .stream().anyMatch(entry -> entry.location().text().equals(file) && entry.targetPath().equals(X)));
    }

    // Each manual; tracker of UAC, "includes are not collected"
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "/home/art/.bashrc # . /var/tmp/i # /opt/evil/x",
        "/home/art/.bashrc # source ~/.x/i # /opt/evil/x",
        "/home/art/.zshrc # [ -f $HOME/.i ] && . $HOME/.i # /opt/evil/x",
        "/etc/ssh/sshd_config # Include /dev/shm/*.conf # ForceCommand /opt/evil/x",
        "/etc/rsyslog.conf # $IncludeConfig /var/tmp/i # *.* ^/opt/evil/x",
        "/etc/logrotate.conf # include /srv/i.d # prerotate\\n/opt/evil/x\\nendscript",
        "/etc/supervisor/supervisord.conf # [include]\\nfiles = /srv/*.ini # [program:x]\\ncommand=/opt/evil/x",
        "/etc/snmp/snmpd.conf # includeFile /srv/i # extend x /opt/evil/x",
        "/etc/postgresql/15/main/postgresql.conf # include_dir = '/srv/i' # archive_command = '/opt/evil/x %p'",
        "/home/art/.tmux.conf # source-file /srv/i # run-shell /opt/evil/x",
        "/etc/pam.d/sshd # auth include /srv/i # session optional pam_exec.so /opt/evil/x",
        "/etc/pam.d/sshd # @include /srv/i # session optional pam_exec.so /opt/evil/x",
        "/etc/pam.d/sshd # session required pam_env.so envfile=/srv/i # LD_PRELOAD=/opt/evil/x",
        "/etc/sudoers # ~#includedir /srv/i~ # Defaults secure_path=\"/opt/evil:/usr/bin\"",
        "/etc/ld.so.conf # include /srv/*.conf # /opt/evil",
        "/etc/ssh/sshd_config # AuthorizedKeysFile /srv/k/%u # command=\"/opt/evil/x\" ssh-rsa AAAA",
        "/etc/dbus-1/session.conf # <busconfig><servicedir>/srv/i</servicedir></busconfig> # [D-BUS Service]\\nExec=/opt/evil/x",
        "/home/art/.ssh/config # Include ~/c/* # ProxyCommand /opt/evil/x",
        "/home/art/.gitconfig # [include]\\npath = ../i # [core]\\npager = /opt/evil/x"})
    void whatIsIncludedIsKeptAndReadWhereverItLies(String file, String line, String included) {
        byte[] content = (line.strip().replace("\\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        Location place = MemorySnapshot.file(file.strip());
        List<Location> places = Catalogue.standard().keptContent().includes(place, place, content);
        assertEquals(1, places.size());
        String path = places.getFirst().text().replace("*", "x") + (line.contains(".d ") || line.contains("_dir") ? "/a" : "");
        assertTrue(entries(linux().withBytes(file.strip(), content).withText(path, included.strip().replace("\\n", "\n") + "\n")).stream()
                .anyMatch(entry -> entry.location().text().equals(path) && entry.targetPath().equals(X)), places.toString());
    }

    // Debian's /etc/skel/.profile puts ~/bin into the path, whether it is there or not
    @Test
    void aFolderOfTheSearchPathThatIsNotThereIsNoEntry() {
        MemorySnapshot machine = linux().withText("/home/art/.profile", "PATH=\"$HOME/bin:$PATH\"\n");
        assertTrue(entries(machine).stream().noneMatch(entry -> entry.label().equals("PATH")));
        assertTrue(entries(machine.with("/home/art/bin/ls")).stream().anyMatch(entry -> entry.label().equals("PATH")
                && entry.targetPath().equals("/home/art/bin/ls")));
    }

    // sshd_config(5), "TOKENS"
    @ParameterizedTest
    @ValueSource(strings = {"AuthorizedKeysFile .keys/a", "AuthorizedKeysFile .ssh/authorized_keys %h/.keys/a"})
    void keysAreLookedForInEachHome(String line) {
        assertTrue(entries(linux().withText("/etc/ssh/sshd_config", line + "\n").withText("/home/art/.keys/a", "command=\"" + X
                + "\" ssh-rsa AAAA\n")).stream().anyMatch(entry -> entry.targetPath().equals(X)));
        Location place = MemorySnapshot.file("/etc/ssh/sshd_config");
        assertEquals(List.of("/home/*/.keys/a", "/root/.keys/a"), Catalogue.standard().keptContent().includes(place, place,
                line.getBytes(StandardCharsets.UTF_8)).stream().map(Location::text).toList());
    }

    @Test
    void filesThatIncludeEachOtherAreReadOnce() {
        List<StartupEntry> entries = entries(linux().withText("/home/art/.gitconfig", "[include]\npath = /opt/a\n").withText("/opt/a",
                "[include]\npath = ~/.gitconfig\npath = /opt/a\n[core]\nsshCommand = " + X + "\n"));
        assertEquals(List.of("/opt/a [core] sshCommand"), entries.stream().filter(entry -> entry.label().contains("core"))
                .map(entry -> entry.location().text() + " " + entry.label())
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/*", "//", "..", "../../../..", "*", "~", "~/", "/etc/ssh/*/*/*", "?", "{a,b}*", "[", "\u0000"})
    void namesThatIncludeNothingSensibleAreAnswered(String named) {
        assertTrue(entries(linux().withText("/etc/ssh/sshd_config", "Include " + named + "\nForceCommand " + X + "\n")).stream()
                .anyMatch(entry -> entry.targetPath().equals(X)));
    }

    @Test
    void secretsAreNotKept() {
        for (String secret : List.of("/etc/shadow", "/etc/ssh/ssh_host_rsa_key", "/home/a/.ssh/id_rsa", "/home/a/.netrc", "/home/a/.pgpass",
                "/etc/krb5.keytab", "/etc/ssl/private/x.key")) {
            Location file = MemorySnapshot.file(secret);
            assertEquals(0, Catalogue.standard().keptContent().in(new Location(file.space(),
                    file.components().subList(0, file.components().size() - 1))).applyAsLong(file.name()), secret);
        }
    }
}
