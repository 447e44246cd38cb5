package org.assay.model.change;

import java.util.Comparator;
import java.util.List;

import org.assay.model.Severity;

/**
 * What all findings of one code have in common. Its page, {@code docs/findings/<id>.md}, says what to make of them.
 *
 * @param id the code of its findings and the name of its page: stable, in kebab case
 * @param title its name for people, without a full stop
 * @param subject what it looks at, in the plural
 * @param severities the severities that its findings can have, the most severe first
 * @param techniques the ids of the ATT&amp;CK techniques that it can be a trace of; none where it only says what is not known
 */
public record FindingType(String id, String title, String subject, List<Severity> severities, List<String> techniques) {

    public FindingType {
        severities = severities.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        techniques = List.copyOf(techniques);
        if (severities.isEmpty()) {
            throw new IllegalArgumentException(id + " has no severity");
        }
    }

    /** A finding of this type, whose severity is the only one it can have. */
    public Finding found(String sentence) {
        if (severities.size() > 1) {
            throw new IllegalArgumentException(id + " has several severities: say which");
        }
        return found(severities.getFirst(), sentence);
    }

    /** A finding of this type; {@code severity} is one that it can have. */
    public Finding found(Severity severity, String sentence) {
        if (!severities.contains(severity)) {
            throw new IllegalArgumentException(id + " is never " + severity);
        }
        return new Finding(id, severity, sentence);
    }
}
