package org.assay.app.policy;

import java.util.Arrays;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.text.RegistryRoot;

/**
 * Says what the churn policies expect of a place.
 *
 * @param place as lists show it: {@code C:\Windows\Temp\x}, {@code /var/log/syslog}, {@code HKLM\SOFTWARE\X}
 */
public record ExplainPolicy(String place, KnownSources known) {

    /** One row a policy. */
    public List<PolicyAnswer> run() {
        return known.ofFiles().explain(location()).stream().map(word -> new PolicyAnswer(word.policy(), word.systems(), word.line(),
                word.glob(), word.expected())).toList();
    }

    private Location location() {
        String[] names = place.split("[/\\\\]+");
        return names.length == 0 ? Location.file("") : RegistryRoot.isOne(names[0]) ? Location.key(names)
                : Location.file(names[0], Arrays.copyOfRange(names, 1, names.length));
    }
}
