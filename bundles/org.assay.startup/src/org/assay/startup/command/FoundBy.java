package org.assay.startup.command;

import java.util.Locale;

import org.assay.startup.command.TargetSearch.Candidate;

/** Says how a file was found that a command does not name by its full path, so that a person can follow it. */
final class FoundBy {

    private static final String BARE = "The command names it without a path, and it was found where Windows looks.";
    private static final String SEARCHED = "The command names it without a path, and it was found in a folder that is searched for"
            + " programs.";
    private static final String VOLUME = "The command names the volume by its device, and nothing tells its letter; a file of"
            + " this path is on this drive.";
    private static final String SHORT = "The command names it by a short name, which this file may have.";
    private static final String REDIRECTED = "A 32-bit program finds this file where the command says System32.";
    private static final String FOLDER = "The command names it from the folder that it is started in.";
    private static final String HOME = "The command names it from its user's home.";
    private static final String LINKED = "The path that the command names leads here through a link, or as the system reads it.";

    private FoundBy() {
    }

    /** How {@code candidate}, which is there, answers to {@code reading}; empty where the command names it in full. */
    static String remark(LaunchTarget.Reading reading, Candidate candidate) {
        String name = reading.name();
        String path = candidate.path();
        if (name.startsWith("\\Device\\")) {
            return VOLUME;
        }
        boolean windows = path.indexOf(':') == 1;
        if (windows && name.indexOf('\\') < 0) {
            return BARE;
        }
        if (!windows && name.indexOf('/') < 0) {
            return SEARCHED;
        }
        if (windows ? path.equalsIgnoreCase(name) : path.equals(name) || path.equals("/usr" + name)) {
            return windows && ShortName.isShort(name.substring(name.lastIndexOf('\\') + 1)) ? SHORT : "";
        }
        if (windows ? name.indexOf(':') != 1 : !name.startsWith("/")) {
            return name.startsWith("~/") ? HOME : FOLDER;
        }
        boolean redirected = windows && path.toLowerCase(Locale.ROOT).contains("\\syswow64\\");
        return redirected ? REDIRECTED : isOnlyLonger(name, path) ? "" : LINKED;
    }

    /** Whether only an extension was added, which the system does for every program. */
    private static boolean isOnlyLonger(String name, String path) {
        return path.length() - name.length() <= 8 && path.regionMatches(true, 0, name, 0, name.length());
    }

    /** How what {@code host} is told to start was found. */
    static String behind(String host, String remark) {
        String name = host.substring(Math.max(host.lastIndexOf('\\'), host.lastIndexOf('/')) + 1);
        String said = "It is started by " + name + ", which the command names.";
        return remark.isEmpty() ? said : remark.startsWith("It is started by") ? remark : said + " " + remark;
    }
}
