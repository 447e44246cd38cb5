package org.assay.demo;

import java.time.Instant;

/**
 * The traces that VBS.LoveLetter left in May 2000 (CERT Advisory CA-2000-04), with harmless stand-ins for its files, at the moment
 * when the program that its start page fetches has not come yet. It also hid each recording beside which it put a script; only FAT keeps
 * that attribute, so the demo leaves it out.
 */
final class LoveLetter {

    private static final Instant RUN = Instant.parse("2000-05-04T08:31:02Z");
    /** By this size, in bytes, a clean-up tool of the time knew the body. */
    private static final int BODY_SIZE = 10_324;
    private static final String BODY = body();

    private LoveLetter() {
    }

    static void infect(FileTree tree, RegistryKeys machine, RegistryKeys user) {
        infect(tree, machine, user, RUN);
    }

    /** The attachment as mail programs put it where it can be opened. */
    static void attach(FileTree tree, Instant came) {
        tree.text("WINDOWS/TEMP/LOVE-LETTER-FOR-YOU.TXT.vbs", came, BODY);
    }

    /** What one of its many variants left, by the names that it was given ("Very Funny", CERT Advisory CA-2000-04). */
    static void infectWithVariant(FileTree tree, RegistryKeys machine, Instant run) {
        String body = BODY + "' Very funny.\n";
        tree.text("WINDOWS/TEMP/Very Funny.vbs", run, body);
        tree.text("WINDOWS/SYSTEM/Very Funny.vbs", run, body);
        tree.text("WINDOWS/SYSTEM/Kernel32.vbs", run, body);
        tree.text("WINDOWS/Reload.vbs", run, body);
        tree.text("Program Files/Ledger/backup.vbs", run, body);
        machine.string(GoldRegistry.CURRENT_VERSION + "\\Run", "Kernel32", "C:\\WINDOWS\\SYSTEM\\Kernel32.vbs");
        machine.string(GoldRegistry.CURRENT_VERSION + "\\RunServices", "Reload", "C:\\WINDOWS\\Reload.vbs");
    }

    /** @param run when it ran */
    static void infect(FileTree tree, RegistryKeys machine, RegistryKeys user, Instant run) {
        copies(tree, run);
        replaceWork(tree, run);
        tree.text("WINDOWS/SYSTEM/LOVE-LETTER-FOR-YOU.HTM", run, "<HTML><BODY>Assay demo: a harmless stand-in.</BODY></HTML>\n");
        tree.text("mIRC/script.ini", run, "[script]\n; Assay demo: a harmless stand-in that sends nothing.\n");
        machine.string(GoldRegistry.CURRENT_VERSION + "\\Run", "MSKernel32", "C:\\WINDOWS\\SYSTEM\\MSKernel32.vbs");
        machine.string(GoldRegistry.CURRENT_VERSION + "\\RunServices", "Win32DLL", "C:\\WINDOWS\\Win32DLL.vbs");
        user.string(GoldRegistry.USER + "\\Internet Explorer\\Main", "Start Page", "http://www.skyinet.net/~stand-in/WIN-BUGSFIX.exe");
        user.dword(GoldRegistry.USER + "\\Windows Scripting Host\\Settings", "Timeout", 0);
        user.string(GoldRegistry.USER + "\\WAB", "Contacts", "2");
        user.dword(GoldRegistry.USER + "\\WAB", "ben@example.org", 1);
        user.dword(GoldRegistry.USER + "\\WAB", "carla@example.org", 1);
    }

    private static void copies(FileTree tree, Instant run) {
        tree.text("WINDOWS/SYSTEM/MSKernel32.vbs", run, BODY);
        tree.text("WINDOWS/Win32DLL.vbs", run, BODY);
        tree.text("WINDOWS/SYSTEM/LOVE-LETTER-FOR-YOU.TXT.vbs", run, BODY);
    }

    private static void replaceWork(FileTree tree, Instant run) {
        tree.text("WINDOWS/SAMPLES/WSH/chart.vbs", run, BODY);
        tree.text("WINDOWS/SAMPLES/WSH/showvar.vbs", run, BODY);
        tree.text("Program Files/Ledger/backup.vbs", run, BODY);
        replace(tree, "WINDOWS/SAMPLES/WSH/network.js", "WINDOWS/SAMPLES/WSH/network.vbs", run);
        replace(tree, "My Documents/Web site/menu.js", "My Documents/Web site/menu.vbs", run);
        replace(tree, "My Documents/Web site/style.css", "My Documents/Web site/style.vbs", run);
        replace(tree, "My Documents/My Pictures/beach.jpg", "My Documents/My Pictures/beach.jpg.vbs", run);
        replace(tree, "My Documents/My Pictures/birthday.jpg", "My Documents/My Pictures/birthday.jpg.vbs", run);
        replace(tree, "My Documents/My Pictures/garden.jpeg", "My Documents/My Pictures/garden.jpeg.vbs", run);
        tree.text("My Documents/Music/ballad.mp2.vbs", run, BODY);
        tree.text("My Documents/Music/march.mp3.vbs", run, BODY);
        tree.text("My Documents/Music/summer.mp3.vbs", run, BODY);
    }

    private static void replace(FileTree tree, String gone, String came, Instant run) {
        tree.remove(gone);
        tree.text(came, run, BODY);
    }

    private static String body() {
        String line = "' Assay demo: a harmless stand-in for VBS.LoveLetter. These lines are remarks and do nothing.\n";
        int inDosText = line.length() + 1;
        return line.repeat(BODY_SIZE / inDosText) + "'".repeat(BODY_SIZE % inDosText);
    }
}
