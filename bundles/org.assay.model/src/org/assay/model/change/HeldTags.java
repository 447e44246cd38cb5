package org.assay.model.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.text.Bytes;

/**
 * The tags on a host that hold in one comparison. A tag holds for a change as long as the comparison, by its own rules, takes what it sees
 * for what was decided on: at the same place, with everything the same that counts ({@link ChangeFingerprint}). What it does not compare,
 * such as the content of large files, it does not see; that is said in every list.
 */
public final class HeldTags {

    private static final Comparator<Tag> LATEST_FIRST = Comparator.comparing(Tag::decided).reversed();

    private final Sameness rules;
    /** By the whole fingerprint, which is all that there is of older versions. */
    private final Map<Bytes, Tag> exact = new HashMap<>();
    private final Map<Bytes, List<Tag>> byDigest = new HashMap<>();
    private final Set<Location> places = new HashSet<>();

    /** @param tags those on the host of the comparison's suspect */
    public HeldTags(List<Tag> tags, Sameness rules) {
        this.rules = rules;
        for (Tag tag : tags) {
            exact.put(tag.fingerprint(), tag);
            byDigest.computeIfAbsent(digest(tag.fingerprint()), _ -> new ArrayList<>(1)).add(tag);
            places.add(ChangeFingerprint.loose(tag.location()));
        }
        byDigest.values().forEach(held -> held.sort(LATEST_FIRST));
    }

    /** The tag that holds for {@code change}; when several do, the one with its exact values, else the latest. */
    public Optional<Tag> of(Change change) {
        if (places.isEmpty() || !places.contains(ChangeFingerprint.loose(change.location()))) {
            return Optional.empty();
        }
        return Optional.ofNullable(exact.get(ChangeFingerprint.of(change, rules))).filter(tag -> isAt(tag, change))
                .or(() -> byDigest.getOrDefault(ChangeFingerprint.digest(change), List.of()).stream()
                        .filter(tag -> isAt(tag, change) && LooseValues.read(tag.fingerprint())
                                .filter(values -> values.sameAs(change, rules)).isPresent()).findFirst())
                .or(() -> OldFingerprint.all(change).stream().filter(exact::containsKey).findFirst().map(exact::get));
    }

    private boolean isAt(Tag tag, Change change) {
        return rules.meeting(tag.location()).sameAs(rules.meeting(change.location()));
    }

    private static Bytes digest(Bytes fingerprint) {
        byte[] all = fingerprint.toArray();
        return Bytes.copyOf(Arrays.copyOf(all, Math.min(all.length, LooseValues.DIGEST_BYTES)));
    }
}
