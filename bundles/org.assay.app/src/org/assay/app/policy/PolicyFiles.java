package org.assay.app.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assay.compare.Knowledge;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Visible;

/** Files with churn policies that the user adds to those that Assay brings along, in the format of {@code docs/churn-policies.md}. */
public record PolicyFiles(List<Path> files) {

    /** None is given. */
    public static final PolicyFiles NONE = new PolicyFiles(List.of());

    public PolicyFiles {
        files = List.copyOf(files);
    }

    /** What Assay knows with what the files add; fails with a sentence that names file and line. */
    public Knowledge knowledge() {
        Knowledge knowledge = Knowledge.SHIPPED;
        for (Path file : files.reversed()) {
            knowledge = knowledge.withPolicy(Visible.text(file.toString()), text(file));
        }
        return knowledge;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The policy " + Visible.text(file.toString()) + " cannot be read: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Name an existing file of UTF-8 text.", e);
        }
    }
}
