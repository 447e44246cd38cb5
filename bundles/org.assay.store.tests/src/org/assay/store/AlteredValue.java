package org.assay.store;

/** Values by which those in a case are altered. */
final class AlteredValue {

    private AlteredValue() {
    }

    /** Another value of a column, as SQL, whatever it has. */
    static String of(String name, String type) {
        return switch (type) {
            case "BIGINT", "INTEGER" -> "coalesce(" + name + ", 0) + 1000";
            case "CHARACTER VARYING" -> "coalesce(" + name + ", '') || 'x'";
            case "BINARY" -> "X'" + "1f".repeat(32) + "'";
            case "BINARY VARYING", "BINARY LARGE OBJECT" -> "X'010203'";
            case "BOOLEAN" -> "not coalesce(" + name + ", false)";
            case "TIMESTAMP WITH TIME ZONE" ->
                "dateadd(nanosecond, 1, coalesce(" + name + ", timestamp with time zone '2026-01-01 00:00:00Z'))";
            default -> throw new IllegalStateException(name + ": " + type);
        };
    }
}
