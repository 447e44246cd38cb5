package org.assay.ui.presenter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.app.page.FindingPage;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;

/** The pages of the help, which lie beside this class, without a display. */
public final class HelpPresenter {

    /** What there is a page on. */
    public enum Topic {
        START, CAPTURE, LEADS, CHANGES, DETAILS, STARTUP, REMEDIATION, VERIFICATION, FLEET, CUSTODY, INCIDENT, LICENCES;

        /** What is to be read in the view with this id. */
        public static Topic of(String view) {
            return switch (view) {
                case Ids.LEADS_VIEW -> LEADS;
                case Ids.CHANGES_VIEW -> CHANGES;
                case Ids.DETAILS_VIEW -> DETAILS;
                case Ids.STARTUP_VIEW -> STARTUP;
                case Ids.REMEDIATION_VIEW -> REMEDIATION;
                case Ids.VERIFICATION_VIEW -> VERIFICATION;
                case Ids.FLEET_VIEW -> FLEET;
                case Ids.CUSTODY_VIEW -> CUSTODY;
                case Ids.INCIDENT_VIEW -> INCIDENT;
                case Ids.PROGRESS_VIEW -> CAPTURE;
                default -> START;
            };
        }
    }

    private final Optional<Path> home;
    private final String version;

    /**
     * @param home the folder of the product, where it says what it contains; empty where it is none
     * @param version of Assay
     */
    public HelpPresenter(Optional<Path> home, String version) {
        this.home = home;
        this.version = version;
    }

    /** The titles of the pages, in the order of the topics. */
    public List<String> titles() {
        return Arrays.stream(Topic.values()).map(topic -> lines(topic).getFirst().text()).toList();
    }

    /** The page, line by line; its title comes first. */
    public List<FindingPresenter.Line> lines(Topic topic) {
        return topic == Topic.LICENCES ? licences() : FindingPresenter.lines(FindingPage.blocks(text(topic)), Tint.NONE, false);
    }

    private static String text(Topic topic) {
        String name = "help/" + DisplayText.of(topic) + ".md";
        try (InputStream in = HelpPresenter.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<FindingPresenter.Line> licences() {
        List<FindingPresenter.Line> lines = new ArrayList<>();
        lines.add(new FindingPresenter.Line(FindingPresenter.Look.TITLE, Tint.NONE, Texts.of("help.licences")));
        lines.add(new FindingPresenter.Line(FindingPresenter.Look.TEXT, Tint.NONE, Texts.of("help.version", version,
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"))));
        home.map(folder -> folder.resolve("NOTICE")).filter(Files::isRegularFile).ifPresent(notice -> {
            try {
                Files.readString(notice).lines().forEach(line -> lines.add(
                        new FindingPresenter.Line(FindingPresenter.Look.EXAMPLE, Tint.NONE, line)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return lines;
    }
}
