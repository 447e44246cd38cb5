package org.assay.app.custody;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.assay.app.Case;
import org.assay.custody.KeyNames;
import org.assay.custody.TimeStamps;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.custody.Seal;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;

/** Has an authority say when a seal was there (RFC 3161), over the network or by files that are carried. */
public record StampSeal(long seal) {

    private static final long MAX_BYTES = 1 << 20;

    /** Asks the authority at {@code address}, and stores its answer; gives the time that it says. */
    public Instant ask(Case openCase, String address) {
        Bytes message = found(openCase).message();
        return store(openCase, TimeStamps.ask(uri(address), TimeStamps.request(message)), message);
    }

    private static URI uri(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, noAddress(address), e);
        }
        throw new AssayException(ErrorCode.WRONG_USAGE, noAddress(address));
    }

    private static String noAddress(String address) {
        return "'" + Visible.text(address) + "' is no address of an authority: it begins with http:// or https://.";
    }

    /** Writes the request to a file, to be carried to an authority. */
    public void writeRequest(Case openCase, Path file) {
        try {
            OwnerOnly.write(file, TimeStamps.request(found(openCase).message()).toArray());
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The file " + Visible.text(file.toString())
                    + " could not be written, or is there already.", e);
        }
    }

    /** Stores an authority's answer that was carried here; gives the time that it says. */
    public Instant take(Case openCase, Path file) {
        Bytes message = found(openCase).message();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new AssayException(ErrorCode.WRONG_USAGE,
                        "The file " + Visible.text(file.toString()) + " is too large for an answer.");
            }
            return store(openCase, Bytes.copyOf(Files.readAllBytes(file)), message);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The file " + Visible.text(file.toString()) + " cannot be read.", e);
        }
    }

    private Instant store(Case openCase, Bytes answer, Bytes message) {
        TimeStamps.Stamped stamped = TimeStamps.read(answer, message);
        if (!stamped.holds()) {
            throw new AssayException(ErrorCode.WRONG_USAGE,
                        "That time stamp is not about seal " + seal + ", or its signature does not hold.");
        }
        openCase.addTimeStamp(seal, answer, "%s, by %s, certificate %s".formatted(stamped.time(), KeyNames.of(stamped.authority()),
                KeyNames.fingerprint(stamped.authority())));
        return stamped.time();
    }

    private Seal found(Case openCase) {
        return openCase.seals().stream().filter(one -> one.id() == seal).findFirst().orElseThrow(() -> new AssayException(
                ErrorCode.WRONG_USAGE, "The case has no seal " + seal + ". Take its number from the list of seals."));
    }
}
