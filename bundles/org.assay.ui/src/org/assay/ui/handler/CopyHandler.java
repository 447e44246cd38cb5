package org.assay.ui.handler;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assay.model.change.Change;
import org.assay.model.item.FileItem;
import org.assay.model.text.Bytes;
import org.assay.ui.text.DisplayText;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.ShownComparison;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies one thing of each selected change, a line each, as it is shown: what is pasted somewhere else is obeyed by nothing. */
public final class CopyHandler extends CaseHandler {

    private final OpenCase openCase;
    private final Function<Change, Optional<String>> copied;

    private CopyHandler(OpenCase openCase, Function<Change, Optional<String>> copied) {
        super(openCase, open -> !open.selection().changes().isEmpty());
        this.openCase = openCase;
        this.copied = copied;
    }

    /** Edit &gt; Copy Location. */
    public static CopyHandler location(OpenCase openCase) {
        return new CopyHandler(openCase, change -> Optional.of(DisplayText.paragraph(change.location().text())));
    }

    /** Edit &gt; Copy SHA-256: that of a file as it is now or, when it is gone, as it was. */
    public static CopyHandler digest(OpenCase openCase) {
        return new CopyHandler(openCase, change -> change.item() instanceof FileItem file ? file.sha256().map(Bytes::hex)
                : Optional.empty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        ShownComparison shown = openCase.shown().orElseThrow();
        String lines = openCase.selection().changes().stream().flatMap(number -> shown.change(number).stream())
                .flatMap(tagged -> copied.apply(tagged.change()).stream()).collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            copy(event, lines);
        }
        return null;
    }

    static void copy(ExecutionEvent event, String text) {
        Clipboard clipboard = new Clipboard(HandlerUtil.getActiveShell(event).getDisplay());
        clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        clipboard.dispose();
    }
}
