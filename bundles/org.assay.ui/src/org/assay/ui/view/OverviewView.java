package org.assay.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.ui.grid.Layouts;
import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.OverviewPresenter;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.Look;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The shown comparison in figures and one picture: what changed where. A click looks for that in the Changes view. */
public final class OverviewView extends LoadedView<OverviewPresenter.Figures> {

    private static final int MARGIN_PIXELS = 12;
    private static final int LINE_GAP_PIXELS = 3;
    private static final int BARS_PIXELS = 340;
    private static final int LABEL_PIXELS = 86;
    private static final int VALUE_PIXELS = 76;

    private final OverviewPresenter presenter = new OverviewPresenter();
    private final List<Spot> spots = new ArrayList<>();
    private Canvas canvas;
    private Footer footer;

    /** What can be clicked, or says something below the mouse. */
    private record Spot(Rectangle area, String tooltip, Optional<Look> look) {
    }

    @Override
    void createContent(Composite parent) {
        parent.setLayout(Layouts.stacked());
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas.setBackground(Palette.current().page());
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addListener(SWT.Resize, _ -> canvas.redraw());
        canvas.addListener(SWT.MouseMove, event -> point(spot(event.x, event.y)));
        canvas.addListener(SWT.MouseUp, event -> spot(event.x, event.y).flatMap(Spot::look).ifPresent(openCase()::look));
        footer = new Footer(parent);
    }

    private Optional<Spot> spot(int x, int y) {
        return spots.stream().filter(spot -> spot.area().contains(x, y)).findFirst();
    }

    private void point(Optional<Spot> spot) {
        canvas.setToolTipText(spot.map(Spot::tooltip).map(text -> text.replace("&", "&&")).orElse(null));
        canvas.setCursor(spot.flatMap(Spot::look).map(_ -> canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND)).orElse(null));
    }

    private void paint(GC gc) {
        spots.clear();
        Rectangle area = canvas.getClientArea();
        int line = gc.getFontMetrics().getHeight() + LINE_GAP_PIXELS;
        int y = MARGIN_PIXELS;
        y = bars(gc, Texts.of("overview.severities"), presenter.severities(), y, line) + line / 2;
        if (y + line * (presenter.kinds().size() + 1) <= area.height) {
            bars(gc, Texts.of("overview.kinds"), presenter.kinds(), y, line);
        }
        int left = 2 * MARGIN_PIXELS + BARS_PIXELS;
        tiles(gc, new Rectangle(left, MARGIN_PIXELS, area.width - left - MARGIN_PIXELS, area.height - 2 * MARGIN_PIXELS));
    }

    private int bars(GC gc, String title, List<OverviewPresenter.Bar> bars, int top, int line) {
        int y = top;
        if (!bars.isEmpty()) {
            gc.setForeground(Palette.current().text());
            gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            gc.drawText(title, MARGIN_PIXELS, y, true);
            gc.setFont(JFaceResources.getDefaultFont());
            y += line;
        }
        for (OverviewPresenter.Bar bar : bars) {
            int room = BARS_PIXELS - LABEL_PIXELS - VALUE_PIXELS;
            gc.setForeground(Palette.current().ink(bar.tint()));
            gc.drawText(bar.label(), MARGIN_PIXELS, y, true);
            gc.setBackground(Palette.current().ink(bar.tint()));
            gc.fillRectangle(MARGIN_PIXELS + LABEL_PIXELS, y + 2, (int) Math.ceil(room * bar.share()), line - 7);
            Point size = gc.textExtent(bar.value());
            gc.setForeground(Palette.current().text());
            gc.drawText(bar.value(), MARGIN_PIXELS + BARS_PIXELS - size.x, y, true);
            spots.add(new Spot(new Rectangle(MARGIN_PIXELS, y, BARS_PIXELS, line), bar.label() + ": " + bar.value(), bar.look()));
            y += line;
        }
        return y;
    }

    private void tiles(GC gc, Rectangle area) {
        if (area.width <= 0 || area.height <= 0) {
            return;
        }
        for (OverviewPresenter.Tile tile : presenter.tiles(area.width, area.height)) {
            int x = area.x + (int) Math.round(tile.x());
            int y = area.y + (int) Math.round(tile.y());
            Rectangle place = new Rectangle(x, y, area.x + (int) Math.round(tile.x() + tile.width()) - x - 2,
                    area.y + (int) Math.round(tile.y() + tile.height()) - y - 2);
            gc.setBackground(Palette.current().paper(paper(tile.tint())));
            gc.fillRectangle(place);
            gc.setForeground(Palette.current().ink(tile.tint()));
            gc.drawRectangle(place.x, place.y, Math.max(0, place.width - 1), Math.max(0, place.height - 1));
            label(gc, tile.label(), place);
            spots.add(new Spot(place, tile.tooltip(), Optional.of(tile.look())));
        }
    }

    /** Where severity is told by the colour of a page, high is red and medium yellow; the label's tooltip says it in words. */
    private static Tint paper(Tint severity) {
        return switch (severity) {
            case HIGH -> Tint.REMOVED;
            case MEDIUM -> Tint.MODIFIED;
            case NONE, QUIET, CODE, PATH, ADDED, MODIFIED, REMOVED, MOVED, QUARANTINE, REPAIR, ACCEPT, INVESTIGATE -> Tint.NONE;
        };
    }

    private static void label(GC gc, String text, Rectangle place) {
        if (place.height < gc.getFontMetrics().getHeight() + 2 || place.width < LABEL_PIXELS / 2) {
            return;
        }
        gc.setClipping(place);
        Point size = gc.textExtent(text);
        String fitting = text;
        while (size.x > place.width - 8 && fitting.length() > 2) {
            fitting = fitting.substring(1);
            size = gc.textExtent("…" + fitting);
        }
        gc.setForeground(Palette.current().text());
        gc.drawText(fitting.length() == text.length() ? text : "…" + fitting, place.x + 4, place.y + 2, true);
        gc.setClipping((Rectangle) null);
    }

    @Override
    Optional<BiFunction<Case, Progress, OverviewPresenter.Figures>> question() {
        return openCase().shown().map(shown -> (_, _) -> OverviewPresenter.Figures.of(shown));
    }

    @Override
    boolean concerns(CaseAspect aspect) {
        return aspect == CaseAspect.CASE || aspect == CaseAspect.COMPARISON || aspect == CaseAspect.STORY || aspect == CaseAspect.TAGS;
    }

    @Override
    void show(Optional<OverviewPresenter.Figures> read) {
        presenter.show(read);
        footer.show(presenter.summary());
        canvas.redraw();
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
