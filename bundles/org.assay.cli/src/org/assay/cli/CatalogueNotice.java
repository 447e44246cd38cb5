package org.assay.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.assay.cli.output.Format;
import org.assay.cli.output.Terminal;
import org.assay.model.snapshot.OwnCatalogue;

/** Says which startup catalogues of the user's own a list was made with. */
final class CatalogueNotice {

    private CatalogueNotice() {
    }

    /** For JSON, beside the rows. */
    static List<Map<String, Object>> facts(List<OwnCatalogue> used) {
        return used.stream().map(one -> {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("name", one.name());
            fact.put("sha256", one.sha256().hex());
            return fact;
        }).toList();
    }

    /**
     * Says so of a table behind it, of CSV on the error stream; JSON has it beside its rows. Says nothing where only the standard catalogue
     * was used.
     *
     * @param kept what the case has kept with what is listed; other ones are used only where the user gives them
     */
    static void print(Terminal terminal, Format format, List<OwnCatalogue> used, List<OwnCatalogue> kept) {
        if (used.isEmpty() || format == Format.JSON) {
            return;
        }
        String instead = used.equals(kept) ? "" : ", instead of " + (kept.isEmpty() ? "the standard one alone" : names(kept));
        String line = "with the startup catalogue" + (used.size() == 1 ? " " : "s ") + names(used) + instead;
        if (format == Format.TABLE) {
            terminal.say(line);
        } else {
            terminal.warn(line);
        }
    }

    private static String names(List<OwnCatalogue> catalogues) {
        return catalogues.stream().map(one -> one.name() + " (SHA-256 " + one.sha256().hex() + ")").collect(Collectors.joining(", "));
    }
}
