package org.assay.model.incident;

/** How a point of a checklist stands. Stored by name, so a constant is never renamed. */
public enum PointState {
    OPEN, DONE, NOT_APPLICABLE
}
