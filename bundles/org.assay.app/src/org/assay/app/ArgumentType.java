package org.assay.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assay.capture.EvidenceKinds;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;

/**
 * What the values of an {@link Argument} can be, and how they are written.
 *
 * @param <T> the type of a value
 */
public sealed interface ArgumentType<T> {

    /**
     * The value that is written so.
     *
     * @throws AssayException {@code WRONG_USAGE} with a sentence when it is none
     */
    T read(String text);

    /** How a value is written: {@link #read} gives an equal one back. */
    default String text(T value) {
        return String.valueOf(value);
    }

    /** Which values there are, as a sentence behind the argument's help; empty where the help says all. */
    default String bounds() {
        return "";
    }

    /** Any text, exactly. */
    record Text() implements ArgumentType<String> {

        @Override
        public String read(String text) {
            return text;
        }
    }

    /** A whole number within bounds, both included. */
    record WholeNumber(long least, long most) implements ArgumentType<Long> {

        /** The number of a snapshot or comparison. */
        public static final WholeNumber ID = new WholeNumber(1, Long.MAX_VALUE);

        @Override
        public Long read(String text) {
            try {
                long number = Long.parseLong(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new AssayException(ErrorCode.WRONG_USAGE, refusal(text), e);
            }
            throw new AssayException(ErrorCode.WRONG_USAGE, refusal(text));
        }

        /** Whether the upper bound is no more than what a number can hold. */
        private boolean isOpen() {
            return most >= Integer.MAX_VALUE;
        }

        private String refusal(String text) {
            return "'" + text + "' is not a whole number " + (isOpen() ? "from " + least + " on."
                    : "from " + least + " to " + most + ".");
        }

        @Override
        public String bounds() {
            return isOpen() ? "" : "From " + least + " to " + most + ".";
        }
    }

    /** A number of bytes, as {@code 512}, {@code 64K}, {@code 10M} or {@code 2G}; K, M and G count in steps of 1,024. */
    record Size() implements ArgumentType<Long> {

        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})\\s*([KMGT]?)i?B?", Pattern.CASE_INSENSITIVE);
        private static final String UNITS = "KMGT";

        @Override
        public Long read(String text) {
            Matcher written = WRITTEN.matcher(text.strip());
            if (!written.matches()) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "'" + text + "' is not a size: write 512, 64K, 10M or 2G.");
            }
            String unit = written.group(2).toUpperCase(Locale.ROOT);
            long factor = unit.isEmpty() ? 1 : 1L << 10 * (UNITS.indexOf(unit) + 1);
            return Math.multiplyExact(Long.parseLong(written.group(1)), factor);
        }
    }

    /** One of a few constants, in any case. */
    record Choice<E extends Enum<E>>(Class<E> constants) implements ArgumentType<E> {

        @Override
        public E read(String text) {
            return Arrays.stream(constants.getEnumConstants()).filter(one -> one.name().equalsIgnoreCase(text.strip())).findFirst()
                    .orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "'" + text + "' is none of " + listed() + "."));
        }

        @Override
        public String text(E value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String bounds() {
            return "One of " + listed() + ".";
        }

        /** The values as they are written. */
        public List<String> words() {
            return Arrays.stream(constants.getEnumConstants()).map(this::text).toList();
        }

        private String listed() {
            return String.join(", ", words());
        }
    }

    /** Whether something is to be done. */
    record Flag() implements ArgumentType<Boolean> {

        @Override
        public Boolean read(String text) {
            return Boolean.parseBoolean(text);
        }
    }

    /** A file or folder by its path. */
    record FilePath(boolean folder) implements ArgumentType<Path> {

        @Override
        public Path read(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "'" + text + "' is not a valid path on this system.", e);
            }
        }
    }

    /** Evidence by its path, with {@code NAME=} before it where its kind has names. */
    record EvidencePath(EvidenceKind kind) implements ArgumentType<Evidence> {

        /** A path that holds {@code =} itself must be written with a name, which may be empty: {@code =PATH}. */
        @Override
        public Evidence read(String text) {
            int equals = kind.name().isPresent() ? text.indexOf('=') : -1;
            return EvidenceKinds.written(kind.kind(), equals < 0 ? "" : text.substring(0, equals), text.substring(equals + 1));
        }

        @Override
        public String text(Evidence value) {
            return kind.name().isPresent() ? value.name() + "=" + value.path() : value.path();
        }
    }

    /** Any number of values. Where {@code commas} are allowed, several can stand in one text. */
    record Several<T>(ArgumentType<T> each, boolean commas) implements ArgumentType<List<T>> {

        @Override
        public List<T> read(String text) {
            return (commas ? Arrays.stream(text.split(",")) : List.of(text).stream()).filter(part -> !part.isBlank()).map(each::read)
                    .toList();
        }

        @Override
        public String text(List<T> value) {
            return value.stream().map(each::text).collect(Collectors.joining(commas ? "," : "\n"));
        }

        @Override
        public String bounds() {
            return each.bounds().replaceFirst("^One of", "Any of");
        }
    }
}
