package org.assay.startup.windows;

import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.ItemStream;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.CodePage;
import org.assay.startup.text.StringValue;

/** In which code pages the machine reads text that is not Unicode ({@code Control\Nls\CodePage}, values ACP and OEMCP). */
public final class CodePageFacts {

    private static final Location KEY = Location.key("HKLM", "SYSTEM", "CurrentControlSet", "Control", "Nls", "CodePage");

    private Optional<CodePage> ansi = Optional.empty();
    private Optional<CodePage> oem = Optional.empty();

    /** As a snapshot tells them. */
    public static CodePageFacts of(SnapshotView machine) {
        CodePageFacts facts = new CodePageFacts();
        try (ItemStream items = machine.itemsWithin(KEY)) {
            while (items.hasNext()) {
                if (items.next() instanceof ValueItem value) {
                    facts.see(value);
                }
            }
        }
        return facts;
    }

    /** Takes notice of a value of {@code Control\Nls\CodePage}; the first control set that tells is the current one. */
    void see(ValueItem value) {
        Optional<CodePage> page = StringValue.of(value).flatMap(CodePage::of);
        switch (RegistryName.fold(value.location().name())) {
            case "ACP" -> ansi = ansi.or(() -> page);
            case "OEMCP" -> oem = oem.or(() -> page);
            default -> {
            }
        }
    }

    /** Of programs with windows. */
    public CodePage ansi() {
        return ansi.orElse(CodePage.GUESSED);
    }

    /** Of the console and of batch files. */
    public CodePage oem() {
        return oem.orElse(CodePage.GUESSED_OEM);
    }
}
