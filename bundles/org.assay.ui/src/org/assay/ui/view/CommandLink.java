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

    /** {@code text} such that a {@link org.eclipse.swt.widgets.Link} shows it as it is. */
    static String escaped(String text) {
        return text.replace("&", "&&").replace('<', '‹').replace('>', '›');
    }
}
