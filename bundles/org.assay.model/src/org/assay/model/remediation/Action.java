package org.assay.model.remediation;

import java.util.List;

import org.assay.model.Location;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;

/** One step of a {@link Plan}. {@code change} is the number of the change it answers. */
public sealed interface Action {

    int change();

    /** Give the registry value its baseline type and data again; makes the key when it is missing. */
    record RestoreValue(int change, ValueItem baseline) implements Action {
    }

    /** Make the registry key again that the baseline has. */
    record RestoreKey(int change, Location key) implements Action {
    }

    /** Remove a registry value that the baseline has not. */
    record RemoveValue(int change, Location value) implements Action {
    }

    /** Remove a registry key, with all it holds, that the baseline has not. */
    record RemoveKey(int change, Location key) implements Action {
    }

    /** Move the file into quarantine if its content still has this SHA-256. */
    record QuarantineFile(int change, Location file, Bytes sha256) implements Action {
    }

    /**
     * A person must do it.
     *
     * @param why why no script does it, as a sentence
     * @param steps what to do, in order
     */
    record ManualStep(int change, Location location, String why, List<String> steps) implements Action {
    }
}
