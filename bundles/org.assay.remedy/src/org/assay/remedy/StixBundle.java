package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes {@code indicators/stix.json}: a bundle of STIX 2.1 (OASIS Standard, 10 June 2021) with an indicator for each sign and the identity
 * that made them. It is pure ASCII and I-JSON. Identifiers are UUIDs of version 5 in a namespace of Assay's own, made from the host, the
 * pattern and the time of the decision, so the same export has the same, and one object never has two times of creation.
 */
final class StixBundle {

    private static final UUID NAMESPACE = UUID.fromString("94e6d5fe-b748-4902-8f49-6f11a533aadd");

    /** The identity's time of creation must be the same wherever it is written. */
    private static final Instant IDENTITY_MADE = Instant.parse("2026-01-01T00:00:00Z");

    /** Milliseconds are what the standard wants of created and modified (section 3.2). */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String IDENTITY = "identity--" + uuid("Assay");

    private final JsonGenerator json;

    private StixBundle(JsonGenerator json) {
        this.json = json;
    }

    static void write(String host, List<Indicator> indicators, OutputStream out) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.setHighestNonEscapedChar(0x7f);
            new StixBundle(generator).root(host, indicators);
            generator.writeRaw('\n');
        }
    }

    private void root(String host, List<Indicator> indicators) throws IOException {
        List<String> ids = indicators.stream().map(indicator -> id(host, indicator)).toList();
        json.writeStartObject();
        json.writeStringField("type", "bundle");
        json.writeStringField("id", "bundle--" + uuid(ids.stream().collect(Collectors.joining("\n"))));
        json.writeArrayFieldStart("objects");
        json.writeRaw('\n');
        start("identity", IDENTITY, IDENTITY_MADE);
        json.writeStringField("name", "Assay");
        json.writeStringField("identity_class", "system");
        json.writeEndObject();
        for (int at = 0; at < ids.size(); at++) {
            json.writeRaw('\n');
            indicator(ids.get(at), indicators.get(at));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void indicator(String id, Indicator indicator) throws IOException {
        start("indicator", id, indicator.decided());
        json.writeStringField("created_by_ref", IDENTITY);
        json.writeStringField("name", indicator.shown());
        json.writeStringField("description", description(indicator));
        json.writeArrayFieldStart("indicator_types");
        json.writeString("malicious-activity");
        json.writeEndArray();
        json.writeStringField("pattern", StixPattern.of(indicator.sign()));
        json.writeStringField("pattern_type", "stix");
        json.writeStringField("pattern_version", "2.1");
        json.writeStringField("valid_from", TIME.format(indicator.decided()));
        json.writeEndObject();
    }

    /** What all objects have. */
    private void start(String type, String id, Instant made) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("spec_version", "2.1");
        json.writeStringField("id", id);
        json.writeStringField("created", TIME.format(made));
        json.writeStringField("modified", TIME.format(made));
    }

    private static String description(Indicator indicator) {
        return switch (indicator.sign()) {
            case Indicator.Content _ -> "The content of a file";
            case Indicator.FilePlace _ -> "The place of a file that the baseline does not have";
            case Indicator.FolderPlace _ -> "A folder that the baseline does not have";
            case Indicator.Key _ -> "A registry key that the baseline does not have";
            case Indicator.Value _ -> "A registry value";
        } + (indicator.startup() ? ", a startup entry." : ".");
    }

    private static String id(String host, Indicator indicator) {
        return "indicator--" + uuid(String.join("\n", host, TIME.format(indicator.decided()), StixPattern.of(indicator.sign())));
    }

    /** A UUID made from a name (RFC 9562, 5.5): the first 16 bytes of the SHA-1 over namespace and name, with version and variant set. */
    static UUID uuid(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits()).array());
            ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong() & ~0xf000L | 0x5000L, digest.getLong() & ~(3L << 62) | 1L << 63);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
