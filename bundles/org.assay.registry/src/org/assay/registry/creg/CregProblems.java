package org.assay.registry.creg;

import java.util.List;

import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;
import org.assay.registry.file.CorruptRecordException;

/** Hands the problems of a Windows 9x registry file to the sink. */
record CregProblems(RegistrySink sink) {

    void damaged(CorruptRecordException damage, List<String> path) {
        damaged(damage.position(), damage.getMessage(), path);
    }

    void damaged(long position, String message, List<String> path) {
        sink.problem(new RegistryProblem(Kind.DAMAGED, position, message, path));
    }

    void notice(Kind kind, long position, String message) {
        sink.problem(new RegistryProblem(kind, position, message, List.of()));
    }
}
