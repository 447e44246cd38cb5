package org.assay.ui;

/** The names under which {@code plugin.xml} declares views, commands and contexts. */
final class Ids {

    static final String PERSPECTIVE = "org.assay.ui.perspective";
    static final String CASE_VIEW = "org.assay.ui.case";
    static final String CHANGES_VIEW = "org.assay.ui.changes";
    static final String STARTUP_VIEW = "org.assay.ui.startup";
    static final String DETAILS_VIEW = "org.assay.ui.details";
    static final String PROGRESS_VIEW = "org.eclipse.ui.views.ProgressView";

    static final String OPEN = "org.assay.ui.open";
    static final String CREATE = "org.assay.ui.new";
    static final String CAPTURE = "org.assay.ui.capture";
    static final String COMPARE = "org.assay.ui.compare";
    static final String RESUME = "org.assay.ui.resume";
    static final String VERIFY = "org.assay.ui.verify";
    static final String EXPORT = "org.assay.ui.export";
    static final String TAG = "org.assay.ui.tag";

    /** The parameter of {@link #TAG}: a decision's name, {@link #NO_DECISION} to take it back, absent to ask for decision and note. */
    static final String DECISION = "decision";
    static final String NO_DECISION = "NONE";

    /** Active while a grid has the focus, so that its single-letter keys do not get in the way of typing. */
    static final String GRID_CONTEXT = "org.assay.ui.grid";

    private Ids() {
    }
}
