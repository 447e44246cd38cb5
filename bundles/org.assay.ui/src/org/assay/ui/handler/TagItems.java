package org.assay.ui.handler;

import java.util.Map;
import java.util.Optional;

import org.assay.model.change.Decision;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.ExtensionContributionFactory;
import org.eclipse.ui.menus.IContributionRoot;
import org.eclipse.ui.services.IServiceLocator;

/** One item for each decision, one to take it back and one to decide with a note: the same in menu, context menu and toolbar. */
public final class TagItems extends ExtensionContributionFactory {

    @Override
    public void createContributionItems(IServiceLocator services, IContributionRoot additions) {
        for (Decision decision : Decision.values()) {
            add(services, additions, DisplayText.title(decision), Optional.of(decision.name()), DisplayText.of(decision));
        }
        add(services, additions, Texts.of("tag.remove"), Optional.of(Ids.NO_DECISION), "untag");
        add(services, additions, Texts.of("tag.withNote"), Optional.empty(), "note");
    }

    private static void add(IServiceLocator services, IContributionRoot additions, String label, Optional<String> decision, String icon) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(services, Ids.TAG + "." + icon, Ids.TAG,
                CommandContributionItem.STYLE_PUSH);
        item.label = label;
        item.icon = icon(icon);
        item.mode = CommandContributionItem.MODE_FORCE_TEXT;
        item.parameters = decision.map(name -> Map.of(Ids.DECISION, name)).orElse(Map.of());
        additions.addContributionItem(new CommandContributionItem(item), null);
    }

    private static ImageDescriptor icon(String name) {
        return ResourceLocator.imageDescriptorFromBundle(TagItems.class, "icons/" + name + ".svg").orElseThrow();
    }
}
