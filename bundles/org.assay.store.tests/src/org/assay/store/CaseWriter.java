package org.assay.store;

import java.nio.file.Path;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;

/**
 * Writes numbered items to a new snapshot of a case, as many as it is told, and prints a dot when the snapshot has begun and one after
 * every 10,000 items; then finishes and prints {@code !}, and waits to be killed. When writing fails it prints code and message,
 * then how ending the snapshot and closing the case went, and ends.
 */
final class CaseWriter {

    static final int STEP = 10_000;

    private CaseWriter() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        CaseFile caseFile = CaseFile.open(Path.of(arguments[0]));
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of());
        print(".");
        try {
            int[] written = {0};
            NumberedItems.first(Integer.parseInt(arguments[1])).forEach(item -> {
                writer.item(item);
                if (++written[0] % STEP == 0) {
                    print(".");
                }
            });
            writer.finish(SnapshotState.COMPLETE, Reading.NONE);
            print("!");
            Thread.currentThread().join();
        } catch (AssayException e) {
            print("\n" + e.code() + " " + e.getMessage() + "\n");
            report(() -> writer.fail(Reading.NONE));
            report(caseFile::close);
        }
    }

    private static void report(Runnable work) {
        try {
            work.run();
            print("done\n");
        } catch (AssayException e) {
            print(e.code() + " " + e.getMessage() + "\n");
        }
    }

    private static void print(String text) {
        System.out.print(text);
        System.out.flush();
        if (System.out.checkError()) {
            throw new IllegalStateException("nobody listens any more");
        }
    }
}
