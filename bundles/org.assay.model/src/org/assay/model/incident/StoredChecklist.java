package org.assay.model.incident;

import org.assay.model.text.Bytes;

/**
 * A checklist of the team's own, kept in the case.
 *
 * @param toml its file, exactly
 */
public record StoredChecklist(String name, Bytes toml) {
}
