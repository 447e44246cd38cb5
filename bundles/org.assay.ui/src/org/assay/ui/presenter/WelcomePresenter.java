package org.assay.ui.presenter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.RecentCases;

/** What the welcome offers, without a display. */
public final class WelcomePresenter {

    private final OpenCase openCase;
    private final RecentCases recent;

    public WelcomePresenter(OpenCase openCase, RecentCases recent) {
        this.openCase = openCase;
        this.recent = recent;
    }

    /**
     * Something to begin with.
     *
     * @param command the id of the command that does it
     * @param icon the name of its picture
     */
    public record Start(String command, String icon, String title, String said) {
    }

    /** A case that was open before. */
    public record Recent(Path file, String name, String folder) {
    }

    /** What to begin with; the way back to the open case comes first when there is one. */
    public List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        openCase.current().ifPresent(open -> starts.add(new Start(Ids.TO_CASE, "changes", Texts.of("welcome.back"),
                DisplayText.line(open.file().toString()))));
        starts.add(new Start(Ids.SAMPLE, "startup", Texts.of("welcome.sample"), Texts.of("welcome.sample.said")));
        starts.add(new Start(Ids.CREATE, "snapshot", Texts.of("welcome.new"), Texts.of("welcome.new.said")));
        starts.add(new Start(Ids.OPEN, "case", Texts.of("welcome.open"), Texts.of("welcome.open.said")));
        return starts;
    }

    public List<Recent> recent() {
        return recent.files().stream().map(file -> new Recent(file, DisplayText.line(String.valueOf(file.getFileName())),
                DisplayText.line(String.valueOf(file.getParent())))).toList();
    }

    /** What the work is, a step a line. */
    public List<String> steps() {
        return List.of(Texts.of("welcome.step.capture"), Texts.of("welcome.step.compare"), Texts.of("welcome.step.export"));
    }
}
