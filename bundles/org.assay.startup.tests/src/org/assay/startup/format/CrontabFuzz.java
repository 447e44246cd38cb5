package org.assay.startup.format;

/** Fuzz target: a table of cron or anacron. */
public final class CrontabFuzz {

    private CrontabFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(Crontab.ofUser(), input);
        FormatChecks.check(Crontab.ofSystem(), input);
        FormatChecks.check(Crontab.ofAnacron(), input);
    }
}
