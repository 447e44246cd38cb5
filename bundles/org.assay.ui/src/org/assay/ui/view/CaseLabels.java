package org.assay.ui.view;

import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.CaseNode;
import org.assay.ui.presenter.CasePresenter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;

/** Draws a case's nodes as {@link CasePresenter} words them. */
final class CaseLabels extends StyledCellLabelProvider {

    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    @Override
    public void update(ViewerCell cell) {
        StyledString label = new StyledString();
        for (CasePresenter.Piece piece : CasePresenter.label((CaseNode) cell.getElement())) {
            label.append(piece.text(), new StyledString.Styler() {
                @Override
                public void applyStyles(TextStyle style) {
                    style.foreground = piece.tint() == Tint.NONE ? null : Palette.current().ink(piece.tint());
                }
            });
        }
        cell.setText(label.getString());
        cell.setStyleRanges(label.getStyleRanges());
        cell.setImage(image((CaseNode) cell.getElement()));
        super.update(cell);
    }

    private Image image(CaseNode node) {
        String name = switch (node) {
            case CaseNode.Host _ -> "host";
            case CaseNode.SnapshotNode _ -> "snapshot";
            case CaseNode.ComparisonNode _ -> "compare";
        };
        return images.get(ResourceLocator.imageDescriptorFromBundle(CaseLabels.class, "icons/" + name + ".svg").orElseThrow());
    }

    @Override
    public String getToolTipText(Object element) {
        String more = CasePresenter.more((CaseNode) element);
        return more.isEmpty() ? null : more;
    }

    @Override
    public void dispose() {
        images.dispose();
        super.dispose();
    }
}
