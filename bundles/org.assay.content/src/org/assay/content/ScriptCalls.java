package org.assay.content;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What calls of a server's script are worth knowing, in PHP, ASP and JSP. */
final class ScriptCalls {

    private static final String VISITOR = "\\$_(?:get|post|request|cookie)\\b";
    /** What statements of a database and tests call, too, is only meant where it is no method of something. */
    private static final String NO_METHOD = "(?<![\\w>:.$])";
    /** What runs text: by its name, by a name that a visitor sends, or as a file that nobody takes for a script. */
    static final List<ScriptCall> EVALUATES = joined(
            functions("\\b", "create_function", "executeglobal", "defineclass"), functions(NO_METHOD, "evaluate"),
            List.of(ScriptCall.of("eval", "(?<![\\w>:$])eval(?:\\s*\\(|\\s+request)"),
                    ScriptCall.of("execute", NO_METHOD + "execute(?:\\s*\\(|(?:global)?\\s+request)"),
                    // Of a condition it checks the value, of a text it runs what the text says.
                    ScriptCall.of("assert", NO_METHOD + "assert\\s*\\(\\s*@?(?:\\$\\w+\\s*[),]|['\"]|" + VISITOR
                            + "|\\w*(?:decode|inflate|rot13|slashes)\\b)"),
                    ScriptCall.of("preg_replace", "\\bpreg_replace\\s*\\(\\s*['\"].{1,80}/[a-z]*e[a-z]*['\"]"),
                    ScriptCall.of(".getengine", "\\.getengine(?:byname)?\\s*\\("),
                    ScriptCall.of("$_", VISITOR + "\\s*\\[[^\\]\\n]{1,60}]\\s*\\("),
                    ScriptCall.of("$_", "(?<=\\$\\w{1,30}\\s{0,3}\\(\\s{0,3}@?)" + VISITOR),
                    ScriptCall.of("call_user_func", "call_user_func(?:_array)?\\s*\\(\\s*@?" + VISITOR),
                    ScriptCall.of("array_", "\\barray_(?:map|filter|walk|reduce)\\s*\\(\\s*@?(?:" + VISITOR
                            + "|['\"](?:system|exec|passthru|shell_exec)['\"])"),
                    ScriptCall.of("include", included("include")), ScriptCall.of("require", included("require"))));
    static final List<ScriptCall> RUNS_COMMANDS = joined(
            functions("(?<![\\w>:$])", "system", "exec", "shell_exec", "passthru", "popen", "proc_open", "pcntl_exec"),
            functions("\\b", "getruntime", "process.start"),
            List.of(ScriptCall.of("wscript.shell", "wscript\\.shell"), ScriptCall.of("processbuilder", "\\bprocessbuilder\\b"),
                    ScriptCall.of("processstartinfo", "\\bprocessstartinfo\\b"),
                    ScriptCall.of("`", "`[^`\\n]{0,40}\\$_(?:get|post|request|cookie)")));
    static final List<ScriptCall> READS_REQUESTS = joined(functions("\\b", "getallheaders", "getparameter"),
            List.of(ScriptCall.of("$_", "\\$_(?:get|post|request|cookie|files|server)\\b"), ScriptCall.of("php://input", "php://input"),
                    ScriptCall.of("request", "\\brequest\\s*(?:[(\\[]|\\.(?:item|form|querystring|files|headers|cookies)\\b)")));
    static final List<ScriptCall> DECODES = joined(
            functions("\\b", "base64_decode", "gzinflate", "gzuncompress", "gzdecode", "str_rot13", "convert_uudecode", "hex2bin",
                    "frombase64string", "b64decode"),
            List.of(ScriptCall.of("\\x", "(?:\\\\x[0-9a-f]{2}){8}"),
                    ScriptCall.of("chr", "(?:\\bchr\\s*\\(\\s*\\d+\\s*\\)\\s*\\.\\s*){4}")));

    private ScriptCalls() {
    }

    /** An inclusion of what a visitor names, of another machine's file, of one in a folder for what is temporary, hidden, or no script. */
    private static String included(String word) {
        return "\\b" + word + "(?:_once)?[\\s(]{1,5}@?(?:" + VISITOR + "|['\"](?:https?:|ftp:|data:|php://input|/tmp/|/var/tmp/|/dev/shm/"
                + "|[^'\"\\n]{0,200}(?:/\\.[a-z0-9_]|\\.(?:ico|jpe?g|png|gif|bmp|txt|log|tmp|bak|pdf)['\"])))";
    }

    private static List<ScriptCall> functions(String before, String... names) {
        return Arrays.stream(names).map(name -> ScriptCall.of(name, before + name.replace(".", "\\.") + "\\s*\\(")).toList();
    }

    @SafeVarargs
    private static List<ScriptCall> joined(List<ScriptCall>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
