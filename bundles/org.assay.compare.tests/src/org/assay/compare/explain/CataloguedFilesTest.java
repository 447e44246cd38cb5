package org.assay.compare.explain;

import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.assay.testkit.FuzzSeeds;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

/** Security catalogues: the seeds of their fuzz target. One key signed {@code plain} and {@code later}, another {@code stranger}. */
class CataloguedFilesTest {

    private static final String FOLDER = "C:/Windows/System32/CatRoot/{F750E6C3-38EE-11D1-85E5-00C04FC295EE}";
    private static final String LISTED = "C:/Windows/System32/cmd.exe";

    private final List<Item> before = new ArrayList<>(List.of(directory("C:/Windows/System32/CatRoot")));
    private final List<Item> after = new ArrayList<>(before);
    private final Map<Bytes, byte[]> contents = new HashMap<>();

    private static byte[] seed(String name) {
        try {
            return Files.readAllBytes(FuzzSeeds.of("org.assay.content.tests", "catalogue").getFirst().resolveSibling(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileItem catalogue(String seed) {
        byte[] content = seed(seed);
        FileItem file = file(FOLDER + "/" + seed + ".cat", HexFormat.of().formatHex(content));
        contents.put(file.sha256().orElseThrow(), content);
        return file;
    }

    /** A program without a signature of its own, of which Authenticode would sign {@code digest}. */
    private static FileItem program(String path, String content, String originalName, String digest) {
        return detailed(file(path, content), FileDetails.NONE.withContent(Map.of(DigestAlgorithm.PESHA256, Bytes.ofHex(digest)),
                Optional.of(ContentType.PE), Optional.of(Signature.NONE))
                .withVersion(Optional.of(new ProgramVersion("1.0", "", "", "", originalName))));
    }

    /** What {@code later} lists. */
    private static String later() {
        return PackagedTree.hex("SHA-256", "five");
    }

    private Change change(String path) {
        return SnapshotComparison.run(new ListView(before, List.of(), contents), new ListView(after, List.of(), contents), Progress.NONE)
                .stream().filter(change -> change.location().text().equals(path.replace('/', '\\'))).findFirst().orElseThrow();
    }

    private static List<String> codes(Change change) {
        return change.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aFileThatANewCatalogueOfTheSameSignerListsIsExplained() {
        before.addAll(List.of(catalogue("plain"), program(LISTED, "one", "Cmd.Exe", "00".repeat(32))));
        after.addAll(List.of(catalogue("plain"), catalogue("later"), program(LISTED, "two", "Cmd.Exe.MUI", later())));
        assertEquals("files that catalogues by Windows list", change(LISTED).explanation().orElseThrow().subject());
        assertEquals("The catalogue later.cat lists its digest.", change(LISTED).explanation().orElseThrow().sentence());
    }

    /** The catalogue lists the content, and not where it may lie. */
    @Test
    void aListedProgramUnderAnotherNameOrInAnotherPlaceIsNotExplained() {
        before.add(catalogue("plain"));
        after.addAll(List.of(catalogue("plain"), catalogue("later"), program("C:/Windows/System32/sethc.exe", "two", "Cmd.Exe", later()),
                program("C:/Users/Public/cmd.exe", "two", "Cmd.Exe", later())));
        assertTrue(change("C:/Windows/System32/sethc.exe").explanation().isEmpty());
        assertTrue(change("C:/Users/Public/cmd.exe").explanation().isEmpty());
    }

    @Test
    void aCatalogueOfAnotherKeyUnderTheSameNameExplainsNothing() {
        before.add(catalogue("plain"));
        after.addAll(List.of(catalogue("plain"), catalogue("stranger"),
                program(LISTED, "two", "Cmd.Exe", PackagedTree.hex("SHA-256", "six"))));
        assertTrue(change(LISTED).explanation().isEmpty());
        assertEquals(List.of("It is a Windows program that carries no signature; a catalogue lists it whose signer signed none in the"
                + " baseline."), change(LISTED).findings().stream().filter(finding -> finding.code().equals("unsigned-program"))
                .map(Finding::sentence).toList());
    }

    @Test
    void aProgramIsCalledUnsignedOnlyWhereTheCataloguesWereLookedAt() {
        after.add(program(LISTED, "two", "Cmd.Exe", "00".repeat(32)));
        assertTrue(codes(change(LISTED)).contains("unsigned-program"), "the tree has no catalogue");
        after.add(catalogue("later"));
        assertTrue(codes(change(LISTED)).contains("unsigned-program"), "no catalogue lists it");
        after.set(after.size() - 2, program(LISTED, "two", "Cmd.Exe", later()));
        before.add(catalogue("plain"));
        assertTrue(!codes(change(LISTED)).contains("unsigned-program"), "it is listed");
        contents.remove(catalogue("later").sha256().orElseThrow());
        assertTrue(!codes(change(LISTED)).contains("unsigned-program"), "the catalogue was not kept");
    }

    @Test
    void aSignatureThatACatalogueTookThePlaceOfIsNotLost() {
        FileItem signed = program(LISTED, "one", "Cmd.Exe", "00".repeat(32));
        before.addAll(List.of(catalogue("plain"), detailed(signed, signed.details().withSignature(
                Signature.of(SignatureStatus.VALID, "Vendor", "CA", Optional.empty(), "")))));
        after.addAll(List.of(catalogue("plain"), catalogue("later"), program(LISTED, "two", "Cmd.Exe", later())));
        assertTrue(change(LISTED).explanation().isPresent(), codes(change(LISTED)).toString());
        after.set(after.size() - 1, program(LISTED, "two", "Cmd.Exe", "11".repeat(32)));
        assertTrue(codes(change(LISTED)).contains("signature-lost"));
    }
}
