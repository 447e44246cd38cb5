package org.assay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.assay.compare.churn.ChurnPolicies;
import org.assay.compare.churn.ChurnPolicy;
import org.assay.compare.churn.ChurnRule;
import org.assay.compare.own.OwnRules;
import org.assay.compare.rule.GivenRule;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.change.Change;

/** What is known beside two snapshots, by which their changes are explained. */
public final class Knowledge {

    /** What Assay brings along. */
    public static final Knowledge SHIPPED = new Knowledge(ChurnPolicies.SHIPPED, List.of(), List.of(), List.of());

    private final List<ChurnPolicy> policies;
    private final List<Voucher> vouchers;
    private final List<BadList> bad;
    private final List<OwnRules> rules;

    private Knowledge(List<ChurnPolicy> policies, List<Voucher> vouchers, List<BadList> bad, List<OwnRules> rules) {
        this.policies = List.copyOf(policies);
        this.vouchers = List.copyOf(vouchers);
        this.bad = List.copyOf(bad);
        this.rules = List.copyOf(rules);
    }

    /**
     * What a policy says of a place.
     *
     * @param policy its name
     * @param systems for which systems it is
     * @param line where the rule stands that decides, from 1; 0 where none speaks of the place
     * @param glob as the rule has it; empty where none speaks of the place
     * @param expected how the place changes while nothing happens; empty where that is not said
     */
    public record Word(String policy, String systems, int line, String glob, String expected) {
    }

    /**
     * The same with a policy of the user's own, which is asked before those that are there.
     *
     * @param file what to call it in a message
     * @throws AssayException with {@link ErrorCode#WRONG_USAGE} and the line when it is not one
     */
    public Knowledge withPolicy(String file, String text) {
        List<ChurnPolicy> all = new ArrayList<>(List.of(ChurnPolicies.read(file, text)));
        all.addAll(policies);
        return new Knowledge(all, vouchers, bad, rules);
    }

    /** The same with what {@code voucher} explains; of several the first that was given counts. */
    public Knowledge withVoucher(Voucher voucher) {
        List<Voucher> all = new ArrayList<>(vouchers);
        all.add(voucher);
        return new Knowledge(policies, all, bad, rules);
    }

    /** The same with a list of files that are known to be bad. */
    public Knowledge withBad(BadList list) {
        List<BadList> all = new ArrayList<>(bad);
        all.add(list);
        return new Knowledge(policies, vouchers, all, rules);
    }

    /**
     * The same with rules of the user's own; of each file the first that speaks of a change counts.
     *
     * @param file what to call it in a message
     * @throws AssayException with {@link ErrorCode#WRONG_USAGE} and the line when it holds none that can be read
     */
    public Knowledge withRules(String file, String text) {
        List<OwnRules> all = new ArrayList<>(rules);
        all.add(OwnRules.read(file, text));
        return new Knowledge(policies, vouchers, bad, all);
    }

    /** What each policy says of {@code location}, be its tree one that the policy is for or not. */
    public List<Word> explain(Location location) {
        return policies.stream().map(policy -> word(policy, policy.ruleFor(location))).toList();
    }

    GivenRule.Given given() {
        return new GivenRule.Given(bad.stream().<Function<List<Change>, Map<Integer, String>>>map(list -> list::find).toList(), rules);
    }

    List<Voucher> vouchers() {
        return vouchers;
    }

    List<ChurnPolicy> policies() {
        return policies;
    }

    private static Word word(ChurnPolicy policy, Optional<ChurnRule> rule) {
        return rule.map(one -> new Word(policy.name(), policy.title(), one.line(), one.places().glob(), one.why() + ": it "
                + one.kind().label())).orElse(new Word(policy.name(), policy.title(), 0, "", ""));
    }
}
