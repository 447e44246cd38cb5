package org.assay.model.custody;

/** What an entry of the custody log tells of. Stored by name, so a constant is never renamed. */
public enum CustodyAction {
    /** The case was made. */
    CREATED("created"),
    /** An older Assay had made the case, without a log: it begins here. */
    BEGUN("log begun"),
    /** Something was in the case when its log began. */
    FOUND("found"),
    /** A newer Assay brought the tables of the case to its version. */
    UPGRADED("brought to a newer version"),
    /** The case was opened to be written, and something was. */
    OPENED("opened for writing"),
    CAPTURE_BEGUN("capture begun"),
    CAPTURED("captured"),
    RESUMED("resumed"),
    /** A new baseline was made of another one and of what was accepted; it is then captured from these. */
    AMENDED("amended"),
    COMPARED("compared"),
    TAGGED("tagged"),
    UNTAGGED("untagged"),
    EXPORTED("exported"),
    /** A copy of the case was packed, to be handed over. */
    PACKED("packed"),
    /** Somebody read all of it again and checked it against its digests. */
    VERIFIED("verified"),
    SEALED("sealed"),
    TIME_STAMPED("time-stamped"),
    /** The case was saved from a damaged one. */
    RECOVERED("recovered"),
    REMOVED("removed"),
    RENAMED("renamed"),
    /** What another case holds was taken into this one. */
    MERGED("merged"),
    /** Something was noted in the incident's log, or a checklist was added. */
    INCIDENT_NOTED("incident noted");

    private final String label;

    CustodyAction(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
