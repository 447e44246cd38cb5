package org.assay.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** On a test, or a class of tests, over the {@link Corpora}: it is skipped as a whole, and counted once, where they are not at hand. */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCorpora.Condition.class)
public @interface NeedsCorpora {

    /** Whether the corpora are there. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Corpora.folder().map(folder -> ConditionEvaluationResult.enabled("the corpora are at " + folder))
                    .orElseGet(() -> ConditionEvaluationResult.disabled("the real hives are not at hand: point -Dassay.corpora at them"));
        }
    }
}
