package org.assay.ui.view;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Words in a view that run a command when they are clicked. */
final class CommandLink {

    private CommandLink() {
    }

    /** Runs the command with this id. */
    static void run(IServiceLocator services, String command) {
        try {
            services.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new IllegalStateException("the command " + command + " cannot be run", e);
        }
    }

    /** What makes a {@link org.eclipse.swt.widgets.Link} of the whole of {@code text}; it marks links by angle brackets. */
    static String all(String text) {
        return "<a>" + text.replace("&", "&&").replace('<', '‹').replace('>', '›') + "</a>";
    }
}
