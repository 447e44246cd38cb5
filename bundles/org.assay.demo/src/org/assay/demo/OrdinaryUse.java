package org.assay.demo;

import java.time.Instant;

/** What changed on the machine because people worked on it: an analyst must not drown in this. */
final class OrdinaryUse {

    private static final Instant UPDATE = Instant.parse("2000-04-10T14:05:00Z");
    private static final Instant WORK = Instant.parse("2000-05-03T15:20:00Z");

    private OrdinaryUse() {
    }

    static void happen(FileTree tree, RegistryKeys machine, RegistryKeys user) {
        tree.text("BOOTLOG.TXT", WORK, "[0003B07C] Loading Device = C:\\WINDOWS\\HIMEM.SYS\n[0003B07E] LoadSuccess = HIMEM.SYS\n");
        tree.edit("WINDOWS/SCHEDLOG.TXT", WORK, "    Started 17/03/00 09:01:12\n",
                "    Started 17/03/00 09:01:12\n    Exited 17/03/00 17:30:45\n    Started 03/05/00 08:58:31\n");
        tree.standIn("My Documents/Invoices/2000-04.xls", WORK);
        tree.standIn("My Documents/minutes of 3 May.doc", WORK);
        tree.standIn("WINDOWS/Recent/minutes of 3 May.doc.lnk", WORK);
        tree.move("My Documents/letter to the bank.doc", "My Documents/Letters/letter to the bank.doc");
        tree.text("Program Files/Ledger/LEDGER.EXE", UPDATE, "Assay demo: version 4.2 of a sample program. Harmless text.\n");
        tree.text("Program Files/Ledger/REPORT.DLL", UPDATE, "Assay demo: version 4.2 of a sample library. Harmless text.\n");
        machine.string(GoldRegistry.LEDGER, "Version", "4.2");
        user.string("HKEY_CURRENT_USER\\Control Panel\\Desktop", "ScreenSaveTimeOut", "900");
        tree.standIn("WINDOWS/Desktop/SNOWFALL.EXE", WORK);
    }
}
