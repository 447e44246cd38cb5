package org.assay.ui.view;

import java.util.List;

import org.assay.ui.grid.Palette;
import org.assay.ui.presenter.FindingPresenter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.Bullet;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A page of headings, paragraphs, lists and examples that is read. */
final class PagePane {

    private static final int MARGIN_PIXELS = 14;
    private static final int INDENT_PIXELS = 16;

    private final StyledText text;

    PagePane(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS);
        text.setAlwaysShowScrollBars(false);
        text.setCaret(null);
    }

    Control control() {
        return text;
    }

    /** Shows this page from its beginning. */
    void show(List<FindingPresenter.Line> lines) {
        text.setText("");
        lines.forEach(this::append);
        text.setTopIndex(0);
    }

    private void append(FindingPresenter.Line line) {
        boolean first = text.getCharCount() == 0;
        text.append(first ? "" : "\n");
        int start = text.getCharCount();
        text.append(line.text());
        int at = text.getLineCount() - 1;
        boolean heading = line.look() == FindingPresenter.Look.TITLE || line.look() == FindingPresenter.Look.SECTION;
        StyleRange style = new StyleRange(start, line.text().length(), Palette.current().ink(line.tint()), null,
                heading ? SWT.BOLD : SWT.NORMAL);
        switch (line.look()) {
            case TITLE, FACT -> { }
            case TEXT -> text.setLineVerticalIndent(at, INDENT_PIXELS / 4);
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
