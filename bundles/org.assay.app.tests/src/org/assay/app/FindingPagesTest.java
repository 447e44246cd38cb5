package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.app.page.FindingPage.Block;
import org.assay.app.page.FindingPage;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.change.TaggedChange;
import org.assay.testkit.FindingPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages in {@code docs/findings} and the code together. */
class FindingPagesTest {

    private static final List<String> SECTIONS = List.of("What it means", "Example", "When it is wrong", "What to do");
    /** What an analyst in a hurry reads on one screen. */
    private static final int MAX_LINES = 40;

    static List<FindingType> types() {
        return new ListFindings().run();
    }

    @Test
    void everyFindingHasAPageAndEveryPageAFinding() throws IOException {
        try (Stream<Path> pages = Files.list(FindingPages.folder())) {
            assertEquals(types().stream().map(type -> type.id() + ".md").collect(Collectors.toSet()),
                    pages.map(page -> page.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertEquals(types().size(), types().stream().map(FindingType::id).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aPageSaysWhatTheCodeSays(FindingType type) {
        List<Block> blocks = page(type).blocks();
        List<String> facts = blocks.stream().skip(1).takeWhile(Block.Item.class::isInstance).map(Block::text).toList();
        assertEquals(new Block.Heading(1, type.title()), blocks.getFirst());
        assertEquals("Finding: `" + type.id() + "`", facts.get(0));
        assertEquals("Severity: " + type.severities().stream().map(Enum::name).collect(Collectors.joining(" or ")), facts.get(1));
        assertEquals("Looks at: " + type.subject(), facts.get(2));
        List<String> techniques = facts.subList(3, facts.size());
        assertEquals(type.techniques().isEmpty() ? List.of("none,") : type.techniques(),
                techniques.stream().map(fact -> fact.split(" ")[1]).toList());
        techniques.forEach(fact -> assertTrue(fact.matches("ATT&CK: \\S+ \\S.*"), fact));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aPageHasItsSectionsAndFitsAScreen(FindingType type) {
        List<Block> blocks = page(type).blocks();
        assertEquals(SECTIONS, blocks.stream().skip(1).filter(Block.Heading.class::isInstance).map(Block::text).toList());
        for (int at = 1; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Block.Heading section) {
                Block first = blocks.get(at + 1);
                assertEquals(section.text().equals("Example"), first instanceof Block.Example, section.text());
                assertTrue(!(first instanceof Block.Heading) && !first.text().isBlank(), section.text());
            }
        }
        assertTrue(FindingPages.page(type.id()).lines().count() <= MAX_LINES, type.id() + " is longer than a screen");
    }

    @ParameterizedTest
    @MethodSource("types")
    void thePageThatIsShippedIsTheOneInDocs(FindingType type) {
        assertEquals(page(type), new ExplainFinding(type.id()).run());
    }

    @Test
    void whatAStartupEntryIsSaidToBeIsWhatTheDemoSays(@TempDir Path folder) {
        List<Change> changes = new RunDemo(folder.resolve("demo")).run(Progress.NONE).changes().changes().stream()
                .map(TaggedChange::change).filter(change -> change.location().name().equals("MSKernel32.vbs")).toList();
        FindingPages.checkExample(Finding.AUTOSTART, changes);
    }

    /** Reports and notes of cases that were made before have it. */
    @Test
    void aCodeThatAFindingHadBeforeLeadsToItsPage() {
        assertEquals(new ExplainFinding(Finding.AUTOSTART).run(), new ExplainFinding("starts-by-itself").run());
    }

    @Test
    void anUnknownFindingIsToldWithTheNearest() {
        AssayException failure = assertThrows(AssayException.class, () -> new ExplainFinding("double-extention").run());
        assertEquals(ErrorCode.WRONG_USAGE, failure.code());
        assertTrue(failure.getMessage().contains("the nearest are double-extension, "), failure.getMessage());
        assertThrows(AssayException.class, () -> new ExplainFinding("../../../../etc/passwd").run());
    }

    private static FindingPage page(FindingType type) {
        return FindingPage.parse(type, FindingPages.page(type.id()));
    }
}
