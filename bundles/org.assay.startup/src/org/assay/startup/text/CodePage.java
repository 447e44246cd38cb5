package org.assay.startup.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The code page in which a Windows machine reads text that is not Unicode.
 *
 * @param known whether the snapshot tells it; if not, it is the Western one by guess
 */
public record CodePage(Charset charset, boolean known) {

    /** The Western ANSI code page, by guess. */
    public static final CodePage GUESSED = new CodePage(Charset.forName("windows-1252"), false);
    /** The Western code page of DOS, by guess. */
    public static final CodePage GUESSED_OEM = new CodePage(Charset.forName("IBM850"), false);
    /** Names of Java for numbers of Windows where they are not made by a rule (IANA, "Character Sets"). */
    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(874, "x-windows-874"), Map.entry(932, "windows-31j"),
            Map.entry(936, "GBK"), Map.entry(949, "x-windows-949"), Map.entry(950, "x-windows-950"), Map.entry(1361, "x-Johab"),
            Map.entry(20866, "KOI8-R"), Map.entry(21866, "KOI8-U"), Map.entry(54936, "GB18030"));
    private static final int UTF_8 = 65001;

    /** The code page that the registry calls {@code number}, such as {@code 1251}; empty when this machine does not know it. */
    public static Optional<CodePage> of(String number) {
        String plain = number.strip();
        if (plain.isEmpty() || plain.length() > 5 || !plain.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
            return Optional.empty();
        }
        int page = Integer.parseInt(plain);
        if (page == UTF_8) {
            return Optional.of(new CodePage(StandardCharsets.UTF_8, true));
        }
        String name = NAMES.getOrDefault(page, page >= 1250 && page <= 1258 ? "windows-" + page : "IBM" + "%03d".formatted(page));
        return Charset.isSupported(name) ? Optional.of(new CodePage(Charset.forName(name), true)) : Optional.empty();
    }

    /** What to say of {@code text}, which was read in this code page; empty when there is nothing to say. */
    public Optional<String> remark(String text) {
        return known || text.chars().allMatch(unit -> unit < 0x80) ? Optional.empty()
                : Optional.of("Its text is not Unicode and the snapshot does not tell its code page; it was read as " + charset.name()
                        + ".");
    }
}
