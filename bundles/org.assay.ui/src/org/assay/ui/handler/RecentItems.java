package org.assay.ui.handler;

import java.nio.file.Path;
import java.util.List;

import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.RecentCases;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;

/** File &gt; Recent Cases: an item for each. */
public final class RecentItems extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        List<Path> files = services.getService(RecentCases.class).files();
        return files.isEmpty() ? new IContributionItem[] { none() } : files.stream().map(this::item).toArray(IContributionItem[]::new);
    }

    private static IContributionItem none() {
        Action none = new Action(Texts.of("recent.none")) {
        };
        none.setEnabled(false);
        return new ActionContributionItem(none);
    }

    private IContributionItem item(Path file) {
        CaseWork work = services.getService(CaseWork.class);
        return new ActionContributionItem(new Action(LegacyActionTools.escapeMnemonics(DisplayText.line(file.toString()))) {
            @Override
            public void run() {
                work.open(file);
            }
        });
    }
}
