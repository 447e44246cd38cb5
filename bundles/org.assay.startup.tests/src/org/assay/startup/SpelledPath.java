package org.assay.startup;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes, from the pattern of a place on Windows or in its registry, one path that it means. */
final class SpelledPath {

    private static final Map<String, String> TOKENS = tokens();

    private SpelledPath() {
    }

    /** One path; what one component leaves open is called {@code any}. */
    static String of(String pattern, String any) {
        String path = pattern;
        for (Map.Entry<String, String> token : TOKENS.entrySet()) {
            path = path.replace(token.getKey(), token.getValue());
        }
        return path.replaceAll("(?<=[\\\\/]|^)\\*\\*(?=[\\\\/])", "deep").replaceAll("\\*\\*$", "deep\\\\leaf").replace("[*]", "\0")
                .replaceAll("\\{([^,}]*),[^}]*}", "$1").replace("*", any).replace("?", "3").replace("\0", "*");
    }

    private static Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("%ControlSet%", "ControlSet001");
        tokens.put("%SystemDrive%\\", "");
        tokens.put("%Volume%\\", "");
        tokens.put("%WinDir%", "Windows");
        tokens.put("%ProgramFiles%", "Program Files");
        tokens.put("%ProgramData%", "ProgramData");
        tokens.put("%AllUsersProfile%", "Documents and Settings\\All Users");
        tokens.put("%UserProfile%", "Users\\Ann");
        tokens.put("%AppData%", "Users\\Ann\\AppData\\Roaming");
        tokens.put("%LocalAppData%", "Users\\Ann\\AppData\\Local");
        return tokens;
    }
}
