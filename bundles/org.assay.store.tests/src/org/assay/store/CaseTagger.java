package org.assay.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.Operator;
import org.assay.model.text.Sha256;

/** Opens a case as soon as it can be written, and stores a tag of a file that is called as its second argument. */
final class CaseTagger {

    private CaseTagger() {
    }

    public static void main(String[] arguments) {
        try (CaseFile opened = CaseFile.open(Path.of(arguments[0]), CaseWait.SILENT, Operator.UNKNOWN)) {
            opened.saveTags(List.of(new Tag("pc", Location.file("C:", arguments[1]), Sha256.of(), Decision.ACCEPT, "", "me",
                    Instant.EPOCH)));
        }
    }
}
