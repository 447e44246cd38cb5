package org.assay.app.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.app.Case;
import org.assay.app.fleet.MergeCase;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;

/**
 * Seals, merges, packs and copies a case again and again, and prints a line for everything that was reported as done, until it is killed.
 */
final class CustodyUser {

    static final String PASSWORD = "secret";

    private CustodyUser() {
    }

    /** Argument: the folder with {@code case}, {@code keys.p12}, {@code ann.pem} and the cases {@code other-N} to be merged. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        KeyArguments key = new KeyArguments(new KeyPlace.InFile(folder.resolve("keys.p12")), "");
        for (int round = rounds(folder);; round++) {
            try (Case openCase = Case.open(folder.resolve("case"))) {
                report("seals", new SealSnapshots(List.of(1L), key).run(openCase, PASSWORD.toCharArray()).getLast().seal());
                Path other = folder.resolve("other-" + openCase.hosts().size());
                if (Files.exists(Path.of(other + ".mv.db"))) {
                    try (Case taken = Case.openToRead(other, CaseWait.NONE, "")) {
                        new MergeCase(Set.of(), Set.of(), Optional.of(MergeCase.Side.OURS)).run(openCase, taken, Progress.NONE);
                    }
                    report("hosts", openCase.hosts().size());
                }
                new PackCase(List.of(folder.resolve("ann.pem")), folder.resolve("pack-" + round)).run(openCase, Optional.empty(),
                        Progress.NONE);
                report("packs", round);
                CopyCase.of(List.of(1L), folder.resolve("copy-" + round)).run(openCase, Progress.NONE);
                report("copies", round);
            }
        }
    }

    /** What a killed one was at has a name already, so each begins with numbers of its own. */
    private static int rounds(Path folder) {
        int round = 1;
        while (Files.exists(folder.resolve("begun-" + round / 1000))) {
            round += 1000;
        }
        try {
            Files.createFile(folder.resolve("begun-" + round / 1000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return round;
    }

    private static void report(String what, long number) {
        System.out.println(what + " " + number);
        System.out.flush();
    }
}
