package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.assay.model.item.ValueType;
import org.assay.registry.RegistryType;

/** What the registry's readers call a type is what the model calls it. */
class SameTypesTest {

    static IntStream types() {
        return IntStream.concat(IntStream.rangeClosed(-1, 16), IntStream.of(0x2001, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeHasOneNameAndIsTextInBothOrNeither(int type) {
        assertEquals(RegistryType.name(type), ValueType.name(type));
        assertEquals(RegistryType.isText(type), ValueType.isText(type));
    }

    @Test
    void constantsOfOneNameAreOneNumber() throws ReflectiveOperationException {
        List<Field> constants = Stream.of(ValueType.class.getFields()).toList();
        assertEquals(9, constants.size());
        for (Field constant : constants) {
            assertEquals(RegistryType.class.getField(constant.getName()).getInt(RegistryType.class), constant.getInt(ValueType.class));
        }
    }
}
