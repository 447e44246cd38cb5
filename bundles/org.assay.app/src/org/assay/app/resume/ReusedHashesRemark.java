package org.assay.app.resume;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.Location;
import org.assay.model.snapshot.Remark;

/**
 * Says of a snapshot that the digests of files which were not touched since are another snapshot's. It lies in the case as a remark.
 *
 * @param snapshot whose digests they are
 */
public record ReusedHashesRemark(long snapshot) {

    private static final String SENTENCE = "files that were not touched since were not hashed again: their digests are from snapshot ";
    private static final Pattern TEXT = Pattern.compile(Pattern.quote(SENTENCE) + "([0-9]{1,18})");

    /** What {@code remark} says, if it says this. */
    public static Optional<ReusedHashesRemark> of(Remark remark) {
        Matcher text = TEXT.matcher(remark.text());
        return text.matches() ? Optional.of(new ReusedHashesRemark(Long.parseLong(text.group(1)))) : Optional.empty();
    }

    /** The remark that says this of what lies below {@code root}. */
    public Remark at(Location root) {
        return new Remark(root, SENTENCE + snapshot);
    }
}
