package org.assay.compare.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.ContentTrait;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Labels;

/**
 * A web server runs whatever script lies where it serves from, for everybody who asks. Sites consist of thousands of such files; what a
 * shell needs, running text or commands that a visitor sends, few of them do.
 */
final class WebScript implements FileRule {

    private static final FindingType TYPE = new FindingType("web-script", "Script of a web server",
            "new and modified scripts that a web server runs", List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW),
            List.of("T1505.003"));
    private static final Set<ContentTrait> RUNS = EnumSet.of(ContentTrait.EVALUATES, ContentTrait.RUNS_COMMANDS);
    private static final Set<ContentTrait> FEEDS = EnumSet.of(ContentTrait.READS_REQUESTS, ContentTrait.DECODES);
    /** Where a site keeps what visitors and editors bring, and nothing to run. */
    private static final Set<String> NO_PLACE = Set.of("uploads", "upload", "images", "img", "media", "files", "avatars", "tmp", "css",
            "fonts");
    /** Where a site keeps the scripts that it makes of its pages, by the thousand. */
    private static final Set<String> MADE = Set.of("cache", "caches", "templates_c", "compiled");
    /** Few scripts that are made to do one thing for a visitor are larger; of what sites consist of, what runs commands mostly is. */
    private static final long SMALL_BYTES = 16 << 10;
    /** One of these is above whatever a server serves by the habits of Apache, nginx, Tomcat and IIS. */
    private static final Set<String> SERVED = Set.of("www", "html", "htdocs", "public_html", "inetpub", "wwwroot", "webapps", "wp-content");
    private static final Set<String> EXTENSIONS = Set.of("php", "phtml", "phar", "pht", "php3", "php4", "php5", "php7", "php8", "inc",
            "jsp", "jspx", "jspf", "asp", "aspx", "ashx", "asmx", "cfm");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        Set<ContentTrait> now = file.item().details().traits();
        boolean isScript = file.isThere() && file.item().kind() == FileKind.FILE && now.contains(ContentTrait.SERVER_SCRIPT)
                && !file.isSameContent();
        return isScript ? file.before().map(was -> modified(file, was)).orElseGet(() -> added(file.item())) : Optional.empty();
    }

    private static Optional<Finding> modified(FileChange file, FileItem was) {
        Set<ContentTrait> gained = copy(file.item().details().traits());
        gained.removeAll(was.details().traits());
        boolean becameOne = gained.contains(ContentTrait.SERVER_SCRIPT);
        if (becameOne || gained.stream().anyMatch(RUNS::contains)) {
            return Optional.of(TYPE.found(Severity.HIGH, becameOne ? "It was no script and now is one that a web server runs"
                    + calls(file.item().details().traits()) + "." : "A web server runs it, and it gained calls: it"
                            + does(gained) + " now."));
        }
        return Optional.of(TYPE.found(Severity.LOW, "A web server runs it, and its content changed; it calls nothing that it did not call"
                + " before."));
    }

    private static Optional<Finding> added(FileItem file) {
        Set<ContentTrait> traits = file.details().traits();
        boolean runs = traits.stream().anyMatch(RUNS::contains);
        Optional<String> astray = astray(file, runs);
        Severity severity = isShell(file) || astray.isPresent() ? Severity.HIGH : runs ? Severity.MEDIUM : Severity.LOW;
        return Optional.of(TYPE.found(severity, "It is new, and a web server that serves it runs it"
                + astray.map(where -> "; it lies " + where).orElse("") + calls(traits) + "."));
    }

    /** Whether it has all that a shell needs; a large script that also does what sites do, everything that one needs. */
    private static boolean isShell(FileItem file) {
        Set<ContentTrait> traits = file.details().traits();
        boolean evaluates = traits.contains(ContentTrait.EVALUATES) && traits.stream().anyMatch(FEEDS::contains);
        boolean obeys = traits.contains(ContentTrait.RUNS_COMMANDS) && traits.contains(ContentTrait.READS_REQUESTS);
        return file.sizeBytes() <= SMALL_BYTES ? evaluates || obeys : evaluates && obeys;
    }

    /** Why nobody would look for a script there. */
    private static Optional<String> astray(FileItem file, boolean runs) {
        List<String> folders = file.location().components().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        boolean served = EXTENSIONS.contains(FileNames.extension(file.location().name())) && folders.stream().anyMatch(SERVED::contains);
        return folders.stream().limit(folders.size() - 1L).filter(folder -> served && (NO_PLACE.contains(folder)
                || runs && MADE.contains(folder))).findFirst()
                .map(folder -> "where a site keeps no scripts, in " + folder);
    }

    private static String calls(Set<ContentTrait> traits) {
        return traits.stream().anyMatch(RUNS::contains) ? "; it" + does(traits) : "";
    }

    private static String does(Set<ContentTrait> traits) {
        return " " + copy(traits).stream().filter(one -> one != ContentTrait.SERVER_SCRIPT && one != ContentTrait.RANDOM).map(Labels::of)
                .collect(Collectors.joining(", "));
    }

    private static Set<ContentTrait> copy(Set<ContentTrait> traits) {
        return traits.isEmpty() ? EnumSet.noneOf(ContentTrait.class) : EnumSet.copyOf(traits);
    }
}
