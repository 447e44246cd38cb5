package org.assay.app.fleet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.FleetHost;
import org.assay.model.fleet.HostSet;
import org.assay.model.text.Visible;
import org.assay.remedy.Html;

/** Which host has which change, as a page: a row a change and a column a host, of which the first stay in view. */
public record MatrixPage(Fleet fleet, List<FleetChange> rows) {

    private static final String STYLE = """
            body{font:14px sans-serif;margin:1em}table{border-collapse:separate;border-spacing:0}
            th,td{border:0 solid #ccc;border-width:0 1px 1px 0;padding:.15em .4em;text-align:left;white-space:nowrap}
            thead th{position:sticky;top:0;background:#eee;z-index:1}thead th.host{writing-mode:vertical-rl}
            .place{position:sticky;left:0;background:#fff;max-width:40em;overflow:hidden;text-overflow:ellipsis}
            thead th.place{z-index:2;background:#eee}td.has{background:#d33;color:#fff}td.untold{background:#ddd}
            bdi{font-family:monospace;white-space:pre}""";

    /** Writes the page; fails with {@code OUTPUT} where something is at {@code file}, or it cannot be written. */
    public void write(Path file) {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(OwnerOnly.create(file), StandardCharsets.UTF_8))) {
            write(new Html(out));
        } catch (FileAlreadyExistsException e) {
            throw new AssayException(ErrorCode.OUTPUT, "Something is at " + Visible.text(file.toString())
                    + " already. Choose another name.", e);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The page " + Visible.text(file.toString()) + " could not be written: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Check its folder, the free space and your rights.", e);
        }
    }

    private void write(Html page) throws IOException {
        page.markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>Changes by host</title>\n<style>" + STYLE
                + "</style></head><body>\n<h1>Changes by host</h1>\n<p>").text(rows.size() + " of " + fleet.changes().size()
                + " distinct changes on " + fleet.compared().count() + " of " + fleet.hosts().size() + " hosts. A cross: the host has it;"
                + " a question mark: it cannot be determined, for the place was not read, not asked for, or the host is not compared.")
                .markup("</p>\n<table><thead><tr><th class=\"place\" scope=\"col\">Location</th><th scope=\"col\">Change</th>"
                        + "<th scope=\"col\">Severity</th><th scope=\"col\">Hosts</th>");
        for (FleetHost host : fleet.hosts()) {
            page.markup("<th class=\"host\" scope=\"col\">").evidence(host.name()).markup("</th>");
        }
        page.markup("</tr></thead>\n<tbody>\n");
        for (FleetChange row : rows) {
            row(page, row);
        }
        page.markup("</tbody></table>\n</body></html>\n");
    }

    private void row(Html page, FleetChange row) throws IOException {
        page.markup("<tr><th class=\"place\" scope=\"row\">").evidence(row.location().text()).markup("</th><td>").text(row.kind().name())
                .markup("</td><td>").text(row.severity().name()).markup("</td><td>").text(String.valueOf(row.hosts().count()))
                .markup("</td>");
        HostSet untold = fleet.cannotTell(row.location());
        for (int host = 0; host < fleet.hosts().size(); host++) {
            page.markup(row.hosts().contains(host) ? "<td class=\"has\">×</td>" : untold.contains(host) ? "<td class=\"untold\">?</td>"
                    : "<td></td>");
        }
        page.markup("</tr>\n");
    }
}
