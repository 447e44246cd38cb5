package org.assay.ui.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Coloured text that is only read, with words in it that can be clicked, or reached by Tab and opened by Enter. */
final class LinkedText {

    private static final int MARGIN_PIXELS = 8;
    private static final int SPACING_PIXELS = 4;

    private final StyledText text;

    /** @param open gets the word that was clicked, or on which Enter or the space bar was pressed */
    LinkedText(Composite parent, Consumer<String> open) {
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS);
        text.setAlwaysShowScrollBars(false);
        text.setCaret(null);
        text.setLineSpacing(SPACING_PIXELS);
        text.addListener(SWT.MouseMove, event -> text.setCursor(
                linkAt(event.x, event.y).isPresent() ? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
        text.addListener(SWT.MouseUp, event -> linkAt(event.x, event.y).filter(_ -> event.button == 1 && text.getSelectionCount() == 0)
                .ifPresent(open));
        text.addListener(SWT.Traverse, event -> event.doit = switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT -> !selectLink(1);
            case SWT.TRAVERSE_TAB_PREVIOUS -> !selectLink(-1);
            default -> event.doit;
        });
        text.addListener(SWT.KeyDown, event -> selectedLink().filter(_ -> event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR
                || event.keyCode == SWT.SPACE).map(link -> (String) link.data).ifPresent(open));
    }

    /** Goes to the next link, or back; false when there is none, so that the focus goes on. */
    private boolean selectLink(int step) {
        List<StyleRange> links = links();
        int next = selectedLink().map(link -> links.indexOf(link) + step).orElse(step > 0 ? 0 : links.size() - 1);
        if (next < 0 || next >= links.size()) {
            text.setSelection(text.getSelection().x);
            return false;
        }
        text.setSelection(links.get(next).start, links.get(next).start + links.get(next).length);
        return true;
    }

    private Optional<StyleRange> selectedLink() {
        Point selection = text.getSelectionRange();
        return links().stream().filter(link -> link.start == selection.x && link.length == selection.y).findFirst();
    }

    private List<StyleRange> links() {
        return Arrays.stream(text.getStyleRanges()).filter(style -> style.data != null).toList();
    }

    void clear() {
        text.setText("");
    }

    /** @param fontStyle {@link SWT#NORMAL} or {@link SWT#BOLD} */
    void append(Tint tint, int fontStyle, String more) {
        StyleRange style = new StyleRange(text.getCharCount(), more.length(), Palette.current().ink(tint), null, fontStyle);
        text.append(more);
        text.setStyleRange(style);
    }

    /** Appends a blank and {@code word} as a link. */
    void appendLink(String word) {
        text.append(" ");
        StyleRange style = new StyleRange(text.getCharCount(), word.length(), Palette.current().link(), null);
        style.underline = true;
        style.data = word;
        text.append(word);
        text.setStyleRange(style);
    }

    private Optional<String> linkAt(int x, int y) {
        int offset = text.getOffsetAtPoint(new Point(x, y));
        return Optional.ofNullable(offset < 0 ? null : text.getStyleRangeAtOffset(offset)).map(style -> (String) style.data);
    }

    Control control() {
        return text;
    }

    void setFocus() {
        text.setFocus();
    }
}
