package org.assay.ui.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assay.ui.text.DisplayText;
import org.assay.ui.view.LogDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.handlers.HandlerUtil;

/** Help &gt; Error Log: what the workbench logged. */
public final class LogHandler extends AbstractHandler {

    private static final int MAX_LINE_COUNT = 2000;

    @Override
    public Object execute(ExecutionEvent event) {
        new LogDialog(HandlerUtil.getActiveShell(event), lastLines(Platform.getLogFileLocation().toPath())).open();
        return null;
    }

    private static List<String> lastLines(Path log) {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.subList(Math.max(0, lines.size() - MAX_LINE_COUNT), lines.size()).stream().map(DisplayText::paragraph).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
