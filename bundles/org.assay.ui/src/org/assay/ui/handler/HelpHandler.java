package org.assay.ui.handler;

import java.nio.file.Path;
import java.util.Optional;

import org.assay.ui.presenter.HelpPresenter;
import org.assay.ui.view.HelpDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.handlers.HandlerUtil;

/** Help &gt; Contents, or F1: the page on the active view. */
public final class HelpHandler extends AbstractHandler {

    private final Optional<HelpPresenter.Topic> topic;

    private HelpHandler(Optional<HelpPresenter.Topic> topic) {
        this.topic = topic;
    }

    /** Shows the page on what is looked at. */
    public static HelpHandler onActiveView() {
        return new HelpHandler(Optional.empty());
    }

    /** Shows one page. */
    public static HelpHandler on(HelpPresenter.Topic topic) {
        return new HelpHandler(Optional.of(topic));
    }

    @Override
    public Object execute(ExecutionEvent event) {
        HelpPresenter presenter = new HelpPresenter(Optional.ofNullable(System.getProperty("assay.home")).map(Path::of),
                Platform.getBundle("org.assay.ui").getVersion().toString());
        String view = Optional.ofNullable(HandlerUtil.getActivePartId(event)).orElse("");
        new HelpDialog(HandlerUtil.getActiveShell(event), presenter, topic.orElseGet(() -> HelpPresenter.Topic.of(view))).open();
        return null;
    }
}
