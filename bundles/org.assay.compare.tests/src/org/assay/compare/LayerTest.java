package org.assay.compare;

import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.owned;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.CommonScope;
import org.assay.model.change.ExplanationKind;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class LayerTest {

    private static List<String> explained(ListView before, ListView after, ListView... layers) {
        Knowledge knowledge = Knowledge.SHIPPED;
        for (int at = 0; at < layers.length; at++) {
            knowledge = knowledge.withVoucher(new Layer("layer " + at, layers[at]));
        }
        return SnapshotComparison.run(before, after, CommonScope.ofEverything(), knowledge, Progress.NONE).changes().stream()
                .filter(Change::isExplained).map(change -> {
                    assertEquals(ExplanationKind.LAYER, change.explanation().orElseThrow().kind());
                    return change.location().text() + " by " + change.explanation().get().subject();
                }).collect(Collectors.toList());
    }

    @Test
    void whatALayerHoldsAlikeIsExplainedByTheFirstThatDoes() {
        ListView before = ListView.of(file("/a", "1"), file("/b", "1"), file("/gone", "1"));
        ListView after = ListView.of(file("/a", "2"), file("/b", "3"), file("/c", "4"), file("/d", "5"));
        assertEquals(List.of("/a by the layer layer 0", "/c by the layer layer 1"), explained(before, after,
                ListView.of(file("/a", "2"), file("/b", "2"), file("/z", "1")), ListView.of(file("/a", "2"), file("/c", "4"))));
    }

    @Test
    void anotherOwnerThanInTheLayerIsNotExplained() {
        assertEquals(List.of(), explained(ListView.of(), ListView.of(owned(file("/a", "1"), 0644, "ann", "a")),
                ListView.of(owned(file("/a", "1"), 0644, "root", "a"))));
    }

    @Test
    void rightsThatTheLayerGrantsTooAreExplained() {
        ListView same = ListView.of(owned(file("/a", "1"), 04755, "root", "root"));
        assertEquals(1, explained(ListView.of(), same, same).size());
    }
}
