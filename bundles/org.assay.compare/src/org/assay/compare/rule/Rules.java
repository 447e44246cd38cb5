package org.assay.compare.rule;

import java.util.List;

/**
 * All rules: what lists findings, what explains them and what makes them go by this list. A new one is a class of its own, a line here, a
 * test and a page {@code docs/findings/<id>.md}.
 */
public final class Rules {

    /** Those of one shape are asked in this order, in which their findings of one severity stand on a change. */
    public static final List<FindingRule> ALL = List.of(
            new Autostart(),
            new MassChange(),
            new ProgramsAlike(),
            new KnownBad(),
            new OwnRule(),
            new PackageContradicted(),
            new DoubleExtension(),
            new NameWithNul(),
            new HostileName(),
            new LookAlikeName(),
            new ContentUnderSameTime(),
            new SetIdGained(),
            new CapabilityGained(),
            new MadeWritableForAll(),
            new AclWidened(),
            new WeakenedSetting(),
            new AccessGained(),
            new HiddenNow(),
            new SystemNameElsewhere(),
            new CopiedWidely(),
            new ModifiedProgram(),
            new TimeWentBack(),
            new ContentScrambled(),
            new ContentNotRead(),
            new ProgramInDisguise(),
            new ProgramInStream(),
            new WebScript(),
            new SignatureLost(),
            new OtherSigner(),
            new EarlierVersion(),
            new SignatureInvalid(),
            new UnsignedProgram(),
            new ProgramInRegistry(),
            new TextBehindNul(),
            new ReplacedByScript(),
            new NotKnown(),
            new NewProgram());

    private Rules() {
    }
}
