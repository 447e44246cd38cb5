package org.assay.model.startup;

/** Whether a startup entry takes effect. */
public enum EntryState {
    /** It does. */
    ENABLED,
    /** It is there and switched off: a service that is not started, a task or a Run value that is disabled. */
    DISABLED,
    /** It belongs to a configuration that the system did not use last, as another control set is. */
    INACTIVE
}
