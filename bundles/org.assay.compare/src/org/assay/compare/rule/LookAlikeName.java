package org.assay.compare.rule;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileNames;
import org.assay.compare.context.NewNames;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;

/** A name whose letters are not the ones that they look like passes for one that is known. */
final class LookAlikeName implements ChangeRule {

    private static final FindingType TYPE = new FindingType("look-alike-name", "Name with letters that look like others",
            "new and renamed items", List.of(Severity.HIGH, Severity.MEDIUM), List.of("T1036.005"));

    /** Scripts with letters that look like Latin ones (Unicode Technical Standard 39, "Mixed-Script Confusables"). */
    private static final Set<UnicodeScript> LIKE_LATIN = EnumSet.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE, UnicodeScript.COPTIC, UnicodeScript.LISU);

    /** The letters of Cyrillic and Greek that show as Latin ones, each before its twin. */
    private static final Map<Integer, Integer> TWINS = twins("\u0430a\u0435e\u043eo\u0440p\u0441c\u0445x\u0443y\u0456i\u0455s\u0458j\u04bbh"
            + "\u0501d\u051bq\u051dw\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0425X\u0406I\u0405S\u0408J"
            + "\u03bfo\u03b1a\u03bdv\u03c1p\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P"
            + "\u03a4T\u03a5Y\u03a7X");

    private static Map<Integer, Integer> twins(String pairs) {
        Map<Integer, Integer> twins = new HashMap<>();
        for (int at = 0; at < pairs.length(); at += 2) {
            twins.put((int) pairs.charAt(at), (int) pairs.charAt(at + 1));
        }
        return Map.copyOf(twins);
    }

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        String name = change.location().name();
        if (!NewNames.isBroughtBy(change) || name.chars().allMatch(unit -> unit < 0x80)) {
            return Optional.empty();
        }
        String looksLike = looksLike(name);
        Set<Integer> disguised = disguised(name, FileNames.runnable(looksLike).isPresent());
        if (disguised.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TYPE.found(FileNames.runnable(looksLike).isPresent() ? Severity.HIGH : Severity.MEDIUM,
                "Its name reads like \"" + looksLike + "\", but has " + disguised.stream().map(LookAlikeName::spelled)
                        .collect(Collectors.joining(", ")) + "."));
    }

    /** The characters of {@code name} that pass for others. Blanks that are none do only in programs: macOS names its pictures so. */
    private static Set<Integer> disguised(String name, boolean runnable) {
        Set<Integer> disguised = new LinkedHashSet<>();
        name.codePoints().filter(point -> isWideForm(point) || runnable && isOtherSpace(point)).forEach(disguised::add);
        for (String word : name.split("[^\\p{L}\\p{M}]+")) {
            Set<UnicodeScript> scripts = word.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
            boolean mixed = scripts.contains(UnicodeScript.LATIN) && scripts.stream().anyMatch(LIKE_LATIN::contains);
            boolean whole = runnable && word.codePointCount(0, word.length()) > 2 && word.codePoints().allMatch(TWINS::containsKey);
            if (mixed || whole) {
                word.codePoints().filter(point -> LIKE_LATIN.contains(UnicodeScript.of(point))).forEach(disguised::add);
            }
        }
        return disguised;
    }

    private static String looksLike(String name) {
        return name.codePoints().map(point -> isWideForm(point) ? point - 0xfee0 : isOtherSpace(point) ? ' '
                : TWINS.getOrDefault(point, point)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The fullwidth forms of ASCII, which stand in the same order. */
    private static boolean isWideForm(int point) {
        return point >= 0xff01 && point <= 0xff5e;
    }

    private static boolean isOtherSpace(int point) {
        return point != ' ' && Character.isSpaceChar(point);
    }

    private static String spelled(int point) {
        return String.format(Locale.ROOT, "U+%04X %s", point, Optional.ofNullable(Character.getName(point)).orElse("without a name"));
    }
}
