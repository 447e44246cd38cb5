package org.assay.ui.view;

import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.WelcomePresenter;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.RecentCases;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.part.ViewPart;

/** The first page: what to begin with, the cases that were open last, and what the work is. */
public final class WelcomeView extends ViewPart {

    private static final int COLUMN_PIXELS = 380;
    private static final int SPACING_PIXELS = 48;

    private WelcomePresenter presenter;
    private Runnable stopListening = () -> { };
    private ResourceManager resources;
    private ScrolledComposite scrolled;

    @Override
    public void createPartControl(Composite parent) {
        OpenCase openCase = getSite().getService(OpenCase.class);
        presenter = new WelcomePresenter(openCase, getSite().getService(RecentCases.class));
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        resources = new LocalResourceManager(JFaceResources.getResources(), scrolled);
        stopListening = openCase.listen(aspect -> {
            if (aspect == CaseAspect.CASE) {
                show();
            }
        });
        show();
    }

    private void show() {
        if (scrolled.getContent() != null) {
            scrolled.getContent().dispose();
        }
        Composite page = new Composite(scrolled, SWT.NONE);
        page.setBackground(Palette.current().page());
        page.setBackgroundMode(SWT.INHERIT_FORCE);
        page.setLayout(new GridLayout());
        Composite middle = column(page, 2);
        middle.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        label(middle, Texts.of("assay"), Tint.NONE, font(2.4f), 2);
        label(middle, Texts.of("welcome.claim"), Tint.QUIET, font(1.1f), 2);
        createStarts(top(column(middle, 2)));
        createRecent(top(column(middle, 1)));
        Label steps = label(middle, Texts.of("welcome.steps"), Tint.NONE, font(1.25f), 2);
        ((GridData) steps.getLayoutData()).verticalIndent = SPACING_PIXELS / 2;
        for (String step : presenter.steps()) {
            GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
            wide.widthHint = 2 * COLUMN_PIXELS;
            label(middle, step, Tint.NONE, JFaceResources.getDefaultFont(), 2).setLayoutData(wide);
        }
        scrolled.setContent(page);
        scrolled.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        page.layout(true, true);
        scrolled.layout();
    }

    private static Composite column(Composite parent, int columns) {
        Composite column = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.horizontalSpacing = 10;
        layout.verticalSpacing = 8;
        column.setLayout(layout);
        return column;
    }

    private static Composite top(Composite column) {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = COLUMN_PIXELS;
        data.verticalIndent = SPACING_PIXELS / 2;
        column.setLayoutData(data);
        return column;
    }

    private void createStarts(Composite column) {
        label(column, Texts.of("welcome.start"), Tint.NONE, font(1.25f), 2);
        for (WelcomePresenter.Start start : presenter.starts()) {
            Label icon = new Label(column, SWT.NONE);
            icon.setImage(resources.create(ResourceLocator.imageDescriptorFromBundle(WelcomeView.class, "icons/" + start.icon() + ".svg")
                    .orElseThrow()));
            icon.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false, 1, 2));
            link(column, start.title(), () -> CommandLink.run(getSite(), start.command()));
            label(column, start.said(), Tint.QUIET, JFaceResources.getDefaultFont(), 1);
        }
    }

    private void createRecent(Composite column) {
        label(column, Texts.of("welcome.recent"), Tint.NONE, font(1.25f), 1);
        if (presenter.recent().isEmpty()) {
            label(column, Texts.of("recent.none"), Tint.QUIET, JFaceResources.getDefaultFont(), 1);
        }
        CaseWork work = getSite().getService(CaseWork.class);
        for (WelcomePresenter.Recent recent : presenter.recent()) {
            link(column, recent.name(), () -> work.open(recent.file()));
            label(column, recent.folder(), Tint.QUIET, JFaceResources.getDefaultFont(), 1);
        }
    }

    private static void link(Composite column, String text, Runnable follow) {
        Link link = new Link(column, SWT.NONE);
        link.setText(CommandLink.all(text));
        link.addListener(SWT.Selection, _ -> follow.run());
    }

    private static Label label(Composite parent, String text, Tint tint, Font font, int columns) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(font);
        label.setForeground(Palette.current().ink(tint));
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1);
        data.widthHint = COLUMN_PIXELS - 40;
        label.setLayoutData(data);
        return label;
    }

    private Font font(float scale) {
        int height = JFaceResources.getDefaultFont().getFontData()[0].getHeight();
        return resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setHeight(Math.round(height * scale)));
    }

    @Override
    public void setFocus() {
        scrolled.setFocus();
    }

    @Override
    public void dispose() {
        stopListening.run();
        super.dispose();
    }
}
