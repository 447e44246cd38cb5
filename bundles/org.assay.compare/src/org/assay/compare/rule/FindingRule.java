package org.assay.compare.rule;

import org.assay.model.change.FindingType;

/**
 * What makes the findings of one type. It knows nothing of other rules; its class says why the thing matters. The shapes differ in what a
 * rule looks at, and so in when it is asked.
 */
public sealed interface FindingRule permits ChangeRule, GivenRule, MassRule, Autostart {

    /** What all its findings have in common. */
    FindingType type();
}
