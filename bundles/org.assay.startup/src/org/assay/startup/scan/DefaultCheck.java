package org.assay.startup.scan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.CleanDefault;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.tree.Owner;
import org.assay.startup.windows.WindowsEnvironment;

/** Holds data against what the catalogue gives as a clean system's, whatever the case and wherever Windows is installed. */
public final class DefaultCheck {

    private static final String FOLDER = "%WINDIR%";
    /** The Windows folders that the catalogue's defaults are written with. */
    private static final List<String> USUAL = List.of("C:\\WINDOWS", "C:\\WINNT");

    private static final Pattern PROFILE = Pattern.compile(
            "(?is)[a-z]:\\\\(?:users|documents and settings|win(?:dows|nt)\\\\profiles)\\\\([^\\\\]+)(\\\\.*)");

    private final WindowsEnvironment environment;

    public DefaultCheck(WindowsEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Whether {@code forms} is what an untouched system has; {@code owner} is the user whose it is, who keeps things in his own profile.
     * Empty data is clean where nothing belongs.
     */
    public boolean isClean(CleanDefault clean, StartupMatch.Forms forms, String owner) {
        StartupMatch.Forms own = new StartupMatch.Forms(forms.whole().stream().map(form -> ofProfile(form, owner)).toList(),
                forms.members().stream().map(form -> ofProfile(form, owner)).toList());
        return isClean(clean, own);
    }

    private boolean isClean(CleanDefault clean, StartupMatch.Forms forms) {
        return switch (clean.mode()) {
            case ABSENT -> !forms.whole().isEmpty() && forms.whole().getFirst().isBlank();
            case EXACT -> forms.whole().stream().anyMatch(form -> isOneOf(clean, form));
            case SET, BASELINE -> !clean.values().isEmpty() && (forms.whole().stream().anyMatch(form -> isOneOf(clean, form))
                    || !forms.members().isEmpty() && forms.members().stream().allMatch(form -> isOneOf(clean, form)));
            case PREFIX -> forms.whole().stream().map(this::ofImage).anyMatch(form -> clean.values().stream()
                    .map(this::ofCatalogue).anyMatch(form::startsWith)) || !forms.whole().isEmpty() && forms.whole().getFirst().isBlank();
            case SHADOW -> false;
        };
    }

    /** The owner's profile folder as a variable; another user's stays as it is. Where nothing tells the owner, any profile may be his. */
    private static String ofProfile(String text, String owner) {
        Matcher path = PROFILE.matcher(text.strip());
        boolean own = path.matches() && !RegistryName.fold(path.group(1)).equals("PUBLIC")
                && (owner.equals(Owner.UNKNOWN) || RegistryName.fold(path.group(1)).equals(RegistryName.fold(owner)));
        return own ? "%USERPROFILE%" + path.group(2) : text;
    }

    private boolean isOneOf(CleanDefault clean, String form) {
        String image = ofImage(form);
        return clean.values().stream().map(this::ofCatalogue).anyMatch(image::equals);
    }

    /** Where the image does not tell its Windows folder, any usual one may be it. */
    private String ofImage(String text) {
        return environment.knowsFolder() ? ofImageFolder(text) : ofCatalogue(text);
    }

    private String ofImageFolder(String text) {
        return replace(RegistryName.fold(environment.expand(text.strip())), RegistryName.fold(environment.windowsFolder()));
    }

    /** A default names the Windows folder by a variable or by a usual path, and means the image's own either way. */
    private String ofCatalogue(String text) {
        String plain = ofImageFolder(text);
        for (String usual : USUAL) {
            plain = replace(plain, usual);
        }
        return plain;
    }

    private static String replace(String text, String folder) {
        return text.replace(folder + "\\", FOLDER + "\\");
    }
}
