package org.assay.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.assay.cli.output.ListColumn;
import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.SignatureStatus;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;

/**
 * The columns that {@code autorunsc -c -h -t} writes (autorunsc 14.3), so that a list of ours can be held beside one of Autoruns. The time
 * is that of the file that starts, in UTC; what a snapshot does not hold is empty. Cells are guarded as in every CSV of ours, so one that
 * a spreadsheet would run has an apostrophe that Autoruns' own does not have.
 */
final class AutorunsColumns {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private AutorunsColumns() {
    }

    static List<ListColumn<StartupRow>> columns() {
        return List.of(
                column("Time", entry -> entry.target().map(file -> TIME.format(file.modified())).orElse("")),
                column("Entry Location", entry -> place(entry.location())),
                column("Entry", StartupEntry::label),
                column("Enabled", entry -> entry.details().state() == EntryState.ENABLED ? "enabled" : "disabled"),
                column("Category", StartupEntry::category),
                column("Profile", entry -> entry.details().user().isEmpty() ? "System-wide" : entry.details().user()),
                column("Description", entry -> version(entry, ProgramVersion::description)), column("Signer", AutorunsColumns::signer), 
                column("Company", entry -> version(entry, ProgramVersion::company)),
                column("Image Path", entry -> entry.outcome() == TargetOutcome.MISSING ? "File not found: " + entry.targetPath()
                        : entry.targetPath()),
                column("Version", entry -> version(entry, ProgramVersion::number)),
                column("Launch String", StartupEntry::command),
                column("MD5", entry -> digest(entry.target().map(file -> file.details().digests().get(DigestAlgorithm.MD5)))),
                column("SHA-1", entry -> digest(entry.target().map(file -> file.details().digests().get(DigestAlgorithm.SHA1)))),
                column("SHA-256", entry -> digest(entry.target().flatMap(FileItem::sha256))));
    }

    private static ListColumn<StartupRow> column(String name, Function<StartupEntry, Object> value) {
        return ListColumn.exact(name, row -> value.apply(row.entry()));
    }

    private static String version(StartupEntry entry, Function<ProgramVersion, String> part) {
        return entry.target().flatMap(file -> file.details().version()).map(part).orElse("");
    }

    private static String digest(Optional<Bytes> hash) {
        return hash.map(bytes -> bytes.hex().toUpperCase(Locale.ROOT)).orElse("");
    }

    /** As Autoruns writes it. What is verified is that the signature is the signer's, not that he is to be trusted. */
    private static String signer(StartupEntry entry) {
        return entry.target().flatMap(file -> file.details().signature())
                .map(signature -> signature.status() == SignatureStatus.VALID ? "(Verified) " + signature.signer()
                        : ("(Not verified) " + signature.signer()).strip()).orElse("");
    }

    /** A value stands in its key and a file in its folder, as Autoruns sees it. */
    private static String place(Location location) {
        int last = location.components().size() - 1;
        boolean inside = location.space() != Space.KEY && last > 0;
        return (inside ? new Location(location.space() == Space.VALUE ? Space.KEY : Space.FILE, location.components().subList(0, last))
                : location).text();
    }
}
