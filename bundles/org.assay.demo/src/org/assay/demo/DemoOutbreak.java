package org.assay.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.Decision;

/**
 * A sample incident: an office machine with Windows 98 as it was, and the same machine after two worms of the year 2000, with the ordinary
 * work of seven weeks in between. Every file is a short harmless text or has nothing but remarks in it. Laying it twice gives the same
 * bytes and times.
 */
public final class DemoOutbreak {

    private static final Instant EXPORTED_BEFORE = Instant.parse("2000-03-17T10:00:00Z");
    private static final Instant EXPORTED_AFTER = Instant.parse("2000-05-04T12:00:00Z");

    private final DemoMachine gold;
    private final DemoMachine infected;

    private DemoOutbreak(DemoMachine gold, DemoMachine infected) {
        this.gold = gold;
        this.infected = infected;
    }

    /**
     * Writes both machines below {@code folder}: the trees {@code gold} and {@code infected}, and beside them the exports of each. The
     * folder is made when it does not exist; nothing outside it is touched.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT} when the folder holds anything or cannot be written
     */
    public static DemoOutbreak write(Path folder) {
        FileTree tree = GoldFiles.tree();
        RegistryKeys machine = GoldRegistry.machine();
        RegistryKeys user = GoldRegistry.user();
        try {
            requireEmpty(Files.createDirectories(folder));
            DemoMachine gold = write(folder, "gold", EXPORTED_BEFORE, tree, machine, user);
            OrdinaryUse.happen(tree, machine, user);
            PrettyPark.infect(tree, machine);
            LoveLetter.infect(tree, machine, user);
            IniLines.add(tree);
            return new DemoOutbreak(gold, write(folder, "infected", EXPORTED_AFTER, tree, machine, user));
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The demo cannot be written to " + folder + ": " + e.getMessage()
                    + ". Name a new folder on a disk that can be written.", e);
        }
    }

    static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> held = Files.list(folder)) {
            if (held.findAny().isPresent()) {
                throw new AssayException(ErrorCode.OUTPUT, "The demo needs a new or empty folder, and " + folder
                        + " holds something already. Name another.");
            }
        }
    }

    static DemoMachine write(Path folder, String name, Instant exported, FileTree tree, RegistryKeys machine, RegistryKeys user)
            throws IOException {
        Path hklm = folder.resolve(name + "-hklm.reg");
        Path hkcu = folder.resolve(name + "-hkcu.reg");
        tree.write(folder.resolve(name), GoldFiles.INSTALLED);
        machine.writeRegedit4(hklm, exported);
        user.writeVersion5(hkcu, exported);
        return new DemoMachine(folder.resolve(name), List.of(hklm, hkcu));
    }

    /** The machine before. Its export of HKLM is in the form of Windows 98, that of HKCU in the form of Windows 2000. */
    public DemoMachine gold() {
        return gold;
    }

    /** The machine after, exported in the same two forms. */
    public DemoMachine infected() {
        return infected;
    }

    /** What an analyst would decide on the changes between the two, in order: a later tag replaces an earlier one on the same change. */
    public List<DemoTag> tags() {
        return List.of(
                new DemoTag("**.vbs", Decision.QUARANTINE, "A copy of LoveLetter."),
                new DemoTag("**\\LOVE-LETTER-FOR-YOU.HTM", Decision.QUARANTINE, "LoveLetter sends itself with it."),
                new DemoTag("**\\mIRC\\script.ini", Decision.QUARANTINE, "LoveLetter sends itself with it."),
                new DemoTag("**\\SYSTEM\\FILES32.VXD", Decision.QUARANTINE, "Pretty Park. Repair exefile before it goes."),
                new DemoTag("**\\SAMPLES\\WSH\\chart.vbs", Decision.REPAIR, "Overwritten by LoveLetter."),
                new DemoTag("**\\SAMPLES\\WSH\\showvar.vbs", Decision.REPAIR, "Overwritten by LoveLetter."),
                new DemoTag("**\\Ledger\\backup.vbs", Decision.REPAIR, "Overwritten by LoveLetter."),
                new DemoTag("**.jp*g", Decision.REPAIR, "Removed by LoveLetter."),
                new DemoTag("**.js", Decision.REPAIR, "Removed by LoveLetter."),
                new DemoTag("**.css", Decision.REPAIR, "Removed by LoveLetter."),
                new DemoTag("**\\WINDOWS\\WIN.INI", Decision.REPAIR, "Its line run= starts a worm."),
                new DemoTag("**\\WINDOWS\\SYSTEM.INI", Decision.REPAIR, "Its line shell= starts a worm."),
                new DemoTag("**\\exefile\\shell\\open\\command [(Default)]", Decision.REPAIR, "Starts Pretty Park with every program."),
                new DemoTag("**\\CurrentVersion\\Run [MSKernel32]", Decision.REPAIR, "Starts LoveLetter."),
                new DemoTag("**\\CurrentVersion\\RunServices [Win32DLL]", Decision.REPAIR, "Starts LoveLetter."),
                new DemoTag("**\\Internet Explorer\\Main [Start Page]", Decision.REPAIR, "Fetches a program for LoveLetter."),
                new DemoTag("**\\Windows Scripting Host\\Settings [Timeout]", Decision.REPAIR, "Taken away so that LoveLetter can finish."),
                new DemoTag("**\\Microsoft\\WAB [*]", Decision.REPAIR, "LoveLetter's list of whom it has written to."),
                new DemoTag("**\\BOOTLOG.TXT", Decision.ACCEPT, "Written at every start."),
                new DemoTag("**\\SCHEDLOG.TXT", Decision.ACCEPT, "Written at every start."),
                new DemoTag("**\\My Documents\\Invoices\\2000-04.xls", Decision.ACCEPT, "Ann's work."),
                new DemoTag("**\\My Documents\\Letters**", Decision.ACCEPT, "Ann put her letters in order."),
                new DemoTag("**\\minutes of 3 May.doc*", Decision.ACCEPT, "Ann's work, and the shortcut that Windows made to it."),
                new DemoTag("**\\Example\\Ledger [Version]", Decision.ACCEPT, "Update of 10 April, confirmed by its maker."),
                new DemoTag("**\\Ledger\\*.EXE", Decision.ACCEPT, "Update of 10 April, confirmed by its maker."),
                new DemoTag("**\\Ledger\\*.DLL", Decision.ACCEPT, "Update of 10 April, confirmed by its maker."),
                new DemoTag("**\\Control Panel\\Desktop [ScreenSaveTimeOut]", Decision.ACCEPT, "Set by Ann."),
                new DemoTag("**\\Desktop\\SNOWFALL.EXE", Decision.INVESTIGATE, "Nobody knows where this came from."));
    }
}
