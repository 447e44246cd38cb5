package org.assay.app;

import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.sha256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.assay.app.policy.HashList;
import org.assay.model.AssayException;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashListTest {

    private static final String KNOWN = sha256("known").hex();

    @TempDir
    Path folder;

    private static Change added(int number, String content) {
        return Change.of(number, ChangeKind.ADDED, Optional.empty(), Optional.of(file("/x" + number, content)), Set.of(), List.of());
    }

    private Set<Integer> explained(String list, Change... changes) throws IOException {
        return new HashList(Files.writeString(folder.resolve("good.txt"), list)).explain(List.of(changes)).keySet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s  /usr/bin/x\n", "%s */usr/bin/x\r\n", "\\%s  a\\nb\n", "%s",
            "%%%%%%%% HASHDEEP-1.0\n%%%%%%%% size,md5,sha256,filename\n"
            + "12,0123456789abcdef0123456789abcdef,%s,/usr/bin/x\n",
            "\"%s\",\"0123456789ABCDEF0123456789ABCDEF\",\"D3D3D3D3\",\"x\",1,2,\"\"\n"})
    void listsOfEveryFormAreRead(String form) throws IOException {
        assertEquals(Set.of(1), explained(String.format(form, KNOWN), added(1, "known"), added(2, "other")));
        assertEquals(Set.of(1), explained(String.format(form, KNOWN.toUpperCase(Locale.ROOT)), added(1, "known")));
    }

    @Test
    void aNameThatLooksLikeADigestIsNone() throws IOException {
        assertEquals(Set.of(), explained(sha256("a").hex() + "  " + KNOWN + "\n" + "1,2,3,4," + KNOWN + "\n# " + KNOWN + "\n",
                added(1, "known")));
    }

    @Test
    void emptyFilesAndChangesOfRightsAreNotExplained() throws IOException {
        Change rights = Change.of(2, ChangeKind.MODIFIED, Optional.of(file("/x", "known")), Optional.of(file("/x", "known")),
                Set.of(Attribute.OWNER), List.of());
        assertEquals(Set.of(), explained(sha256("").hex() + "  a\n" + KNOWN + "  b\n", added(1, ""), rights));
    }

    @Test
    void aListThatIsNotThereIsSaid() {
        assertTrue(assertThrows(AssayException.class, () -> new HashList(folder.resolve("none")).explain(List.of())).getMessage()
                .endsWith("Name an existing file of digests."));
    }
}
