package org.assay.compare;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.assay.testkit.HostileNames;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentRulesTest {

    private static final String LATER = "2000-05-04T12:00:00Z";

    static Stream<Arguments> disguises() {
        return Stream.of(
                arguments("program called a picture", "C:/a.jpg", ContentType.PE, "HIGH program-in-disguise"),
                arguments("program of DOS called a text", "C:/a.TXT", ContentType.DOS, "HIGH program-in-disguise"),
                arguments("script called a picture", "/www/a.png", ContentType.SCRIPT, "MEDIUM program-in-disguise"),
                arguments("program called a program", "C:/a.cpl", ContentType.NE, ""),
                arguments("program called nothing known", "C:/a.dat", ContentType.PE, ""),
                arguments("picture called another picture", "C:/a.jpg", ContentType.IMAGE, ""),
                arguments("Java archive called a zip archive", "C:/a.zip", ContentType.JAVA_ARCHIVE, ""),
                arguments("Java archive called a picture", "C:/a.gif", ContentType.JAVA_ARCHIVE, "HIGH program-in-disguise"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disguises")
    void seesProgramsInDisguise(String what, String path, ContentType type, String expected) {
        FileItem after = typed(at(LATER, file(path, "program")), type);
        FileItem before = typed(file(path, "picture"), ContentType.IMAGE);
        assertEquals(expected, codes(compare(List.of(), List.of(after)), "program-in-disguise"));
        assertEquals(expected, codes(compare(List.of(before), List.of(after)), "program-in-disguise"));
        assertEquals("", codes(compare(List.of(after), List.of()), "program-in-disguise"));
    }

    @Test
    void aDisguiseThatTheBaselineHasIsNoNews() {
        FileItem now = typed(at(LATER, file("C:/a.jpg", "2")), ContentType.PE);
        assertEquals("", codes(compare(List.of(typed(file("C:/a.jpg", "1"), ContentType.PE)), List.of(now)), "program-in-disguise"));
        // A baseline that does not tell types, and the same content touched.
        assertEquals("", codes(compare(List.of(file("C:/a.jpg", "2")), List.of(now)), "program-in-disguise"));
        // The same content under another name.
        assertEquals("HIGH program-in-disguise", codes(compare(List.of(typed(file("C:/a.exe", "x"), ContentType.PE)),
                List.of(typed(file("C:/a.jpg", "x"), ContentType.PE))), "program-in-disguise"));
    }

    private static final Bytes KEY = Bytes.ofHex("11".repeat(32));
    private static final Bytes OTHER_KEY = Bytes.ofHex("22".repeat(32));

    static Stream<Arguments> signatures() {
        Signature good = signed(SignatureStatus.VALID, "Good", "Root");
        Signature broken = signed(SignatureStatus.INVALID, "Good", "Root");
        return Stream.of(
                arguments("still signed", good, good, ""),
                arguments("lost", good, Signature.NONE, "HIGH signature-lost"),
                arguments("broken", good, broken, "HIGH signature-invalid"),
                arguments("broken before", broken, broken, ""),
                arguments("other signer", good, signed(SignatureStatus.VALID, "Evil", "Root"), "MEDIUM other-signer"),
                arguments("other names, same key", good.withKey(KEY), signed(SignatureStatus.VALID, "Evil", "Root").withKey(KEY), ""),
                arguments("other names, other key", good.withKey(KEY), signed(SignatureStatus.VALID, "Evil", "Root").withKey(OTHER_KEY),
                        "MEDIUM other-signer"),
                arguments("same name, other issuer", good, signed(SignatureStatus.VALID, "Good", "Other root"), "MEDIUM other-signer"),
                arguments("same name, its own issuer", good, signed(SignatureStatus.VALID, "Good", "Good"), "HIGH other-signer"),
                arguments("signed now", Signature.NONE, good, ""),
                arguments("never signed", Signature.NONE, Signature.NONE, ""),
                arguments("not understood", good, signed(SignatureStatus.UNREADABLE, "", ""), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void judgesSignatures(String what, Signature before, Signature after, String expected) {
        List<Change> changes = compare(List.of(signed(file("C:/a.dll", "1"), before)),
                List.of(signed(at(LATER, file("C:/a.dll", "22")), after)));
        assertEquals(expected, codes(changes, "signature-lost", "signature-invalid", "other-signer", "unsigned-program"));
    }

    @Test
    void aNewProgramIsJudgedByItsSignature() {
        String[] all = {"signature-lost", "signature-invalid", "other-signer", "unsigned-program"};
        FileItem program = file("C:/a.exe", "x");
        assertEquals("LOW unsigned-program", codes(compare(List.of(), List.of(signed(program, Signature.NONE))), all));
        assertEquals("", codes(compare(List.of(), List.of(signed(program, signed(SignatureStatus.VALID, "Good", "Root")))), all));
        assertEquals("HIGH signature-invalid", codes(compare(List.of(), List.of(signed(program, signed(SignatureStatus.INVALID, "", "")))),
                all));
        assertEquals("", codes(compare(List.of(signed(program, Signature.NONE)), List.of()), all));
        assertEquals("", codes(compare(List.of(), List.of(program)), all));
    }

    @Test
    void aBrokenSignatureOfTheSameContentIsNoNews() {
        FileItem touched = signed(at(LATER, file("C:/a.exe", "x")), signed(SignatureStatus.INVALID, "Good", "Root"));
        assertEquals("", codes(compare(List.of(file("C:/a.exe", "x")), List.of(touched)), "signature-invalid"));
    }

    @Test
    void noSentenceCarriesAHostileNameAsItIs() {
        for (String name : HostileNames.all()) {
            Signature good = signed(SignatureStatus.VALID, name, name);
            for (Signature after : List.of(Signature.NONE, signed(SignatureStatus.INVALID, name, name),
                    signed(SignatureStatus.VALID, "x" + name, name))) {
                List<Change> changes = compare(List.of(signed(file("C:/a.dll", "1"), good)),
                        List.of(signed(at(LATER, file("C:/a.dll", "22")), after)));
                for (Finding finding : changes.getFirst().findings()) {
                    assertEquals(Visible.text(finding.sentence()), finding.sentence());
                    assertTrue(finding.sentence().endsWith("."), finding.sentence());
                }
            }
        }
    }

    private static Signature signed(SignatureStatus status, String signer, String issuer) {
        return Signature.of(status, signer, issuer, Optional.empty(), status == SignatureStatus.VALID ? "" : "It is as it is.");
    }

    private static FileItem typed(FileItem file, ContentType type) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(), Optional.of(type), Optional.empty()));
    }

    private static FileItem signed(FileItem file, Signature signature) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.PE), Optional.of(signature)));
    }

    private static List<Change> compare(List<Item> before, List<Item> after) {
        return SnapshotComparison.run(ListView.of(before.toArray(Item[]::new)), ListView.of(after.toArray(Item[]::new)), Progress.NONE);
    }

    private static String codes(List<Change> changes, String... codes) {
        return String.join(", ", changes.stream().flatMap(change -> change.findings().stream())
                .filter(finding -> List.of(codes).contains(finding.code())).map(finding -> finding.severity() + " " + finding.code())
                .toList());
    }
}
