package org.assay.ui.handler;

import java.util.List;

import org.assay.app.Case;
import org.assay.model.change.Decision;
import org.assay.ui.dialog.TagDialog;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.ShownComparison;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Records a decision on the selected changes, takes it back, or asks for it: see {@link Ids#DECISION}. */
public final class TagHandler extends CaseHandler {

    private static final int MANY = 100;

    private final OpenCase openCase;
    private final CaseWork work;

    public TagHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> !open.selection().changes().isEmpty());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Case current = openCase.current().orElseThrow();
        ShownComparison shown = openCase.shown().orElseThrow();
        List<Integer> numbers = openCase.selection().changes();
        Shell shell = HandlerUtil.getActiveShell(event);
        String decision = event.getParameter(Ids.DECISION);
        if (decision == null) {
            ask(shell, current, shown, numbers);
        } else if (isMeant(shell, decision, numbers.size())) {
            if (decision.equals(Ids.NO_DECISION)) {
                work.removeTags(current, shown, numbers);
            } else {
                work.tag(current, shown, numbers, Decision.valueOf(decision), "");
            }
        }
        return null;
    }

    /** A single key must not decide on everything by mistake. */
    private static boolean isMeant(Shell shell, String decision, int changes) {
        return changes <= MANY || MessageDialog.openConfirm(shell, Texts.of("assay"), decision.equals(Ids.NO_DECISION)
                ? Texts.of("tag.removeMany", DisplayText.count(changes, "change"))
                : Texts.of("tag.many", DisplayText.count(changes, "change"), DisplayText.of(Decision.valueOf(decision))));
    }

    private void ask(Shell shell, Case current, ShownComparison shown, List<Integer> numbers) {
        TagDialog dialog = new TagDialog(shell, DisplayText.count(numbers.size(), "change"));
        if (dialog.open() == Window.OK) {
            work.tag(current, shown, numbers, dialog.decision(), dialog.note());
        }
    }
}
