package org.assay.ui.handler;

import org.assay.model.AssayException;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.AbstractStatusHandler;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.eclipse.ui.statushandlers.StatusManager;

/** Tells the user of a failure in one sentence; what nobody expected goes to the log with all there is. */
public final class FailureDialog extends AbstractStatusHandler {

    @Override
    public void handle(StatusAdapter adapter, int style) {
        IStatus status = adapter.getStatus();
        if ((style & StatusManager.LOG) != 0) {
            Platform.getLog(FailureDialog.class).log(status);
        }
        if ((style & (StatusManager.SHOW | StatusManager.BLOCK)) != 0 && isOpen()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            Runnable show = () -> {
                if (isOpen()) {
                    MessageDialog.openError(null, Texts.of("assay"), LegacyActionTools.escapeMnemonics(sentence(status)));
                }
            };
            if ((style & StatusManager.BLOCK) != 0) {
                display.syncExec(show);
            } else {
                display.asyncExec(show);
            }
        }
    }

    /** A dialog that opens while the last window closes would keep the program running, with nothing behind it. */
    private static boolean isOpen() {
        return PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing();
    }

    /** What the user is told. */
    static String sentence(IStatus status) {
        Throwable cause = status.getException();
        if (cause == null) {
            return DisplayText.line(status.getMessage());
        }
        return cause instanceof AssayException ? DisplayText.line(cause.getMessage())
                : Texts.of("failure.unexpected", DisplayText.line(cause.toString()), Platform.getLogFileLocation());
    }
}
