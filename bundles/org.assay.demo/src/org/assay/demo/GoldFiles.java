package org.assay.demo;

import java.time.Instant;

/** The files of a small office machine with Windows 98, as they were before anything happened. */
final class GoldFiles {

    /** When the system was installed. */
    static final Instant INSTALLED = Instant.parse("1999-04-23T22:22:00Z");
    private static final Instant WORKED = Instant.parse("2000-03-17T09:40:00Z");

    private static final String SYSTEM = """
            COMMAND.COM
            IO.SYS
            WINDOWS/CALC.EXE
            WINDOWS/COMMAND/ATTRIB.EXE
            WINDOWS/COMMAND/DISPLAY.SYS
            WINDOWS/COMMAND/DOSKEY.COM
            WINDOWS/COMMAND/EDIT.COM
            WINDOWS/COMMAND/FORMAT.COM
            WINDOWS/COMMAND/KEYB.COM
            WINDOWS/COMMAND/MSCDEX.EXE
            WINDOWS/EXPLORER.EXE
            WINDOWS/HIMEM.SYS
            WINDOWS/HWINFO.EXE
            WINDOWS/INF/LAYOUT.INF
            WINDOWS/MEDIA/CHIMES.WAV
            WINDOWS/NOTEPAD.EXE
            WINDOWS/REGEDIT.EXE
            WINDOWS/RUNDLL32.EXE
            WINDOWS/SAMPLES/WSH/chart.vbs
            WINDOWS/SAMPLES/WSH/network.js
            WINDOWS/SAMPLES/WSH/showvar.vbs
            WINDOWS/SCANREGW.EXE
            WINDOWS/SMARTDRV.EXE
            WINDOWS/SYSTEM/COMDLG32.DLL
            WINDOWS/SYSTEM/COMM.DRV
            WINDOWS/SYSTEM/GDI.EXE
            WINDOWS/SYSTEM/KEYBOARD.DRV
            WINDOWS/SYSTEM/MMSOUND.DRV
            WINDOWS/SYSTEM/MMSYSTEM.DLL
            WINDOWS/SYSTEM/MMTASK.TSK
            WINDOWS/SYSTEM/MOUSE.DRV
            WINDOWS/SYSTEM/MSGSRV32.EXE
            WINDOWS/SYSTEM/MSMOUSE.VXD
            WINDOWS/SYSTEM/MSTASK.EXE
            WINDOWS/SYSTEM/PCI.VXD
            WINDOWS/SYSTEM/POWER.DRV
            WINDOWS/SYSTEM/POWRPROF.DLL
            WINDOWS/SYSTEM/SHELL.DLL
            WINDOWS/SYSTEM/SHELL32.DLL
            WINDOWS/SYSTEM/SYSTEM.DRV
            WINDOWS/SYSTEM/SYSTRAY.EXE
            WINDOWS/SYSTEM/USER.EXE
            WINDOWS/SYSTEM/VGA.DRV
            WINDOWS/SYSTEM/VNETSUP.VXD
            WINDOWS/SYSTEM/WSOCK32.DLL
            WINDOWS/TASKMON.EXE
            WINDOWS/WIN.COM
            WINDOWS/WINHELP.EXE
            WINDOWS/WRITE.EXE
            WINDOWS/WSCRIPT.EXE
            """;

    private static final String PROGRAMS_AND_WORK = """
            My Documents/Invoices/1999-11.xls
            My Documents/Invoices/2000-01.xls
            My Documents/Invoices/2000-02.xls
            My Documents/Music/ballad.mp2
            My Documents/Music/march.mp3
            My Documents/Music/summer.mp3
            My Documents/My Pictures/beach.jpg
            My Documents/My Pictures/birthday.jpg
            My Documents/My Pictures/garden.jpeg
            My Documents/My Pictures/logo.bmp
            My Documents/My Pictures/map.gif
            My Documents/Web site/index.htm
            My Documents/Web site/menu.js
            My Documents/Web site/prices.htm
            My Documents/Web site/style.css
            My Documents/budget.xls
            My Documents/letter to the bank.doc
            My Documents/holiday plan.txt
            Program Files/Accessories/MSPAINT.EXE
            Program Files/Accessories/WORDPAD.EXE
            Program Files/Internet Explorer/IEXPLORE.EXE
            Program Files/Ledger/LEDGER.EXE
            Program Files/Ledger/LEDGER.HLP
            Program Files/Ledger/REPORT.DLL
            Program Files/Ledger/backup.vbs
            Program Files/Outlook Express/MSIMN.EXE
            WINDOWS/Desktop/telephone list.txt
            WINDOWS/Recent/budget.xls.lnk
            mIRC/mirc.hlp
            mIRC/mirc32.exe
            """;

    private static final String WIN_INI = """
            [windows]
            load=
            run=
            NullPort=None
            device=Example Printer,EXAMPLE,LPT1:

            [Desktop]
            Wallpaper=(None)
            TileWallpaper=0
            WallpaperStyle=0

            [intl]
            iCountry=44
            sCountry=United Kingdom

            [Extensions]
            txt=notepad.exe ^.txt
            bmp=C:\\Progra~1\\Access~1\\mspaint.exe ^.bmp
            """;

    private static final String SYSTEM_INI = """
            [boot]
            oemfonts.fon=vgaoem.fon
            shell=Explorer.exe
            system.drv=system.drv
            drivers=mmsystem.dll power.drv
            user.exe=user.exe
            gdi.exe=gdi.exe
            sound.drv=mmsound.drv
            comm.drv=comm.drv
            mouse.drv=mouse.drv
            keyboard.drv=keyboard.drv
            display.drv=vga.drv

            [386Enh]
            device=*vshare
            woafont=dosapp.fon
            mouse=*vmouse, msmouse.vxd

            [drivers]
            wavemapper=*.drv
            """;

    private GoldFiles() {
    }

    static FileTree tree() {
        FileTree tree = new FileTree();
        SYSTEM.lines().forEach(path -> tree.standIn(path, INSTALLED));
        PROGRAMS_AND_WORK.lines().forEach(path -> tree.standIn(path, WORKED));
        tree.text("AUTOEXEC.BAT", INSTALLED, """
                @ECHO OFF
                SET PATH=C:\\WINDOWS;C:\\WINDOWS\\COMMAND
                SET TEMP=C:\\WINDOWS\\TEMP
                C:\\WINDOWS\\SMARTDRV.EXE
                C:\\WINDOWS\\COMMAND\\DOSKEY.COM
                """);
        tree.text("CONFIG.SYS", INSTALLED, """
                DEVICE=C:\\WINDOWS\\HIMEM.SYS
                DEVICE=C:\\WINDOWS\\COMMAND\\DISPLAY.SYS CON=(EGA,,1)
                DOS=HIGH,UMB
                FILES=40
                """);
        tree.text("MSDOS.SYS", INSTALLED, """
                [Paths]
                WinDir=C:\\WINDOWS
                WinBootDir=C:\\WINDOWS
                HostWinBootDrv=C

                [Options]
                BootMulti=1
                BootGUI=1
                Network=1
                """);
        tree.text("BOOTLOG.TXT", WORKED, "[0003A1F2] Loading Device = C:\\WINDOWS\\HIMEM.SYS\n[0003A1F4] LoadSuccess = HIMEM.SYS\n");
        tree.text("WINDOWS/SCHEDLOG.TXT", WORKED, "\"Task Scheduler Service\"\n    Started 17/03/00 09:01:12\n");
        tree.text("WINDOWS/WIN.INI", WORKED, WIN_INI);
        tree.text("WINDOWS/SYSTEM.INI", INSTALLED, SYSTEM_INI);
        tree.text("WINDOWS/HOSTS.SAM", INSTALLED, "# A sample: one address and one name a line.\n127.0.0.1  localhost\n");
        tree.text("mIRC/mirc.ini", WORKED, "[mirc]\nnick=ann\nhost=irc.example.org\n\n[rfiles]\nn0=remote.ini\nn1=remote.ini\n");
        return tree;
    }
}
