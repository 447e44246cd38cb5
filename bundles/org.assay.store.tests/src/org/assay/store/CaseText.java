package org.assay.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.change.Finding;
import org.assay.model.change.Tag;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Visible;
import org.assay.store.block.ItemsDigest;

/** All that a case holds as lines of text. Items stand by the digest over everything that they say, and by their places. */
final class CaseText {

    private final List<String> lines = new ArrayList<>();
    private final CaseFile caseFile;

    private CaseText(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    static String of(CaseFile caseFile) {
        CaseText text = new CaseText(caseFile);
        caseFile.snapshots().forEach(text::snapshot);
        caseFile.comparisons().forEach(text::comparison);
        caseFile.tags().forEach(text::tag);
        return String.join("\n", text.lines) + "\n";
    }

    private void snapshot(Snapshot snapshot) {
        line("snapshot %d: %s %s '%s' %s, attempts %d, items %d, hashed %d, digest %s, verified %s", snapshot.id(), snapshot.host(),
                snapshot.role(), snapshot.label(), snapshot.state(), snapshot.attempts().size(), snapshot.coverage().items(),
                snapshot.coverage().hashedBytes(), snapshot.digest().map(Bytes::hex).orElse("none"), caseFile.verify(snapshot.id()));
        for (Source source : snapshot.sources()) {
            line("  source %s %s %s", source.kind(), source.name(), source.origin());
        }
        items(caseFile.view(snapshot.id()));
        for (Gap gap : caseFile.gaps(snapshot.id())) {
            line("  gap %s %s: %s", gap.reason(), gap.location().text(), gap.detail());
        }
        for (Remark remark : caseFile.remarks(snapshot.id())) {
            line("  remark %s: %s", remark.location().text(), remark.text());
        }
        catalogues(caseFile.snapshotCatalogues(snapshot.id()));
    }

    private void catalogues(List<OwnCatalogue> catalogues) {
        catalogues.forEach(own -> line("  catalogue %s: SHA-256 %s", own.name(), own.sha256().hex()));
    }

    private void items(SnapshotView view) {
        ItemsDigest digest = new ItemsDigest();
        List<String> places = new ArrayList<>();
        TreeSet<String> kept = new TreeSet<>();
        try (ItemStream items = view.items()) {
            while (items.hasNext()) {
                Item item = items.next();
                digest.add(item);
                places.add("    " + item.location().space() + " " + item.location().text());
                if (item instanceof FileItem file) {
                    file.sha256().flatMap(view::content).ifPresent(content -> kept.add("  kept %s: %d bytes, SHA-256 %s"
                            .formatted(file.location().text(), content.length, Sha256.of(content).hex())));
                }
            }
        }
        line("  items digest %s", digest.end().hex());
        places.forEach(lines::add);
        kept.forEach(lines::add);
    }

    private void comparison(Comparison comparison) {
        line("comparison %d: %d and %d, gaps %d", comparison.id(), comparison.baseline(), comparison.suspect(), comparison.gaps());
        catalogues(caseFile.comparisonCatalogues(comparison.id()));
        for (Change change : caseFile.changes(comparison.id())) {
            line("  %d %s %s, before %s, after %s, attributes %s", change.number(), change.kind(), change.location().text(),
                    digest(change.before().stream().toList()), digest(change.after().stream().toList()), change.attributes());
            for (Finding finding : change.findings()) {
                line("    %s %s: %s", finding.severity(), finding.code(), finding.sentence());
            }
        }
    }

    private static String digest(List<Item> items) {
        ItemsDigest digest = new ItemsDigest();
        items.forEach(digest::add);
        return items.isEmpty() ? "nothing" : digest.end().hex().substring(0, 16);
    }

    private void tag(Tag tag) {
        line("tag %s %s %s '%s' by %s, fingerprint %s", tag.host(), tag.decision(), tag.location().text(), Visible.text(tag.note()),
                Visible.text(tag.analyst()), tag.fingerprint().hex());
    }

    private void line(String format, Object... values) {
        lines.add(format.formatted(values));
    }
}
