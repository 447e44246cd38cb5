package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that the test makes: packages with a list of content types, relationships and a document. */
class OfficeTemplateTest {

    private static final String TEMPLATE = "<Override PartName='/word/document.xml'"
            + " ContentType='application/vnd.ms-word.template.macroEnabledTemplate.main+xml'/>";

    static byte[] template(String types, String relations, String... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", "<Types>" + TEMPLATE + types + "</Types>");
            put(zip, "word/document.xml", "<w:document/>");
            put(zip, "word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>");
            for (String name : more) {
                put(zip, name, "x");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isInert(byte[] content) {
        return new OfficeTemplate().isInert(content);
    }

    @Test
    void aTemplateWithTextAndStylesOnlyStartsNothing() {
        assertTrue(isInert(template("", "<Relationship Type='http://x/relationships/styles' Target='styles.xml'/>", "word/styles.xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<Override PartName='/word/vbaProject.bin' ContentType='application/vnd.ms-office.vbaProject'/>",
        "<Override PartName='/word/fonts.bin' ContentType='application/VND.MS-OFFICE.VBAPROJECT'/>",
        "<Override PartName='/word/a.bin' ContentType='application/vnd.ms-office.&#118;baProject'/>",
        "<!DOCTYPE Types [<!ENTITY a 'vba'>]>",
        "<Override PartName='/word/activeX/activeX1.xml' ContentType='application/vnd.ms-office.activeX+xml'/>"})
    void macrosAndControlsAreWhatItsTypesSay(String type) {
        assertFalse(isInert(template(type, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<Relationship Type='http://x/relationships/attachedTemplate' Target='http://evil/t.dotm' TargetMode='External'/>",
        "<Relationship Type='http://x/relationships/oleObject' Target='a.bin'/>"})
    void whatItHasFromElsewhereRuns(String relation) {
        assertFalse(isInert(template("", relation)));
    }

    /** Office goes by the directory at the end; a part that stands there alone would not be seen otherwise. */
    @Test
    void whatIsNotUnderstoodWholeMayRun() {
        byte[] plain = template("", "");
        assertTrue(isInert(plain));
        assertFalse(isInert(Arrays.copyOf(plain, plain.length - 30)));
        assertFalse(isInert("{\\rtf1 text}".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(isInert(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}));
        byte[] more = template("", "", "word/extra.xml");
        int extra = new String(more, StandardCharsets.ISO_8859_1).lastIndexOf("word/extra.xml");
        more[extra + 5] = 'f';
        assertFalse(isInert(more), "a name in the directory that no part has");
    }
}
