package org.assay.ui.view;

import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.services.IServiceLocator;

/** What stands in place of the tree while there is nothing in it: what to do next, as links. */
final class EmptyCase {

    private static final String NO_CASE = Texts.of("case.none") + "\n\n" + link(Ids.OPEN, "case.open") + "\n"
            + link(Ids.CREATE, "case.new");
    private static final String NO_SNAPSHOT = Texts.of("case.empty") + "\n\n" + link(Ids.CAPTURE, "case.capture");

    private final Composite page;
    private final Link link;

    EmptyCase(Composite parent, IServiceLocator services) {
        page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout());
        link = new Link(page, SWT.NONE);
        link.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        link.addListener(SWT.Selection, event -> CommandLink.run(services, event.text));
    }

    private static String link(String command, String key) {
        return "<a href=\"" + command + "\">" + Texts.of(key) + "</a>";
    }

    void show(boolean caseIsOpen) {
        link.setText(caseIsOpen ? NO_SNAPSHOT : NO_CASE);
        link.requestLayout();
    }

    Control control() {
        return page;
    }
}
