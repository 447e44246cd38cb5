package org.assay.ui.text;

/** The names under which {@code plugin.xml} declares views, commands and contexts. */
public final class Ids {

    public static final String PERSPECTIVE = "org.assay.ui.perspective";
    public static final String WELCOME_PERSPECTIVE = "org.assay.ui.welcome.perspective";
    public static final String WELCOME_VIEW = "org.assay.ui.welcome";
    public static final String CASE_VIEW = "org.assay.ui.case";
    public static final String LEADS_VIEW = "org.assay.ui.leads";
    public static final String OVERVIEW_VIEW = "org.assay.ui.overview";
    public static final String CHANGES_VIEW = "org.assay.ui.changes";
    public static final String STARTUP_VIEW = "org.assay.ui.startup";
    public static final String DETAILS_VIEW = "org.assay.ui.details";
    public static final String REMEDIATION_VIEW = "org.assay.ui.remediation";
    public static final String VERIFICATION_VIEW = "org.assay.ui.verification";
    public static final String FLEET_VIEW = "org.assay.ui.fleet";
    public static final String CUSTODY_VIEW = "org.assay.ui.custody";
    public static final String INCIDENT_VIEW = "org.assay.ui.incident";
    public static final String PROGRESS_VIEW = "org.eclipse.ui.views.ProgressView";

    /** Shows the welcome. */
    public static final String WELCOME = "org.assay.ui.show.welcome";
    /** Goes back from the welcome to the open case. */
    public static final String TO_CASE = "org.assay.ui.show.case";
    public static final String HELP = "org.assay.ui.help";
    public static final String LICENCES = "org.assay.ui.licences";
    public static final String LOG = "org.assay.ui.log";
    public static final String SAMPLE = "org.assay.ui.sample";
    public static final String OPEN = "org.assay.ui.open";
    public static final String CREATE = "org.assay.ui.new";
    public static final String CAPTURE = "org.assay.ui.capture";
    public static final String COMPARE = "org.assay.ui.compare";
    public static final String RESUME = "org.assay.ui.resume";
    public static final String VERIFY = "org.assay.ui.verify";
    public static final String VERIFY_CASE = "org.assay.ui.verify.case";
    public static final String VERIFY_REMEDIATION = "org.assay.ui.verify.remediation";
    public static final String REMOVE_SNAPSHOT = "org.assay.ui.remove.snapshot";
    public static final String ADD_ENTRY = "org.assay.ui.add.entry";
    public static final String RENAME_HOST = "org.assay.ui.rename.host";
    public static final String EXPORT = "org.assay.ui.export";
    public static final String TAG = "org.assay.ui.tag";

    public static final String EXPORT_LIST = "org.assay.ui.export.list";
    public static final String COPY_LOCATION = "org.assay.ui.copy.location";
    public static final String COPY_DIGEST = "org.assay.ui.copy.digest";

    /** The parameter of {@link #TAG}: a decision's name, {@link #NO_DECISION} to take it back, absent to ask for decision and note. */
    public static final String DECISION = "decision";
    public static final String NO_DECISION = "NONE";

    /** Active while a grid has the focus, so that its single-letter keys do not get in the way of typing. */
    public static final String GRID_CONTEXT = "org.assay.ui.grid";

    private Ids() {
    }
}
