package org.assay.remedy.plan;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.addedKey;
import static org.assay.remedy.Changes.addedValue;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.untagged;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.junit.jupiter.api.Test;

class KeyRemovalsTest {

    private static TaggedChange repair(Change change) {
        return tagged(Decision.REPAIR, change);
    }

    private static List<String> plan(TaggedChange... changes) {
        List<TaggedChange> shuffled = new ArrayList<>(List.of(changes));
        Collections.shuffle(shuffled, new Random(1));
        return Planner.plan(shuffled, _ -> true, List.of()).actions()
                .stream().filter(action -> !(action instanceof Action.Restart)).map(KeyRemovalsTest::shown).toList();
    }

    private static String shown(Action action) {
        return action.getClass().getSimpleName() + " " + action.change();
    }

    @Test
    void onlyTheTopmostKeyIsRemoved() {
        assertEquals(List.of("RemoveKey 1"), plan(repair(addedKey(1, "HKLM\\Software\\Evil")), repair(addedValue(2, "HKLM\\Software\\Evil",
                "a")),
                repair(addedKey(3, "HKLM\\Software\\Evil\\Sub")), repair(addedValue(4, "HKLM\\Software\\Evil\\Sub", "b"))));
    }

    @Test
    void aKeyThatHoldsAnythingUndecidedIsLeftToAPerson() {
        assertEquals(List.of("RemoveKey 2", "ManualStep 1"), plan(repair(addedKey(1, "HKLM\\Software\\Evil")), repair(addedKey(2,
                "HKLM\\Software\\Evil\\A")),
                repair(addedValue(3, "HKLM\\Software\\Evil\\A", "x")), untagged(addedValue(4, "HKLM\\Software\\Evil\\B", "y"))));
    }

    @Test
    void whatIsAcceptedOrToBeInvestigatedDeepBelowStopsEveryKeyAboveIt() {
        for (Decision decision : List.of(Decision.ACCEPT, Decision.INVESTIGATE)) {
            assertEquals(List.of("ManualStep 1", "ManualStep 2", "ManualStep 3"), plan(repair(addedKey(1, "HKLM\\Software\\A")),
                    repair(addedKey(2, "HKLM\\Software\\A\\B")), repair(addedKey(3, "HKLM\\Software\\A\\B\\C")),
                    tagged(decision, addedValue(4, "HKLM\\Software\\A\\B\\C", "kept"))));
        }
    }

    @Test
    void quarantineOfAnAddedKeyRemovesItToo() {
        assertEquals(List.of("RemoveKey 1"), plan(tagged(Decision.QUARANTINE, addedKey(1, "HKLM\\Software\\Evil")),
                repair(addedValue(2, "HKLM\\Software\\Evil", "a"))));
    }

    @Test
    void namesAreComparedWithoutCase() {
        assertEquals(List.of("ManualStep 1"), plan(repair(addedKey(1, "HKLM\\Software\\Evil")), untagged(addedValue(2,
                "HKLM\\Software\\EVIL", "kept"))));
        assertEquals(List.of("RemoveKey 1"), plan(repair(addedKey(1, "HKLM\\Software\\Evil")), repair(addedValue(2, "HKLM\\Software\\EVIL",
                "gone"))));
    }

    @Test
    void aKeyWhoseNameOnlyBeginsAlikeIsAnotherKey() {
        assertEquals(List.of("RemoveKey 1"), plan(repair(addedKey(1, "HKLM\\Software\\Evil")), untagged(addedKey(2,
                "HKLM\\Software\\EvilNot"))));
    }

    @Test
    void aValueBesideAKeyOfTheSameNameIsNotInIt() {
        TaggedChange key = repair(addedKey(1, "HKLM\\Software\\Run\\x"));
        TaggedChange inKey = repair(addedValue(3, "HKLM\\Software\\Run\\x", "y"));
        assertEquals(List.of("RemoveKey 1"), plan(key, untagged(addedValue(2, "HKLM\\Software\\Run", "x")), inKey));
        assertEquals(List.of("RemoveKey 1", "RemoveValue 2"), plan(key, repair(addedValue(2, "HKLM\\Software\\Run", "x")), inKey));
        assertEquals(List.of("RemoveValue 2", "ManualStep 1"), plan(key, repair(addedValue(2, "HKLM\\Software\\Run", "x")),
                untagged(addedValue(3, "HKLM\\Software\\Run\\x", "y"))));
    }

    @Test
    void aHiveAndWhatLiesRightBelowOneStays() {
        for (String path : List.of("HKLM\\SYSTEM", "HKU\\alice", "HKU\\alice\\Software", "HKCU", "HKCU\\Software")) {
            assertEquals(List.of("ManualStep 1"), plan(repair(addedKey(1, path))), path);
        }
        assertEquals(List.of("RemoveKey 1"), plan(repair(addedKey(1, "HKU\\alice\\Software\\Evil"))));
        assertEquals(List.of("RemoveKey 2", "ManualStep 1"), plan(repair(addedKey(1, "HKLM\\SYSTEM")),
                repair(addedKey(2, "HKLM\\SYSTEM\\Evil"))));
    }

    @Test
    void aKeyOfWhichTheBaselineDoesNotKnowTheKeyAboveStays() {
        List<TaggedChange> evil = List.of(repair(addedKey(1, "HKLM\\Software\\Evil")));
        assertEquals(1, Planner.plan(evil, keyPlace("HKLM\\Software")::sameAs, List.of()).actions().stream()
                .filter(Action.RemoveKey.class::isInstance).count());
        assertEquals(1, Planner.plan(evil, _ -> false, List.of()).actions().stream().filter(Action.ManualStep.class::isInstance).count());
    }

    @Test
    void aChainAsDeepAsTheRegistryAllowsIsPlanned() {
        List<TaggedChange> chain = new ArrayList<>();
        StringBuilder path = new StringBuilder("HKLM\\Software");
        for (int depth = 1; depth < 511; depth++) {
            path.append("\\k");
            chain.add(repair(addedKey(depth, path.toString())));
        }
        assertEquals(2, Planner.plan(chain, _ -> true, List.of()).actions().size(), "and a restart");
        chain.add(untagged(added(511, string("HKLM", "kept", ""))));
        Action.RemoveKey remove = assertInstanceOf(Action.RemoveKey.class, Planner.plan(chain, _ -> true, List.of()).actions().getFirst());
        assertEquals(keyPlace("HKLM\\Software\\k"), remove.location());
        assertEquals(509, remove.held().size());
        chain.add(untagged(addedValue(512, path.toString(), "kept")));
        assertEquals(510, Planner.plan(chain, _ -> true, List.of()).actions().stream().filter(Action.ManualStep.class::isInstance).count());
    }
}
