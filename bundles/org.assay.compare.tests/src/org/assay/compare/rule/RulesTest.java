package org.assay.compare.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.assay.model.change.FindingType;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final List<FindingType> TYPES = Rules.ALL.stream().map(FindingRule::type).toList();

    @Test
    void noTwoRulesShareAnIdATitleOrAClass() {
        assertEquals(TYPES.size(), TYPES.stream().map(FindingType::id).distinct().count());
        assertEquals(TYPES.size(), TYPES.stream().map(FindingType::title).distinct().count());
        assertEquals(TYPES.size(), Rules.ALL.stream().map(Object::getClass).distinct().count());
    }

    @Test
    void everyTypeIsNamedTheSameWay() {
        for (FindingType type : TYPES) {
            assertTrue(type.id().matches("[a-z]+(-[a-z]+)*"), type.id());
            assertTrue(type.title().matches("[A-Z].*[^.]"), type.title());
            assertFalse(type.subject().isBlank(), type.id());
            type.techniques().forEach(id -> assertTrue(id.matches("T\\d{4}(\\.\\d{3})?"), id));
        }
    }

    @Test
    void aRulesClassIsNamedAsItsId() {
        for (FindingRule rule : Rules.ALL) {
            String words = rule.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            assertEquals(rule.type().id(), words);
        }
    }
}
