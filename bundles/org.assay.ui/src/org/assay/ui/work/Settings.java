package org.assay.ui.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.ui.text.TimeStyle;
import org.eclipse.jface.preference.IPreferenceStore;

/** What the user prefers, remembered from one start of the workbench to the next. */
public final class Settings {

    /** Under which key the store keeps a {@link Theme}'s name; {@code assay-workbench} reads it before Java runs. */
    public static final String THEME = "theme";
    /** Under which key the store keeps a {@link TimeStyle}'s name. */
    public static final String TIME_STYLE = "time.style";
    /** Under which key the store keeps {@link TimeStyle#LOCAL}, or anything else for UTC. */
    public static final String TIME_ZONE = "time.zone";
    /** Under which key the store keeps the examiner's name. */
    public static final String EXAMINER = "examiner";
    /** Under which key the store keeps the files of own startup catalogues, a line each. */
    public static final String CATALOGUES = "catalogues";
    /** Under which key the store keeps the files of trusted certificates, a line each. */
    public static final String TRUSTED = "trusted";

    private static final String HIDDEN_COLUMNS = "hidden.columns.";
    private static final String NONE_HIDDEN = "none";

    private final IPreferenceStore store;

    /** Whether the workbench is light or dark: GTK is told by its environment. */
    public enum Theme {
        /** As the desktop is. */
        SYSTEM, LIGHT, DARK
    }

    public Settings(IPreferenceStore store) {
        this.store = store;
        store.setDefault(THEME, Theme.SYSTEM.name());
        store.setDefault(TIME_STYLE, TimeStyle.ISO.name());
        store.setDefault(TIME_ZONE, "UTC");
    }

    /** Where they are kept. */
    public IPreferenceStore store() {
        return store;
    }

    /** Who answers for the work, for decisions and the custody log; empty where that is the operating system's user. */
    public String examiner() {
        return store.getString(EXAMINER).strip();
    }

    /** The own startup catalogues that a capture and a comparison begin with. */
    public List<Path> catalogues() {
        return files(CATALOGUES);
    }

    /** The certificates, PEM or DER, of those whose seals are relied on. */
    public List<Path> trusted() {
        return files(TRUSTED);
    }

    private List<Path> files(String key) {
        return store.getString(key).lines().filter(line -> !line.isEmpty()).map(Path::of).toList();
    }

    /** The columns, from 0, that a table does not show: {@code usual} until others are chosen. */
    public Set<Integer> hiddenColumns(String table, Set<Integer> usual) {
        String chosen = store.getString(HIDDEN_COLUMNS + table);
        return chosen.isEmpty() ? usual : chosen.lines().filter(line -> line.matches("[0-9]{1,3}")).map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    /** Remembers the columns, from 0, that a table is not to show. */
    public void hideColumns(String table, Set<Integer> hidden) {
        store.setValue(HIDDEN_COLUMNS + table, hidden.isEmpty() ? NONE_HIDDEN
                : hidden.stream().sorted().map(String::valueOf).collect(Collectors.joining("\n")));
    }

    /** Has times of this run written as is preferred. Called before the first is written. */
    public void chooseTimes() {
        System.setProperty(TimeStyle.STYLE_PROPERTY, store.getString(TIME_STYLE));
        System.setProperty(TimeStyle.ZONE_PROPERTY, store.getString(TIME_ZONE));
    }
}
