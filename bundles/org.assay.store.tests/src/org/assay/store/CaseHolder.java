package org.assay.store;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps a case open until its standard input ends, to be read when there is a second argument. */
final class CaseHolder {

    private CaseHolder() {
    }

    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        CaseFile held = arguments.length > 1 ? CaseFile.openToRead(path) : CaseFile.open(path);
        System.out.print('+');
        System.out.flush();
        System.in.readAllBytes();
        held.close();
    }
}
