package org.assay.ui.handler;

import java.util.function.Predicate;

import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.AbstractHandler;

/** A handler that is enabled as long as the open case lets it be. */
abstract class CaseHandler extends AbstractHandler {

    CaseHandler(OpenCase openCase, Predicate<OpenCase> enabled) {
        setBaseEnabled(enabled.test(openCase));
        openCase.listen(_ -> setBaseEnabled(enabled.test(openCase)));
    }
}
