package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.change.Tag;
import org.assay.testkit.OldCases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What analysts decided with an older Assay still holds. */
class OldTagsTest {

    @TempDir
    Path folder;

    static List<Integer> versions() {
        return OldCases.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyTagOfAnOldCaseHolds(int version) {
        try (Case opened = Case.open(OldCases.copy(version, folder))) {
            assertEquals(new HashSet<>(opened.tags()), opened.taggedChanges(opened.comparison(1)).stream()
                    .flatMap(row -> row.tag().stream()).collect(Collectors.<Tag>toSet()));
        }
    }
}
