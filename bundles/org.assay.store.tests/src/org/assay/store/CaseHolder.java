package org.assay.store;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps a case open until its standard input ends. */
final class CaseHolder {

    private CaseHolder() {
    }

    public static void main(String[] arguments) throws IOException {
        CaseFile held = CaseFile.open(Path.of(arguments[0]));
        System.out.print('+');
        System.out.flush();
        System.in.readAllBytes();
        held.close();
    }
}
