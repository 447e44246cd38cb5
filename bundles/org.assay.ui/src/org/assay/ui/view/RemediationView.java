package org.assay.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

import org.assay.app.Case;
import org.assay.app.ExportRemediation;
import org.assay.app.page.RemediationSheet;
import org.assay.model.Progress;
import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.DetailsPage;
import org.assay.ui.presenter.RemediationPresenter;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The remediation that follows from the tags: its steps in their order, and what the scripts of an export would hold. */
public final class RemediationView extends LoadedView<RemediationSheet> {

    private static final int MARGIN_PIXELS = 8;

    private final RemediationPresenter presenter = new RemediationPresenter();
    private Grid<?> grid;
    private Footer footer;
    private Combo choice;
    private Button export;
    private Composite texts;
    private LinkedText step;
    private StyledText file;

    @Override
    void createContent(Composite parent) {
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        Composite left = new Composite(halves, SWT.NONE);
        left.setLayout(Layouts.stacked());
        grid = Grid.sortable(left, presenter.table());
        grid.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        grid.onSelect(() -> {
            choice.select(0);
            showText();
        });
        footer = new Footer(left);
        Composite right = new Composite(halves, SWT.NONE);
        right.setLayout(Layouts.stacked());
        createBar(right);
        texts = new Composite(right, SWT.NONE);
        texts.setLayout(new StackLayout());
        texts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        step = new LinkedText(texts, _ -> { });
        file = new StyledText(texts, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        file.setFont(JFaceResources.getTextFont());
        file.setMargins(MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS);
        halves.setWeights(58, 42);
    }

    private void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        bar.setLayout(new GridLayout(3, false));
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        new Label(bar, SWT.NONE).setText(Texts.of("plan.show"));
        choice = new Combo(bar, SWT.READ_ONLY);
        choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        choice.addListener(SWT.Selection, _ -> showText());
        export = new Button(bar, SWT.PUSH);
        export.setText(Texts.of("plan.export"));
        export.addListener(SWT.Selection, _ -> CommandLink.run(getSite(), Ids.EXPORT));
    }

    @Override
    Optional<BiFunction<Case, Progress, RemediationSheet>> question() {
        return openCase().shown().map(shown -> (current, _) -> ExportRemediation.preview(current, shown.comparison().id()));
    }

    @Override
    boolean concerns(CaseAspect aspect) {
        return aspect == CaseAspect.CASE || aspect == CaseAspect.COMPARISON || aspect == CaseAspect.TAGS;
    }

    @Override
    void show(Optional<RemediationSheet> read) {
        presenter.show(read);
        grid.showFirst();
        if (presenter.table().rowCount() > 0) {
            grid.select(OptionalInt.of(0));
        }
        footer.show(presenter.summary());
        List<String> files = presenter.files();
        choice.setItems(Texts.of("plan.step"));
        files.forEach(choice::add);
        choice.select(0);
        export.setEnabled(presenter.table().rowCount() > 0);
        showText();
    }

    private void showText() {
        int chosen = choice.getSelectionIndex();
        if (chosen > 0) {
            file.setText(String.join("\n", presenter.lines(chosen - 1)));
        } else {
            step.clear();
            int[] rows = grid.selectedRows();
            if (rows.length > 0) {
                showStep(presenter.page(rows[0]));
            } else {
                step.append(Tint.QUIET, SWT.NORMAL, Texts.of("plan.nothing"));
            }
        }
        ((StackLayout) texts.getLayout()).topControl = chosen > 0 ? file : step.control();
        texts.layout();
    }

    private void showStep(DetailsPage page) {
        step.append(page.tint(), SWT.BOLD, page.heading() + "\n");
        page.remarks().forEach(remark -> step.append(remark.tint(), SWT.NORMAL, remark.text() + "\n"));
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
