package org.assay.store;

import java.nio.file.Path;
import java.util.Scanner;

import org.assay.model.item.ItemStream;

/**
 * Opens a case to read it and prints what it holds, a line of snapshots, items of the first one and tags; then again for each line of its
 * standard input, without having closed it.
 */
final class CaseReader {

    private CaseReader() {
    }

    public static void main(String[] arguments) {
        try (CaseFile opened = CaseFile.openToRead(Path.of(arguments[0])); Scanner lines = new Scanner(System.in)) {
            report(opened);
            while (lines.hasNextLine()) {
                lines.nextLine();
                report(opened);
            }
        }
    }

    private static void report(CaseFile opened) {
        int items = 0;
        try (ItemStream stream = opened.view(1).items()) {
            for (; stream.hasNext(); stream.next()) {
                items++;
            }
        }
        System.out.println(opened.snapshots().size() + " " + items + " " + opened.tags().size());
        System.out.flush();
    }
}
