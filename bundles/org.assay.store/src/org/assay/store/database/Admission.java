package org.assay.store.database;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.assay.model.AssayException;
import org.assay.model.text.Visible;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.channel.HeldFile;
import org.assay.store.schema.CaseSchema;
import org.assay.store.schema.SchemaCheck;

/**
 * Lets H2's engine see a file only when it is a case, and nothing but a case: what H2 finds in a database it runs at once.
 *
 * @param missing is told what of the state that was last written is not there, to follow "it"
 */
record Admission(CasePath path, CaseSchema schema, Consumer<String> missing) {

    /** Takes the path, the version of the case, and that of this Assay. */
    static final String NEWER = "The case %s is of the schema version %d; this Assay reads up to %d. Open it with a newer Assay.";

    /** Fails, and says what differs, unless the file is empty or its objects are those that Assay makes. */
    void check(HeldFile file) {
        SchemaCheck.Found found;
        try {
            if (file.channel().size() == 0) {
                return;
            }
            found = SchemaCheck.read(file);
        } catch (IOException | MalformedBytes e) {
            throw refused(e);
        }
        if (found.version() > schema.version()) {
            throw path.failure(NEWER, null, found.version(), schema.version());
        }
        found.missing().ifPresent(missing);
        Optional<String> difference = schema.difference(found.objects(), found.version());
        if (difference.isPresent()) {
            throw path.failure("%s is a database, but not a case that Assay made: %s. Nothing of it was run. "
                    + "Check the path; do not open it with other programs, and ask whoever sent it for the case as Assay wrote it.", null,
                    difference.orElseThrow());
        }
        if (!file.isReadOnly()) {
            requireRoom(found);
        }
    }

    private void requireRoom(SchemaCheck.Found found) {
        CaseSchema.withoutRoom(found.objects()).ifPresent(sequence -> {
            throw path.failure("The case %s can be read, but takes no more: it has \"%s\", and so no numbers are left for what is to come."
                    + " Assay does not count that far; ask whoever sent it for the case as Assay wrote it.", null, sequence);
        });
    }

    /** Lets no case in that lacks something. */
    static Admission ofWhole(CasePath path, CaseSchema schema) {
        return new Admission(path, schema, missing -> {
            throw path.failure("The case %s is not whole: it %s. Go on with a copy that is, or recover what this one still"
                    + " has into a new case.", null, missing);
        });
    }

    private AssayException refused(Exception cause) {
        if (CaseFailures.isMemory(cause)) {
            return path.failure(CaseFailures.NO_MEMORY, cause);
        }
        String reason = cause.getCause() == null ? ": " + cause.getMessage() : "";
        return path.failure("The case %s cannot be opened%s. It is damaged, not a case, or you may not read it; "
                + "check the path and your rights, or go on with a copy.", cause, Visible.text(reason));
    }
}
