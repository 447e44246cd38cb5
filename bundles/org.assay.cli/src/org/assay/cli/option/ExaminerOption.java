package org.assay.cli.option;

import java.util.Optional;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --as}: who answers for what a command does. */
public final class ExaminerOption {

    @Option(names = "--as", scope = ScopeType.INHERIT, paramLabel = "NAME", defaultValue = "${env:ASSAY_EXAMINER}",
            description = "Who answers for this, for tags and the custody log; by default the environment variable ASSAY_EXAMINER.")
    private Optional<String> name;

    /** Empty where none was given. */
    public String name() {
        return name.orElse("").strip();
    }
}
