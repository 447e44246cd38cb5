package org.assay.ui.view;

import org.assay.ui.grid.Palette;
import org.assay.ui.presenter.FindingPresenter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.Bullet;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Shows what a finding means, beside the window, so that the next change can be looked at with the page in view. */
final class FindingDialog extends ReadingDialog {

    private static final int MARGIN_PIXELS = 14;
    private static final int INDENT_PIXELS = 16;

    private final FindingPresenter presenter;

    FindingDialog(Shell shell, FindingPresenter presenter) {
        super(shell, presenter.title(), new Point(760, 720));
        this.presenter = presenter;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        StyledText text = new StyledText(area, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS);
        text.setAlwaysShowScrollBars(false);
        text.setCaret(null);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        presenter.lines().forEach(line -> append(text, line));
        return area;
    }

    private static void append(StyledText text, FindingPresenter.Line line) {
        boolean first = text.getCharCount() == 0;
        text.append(first ? "" : "\n");
        int start = text.getCharCount();
        text.append(line.text());
        int at = text.getLineCount() - 1;
        boolean heading = line.look() == FindingPresenter.Look.TITLE || line.look() == FindingPresenter.Look.SECTION;
        StyleRange style = new StyleRange(start, line.text().length(), Palette.current().ink(line.tint()), null,
                heading ? SWT.BOLD : SWT.NORMAL);
        switch (line.look()) {
            case TITLE, FACT, TEXT -> { }
            case SECTION -> text.setLineVerticalIndent(at, INDENT_PIXELS);
            case EXAMPLE -> {
                style.font = JFaceResources.getTextFont();
                text.setLineIndent(at, 1, INDENT_PIXELS);
                text.setLineWrapIndent(at, 1, 2 * INDENT_PIXELS);
            }
            case ITEM -> {
                StyleRange bullet = new StyleRange();
                bullet.metrics = new GlyphMetrics(0, 0, INDENT_PIXELS);
                text.setLineBullet(at, 1, new Bullet(bullet));
                text.setLineWrapIndent(at, 1, INDENT_PIXELS);
            }
        }
        text.setStyleRange(style);
    }
}
