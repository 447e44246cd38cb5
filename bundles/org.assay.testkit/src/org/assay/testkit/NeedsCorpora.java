package org.assay.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * On a test, or a class of tests, over the {@link Corpora}: it does not run where they are not at hand. {@code verify} leaves all with the
 * tag out then, and one test says so for all of them.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Tag(NeedsCorpora.TAG)
@ExtendWith(NeedsCorpora.Condition.class)
public @interface NeedsCorpora {

    /** By which the build leaves out what has it. */
    String TAG = "real-hives";

    /** Why it does not run. */
    String REASON = "the real hives are not at hand: point -Dassay.corpora at them";

    /** Whether the corpora are there. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Corpora.folder().map(folder -> ConditionEvaluationResult.enabled("the corpora are at " + folder))
                    .orElseGet(() -> ConditionEvaluationResult.disabled(REASON));
        }
    }
}
