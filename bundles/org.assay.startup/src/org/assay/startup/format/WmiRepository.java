package org.assay.startup.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.ProgramName;

/**
 * Event subscriptions in the repository of WMI, {@code OBJECTS.DATA}, found by searching its bytes: a binding names its consumer and its
 * filter by their paths, and an object's class and properties stand behind each other as strings, each a byte for its encoding (0 ANSI, 1
 * UTF-16), the text and a NUL (FireEye, "Windows Management Instrumentation (WMI) Offense, Defense, and Forensics", 2015). So deleted
 * objects may be found as well, and one whose parts lie on distant pages may not; each entry says so.
 */
public final class WmiRepository implements StartupFormat {

    /** It takes some ten MiB on most machines, with all classes that are installed on it. */
    private static final long MAX_BYTES = 128L << 20;
    private static final String CARVED = "It was found by searching the bytes of the repository, so it may be one that was deleted.";
    private static final String CONSUMER = "EventConsumer.Name=\"";
    private static final String FILTER = "__EventFilter.Name=\"";
    private static final int MAX_BINDING_COUNT = 500;
    private static final int MAX_OBJECT_COUNT = 20_000;
    private static final int MAX_NAME_LENGTH = 512;
    private static final int MAX_OTHER_COUNT = 4;
    /** A binding's two paths lie this close to each other. */
    private static final int NEAR = 1024;

    @Override
    public String name() {
        return "wmi";
    }

    @Override
    public boolean reads(FormatPlace place) {
        return StartupFormat.super.reads(place) && place.name().equalsIgnoreCase("OBJECTS.DATA");
    }

    @Override
    public long maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return new Repository(content).read();
    }

    /** The bytes of one repository, and what was found in them. */
    private static final class Repository {

        private final byte[] content;
        private final WmiObjects consumers;
        private final WmiObjects filters;

        private record Binding(String kind, String consumer, String filter) {
        }

        private Repository(byte[] content) {
            this.content = content;
            this.consumers = WmiObjects.find(content, "EventConsumer", MAX_OBJECT_COUNT);
            this.filters = WmiObjects.find(content, "__EventFilter", MAX_OBJECT_COUNT);
        }

        private FileStarts read() {
            List<FileStart> starts = new ArrayList<>();
            Set<Binding> bindings = bindings();
            bindings.stream().limit(MAX_BINDING_COUNT).forEach(binding -> starts.addAll(starts(binding)));
            return new FileStarts(starts, bindings.size() > MAX_BINDING_COUNT
                    ? Optional.of("more than " + MAX_BINDING_COUNT + " event subscriptions; the rest is not listed") : Optional.empty());
        }

        private Set<Binding> bindings() {
            Set<Binding> bindings = new LinkedHashSet<>();
            for (boolean wide : List.of(false, true)) {
                byte[] mark = bytes(CONSUMER, wide);
                for (int at = WmiObjects.indexOf(content, mark, 0, content.length); at >= 0 && bindings.size() <= MAX_BINDING_COUNT;
                        at = WmiObjects.indexOf(content, mark, at + 1, content.length)) {
                    String consumer = quoted(at + mark.length, wide);
                    if (!consumer.isEmpty()) {
                        bindings.add(new Binding(kindBefore(at, wide), consumer, filterNear(at)));
                    }
                }
            }
            return bindings;
        }

        /** {@code CommandLine} of {@code CommandLineEventConsumer.Name="x"}. */
        private String kindBefore(int at, boolean wide) {
            int step = wide ? 2 : 1;
            int start = at;
            while (start >= step && (Character.isLetterOrDigit(content[start - step]) || content[start - step] == '_')
                    && at - start < MAX_NAME_LENGTH) {
                start -= step;
            }
            return text(start, at, wide);
        }

        private String filterNear(int at) {
            int nearest = -1;
            String name = "";
            for (boolean wide : List.of(false, true)) {
                byte[] mark = bytes(FILTER, wide);
                int from = Math.max(0, at - NEAR);
                for (int found = WmiObjects.indexOf(content, mark, from, at + NEAR); found >= 0;
                        found = WmiObjects.indexOf(content, mark, found + 1, at + NEAR)) {
                    if (nearest < 0 || Math.abs(found - at) < Math.abs(nearest - at)) {
                        nearest = found;
                        name = quoted(found + mark.length, wide);
                    }
                }
            }
            return name;
        }

        private String quoted(int from, boolean wide) {
            int step = wide ? 2 : 1;
            int end = from;
            while (end + step <= content.length && end - from < MAX_NAME_LENGTH && content[end] != '"' && (content[end] != 0 || wide)) {
                end += step;
            }
            boolean closed = end < content.length && content[end] == '"';
            return closed ? text(from, end, wide) : "";
        }

        private String text(int from, int to, boolean wide) {
            return new String(content, from, to - from, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        }

        private static byte[] bytes(String text, boolean wide) {
            return text.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        }

        private List<FileStart> starts(Binding binding) {
            List<String> remarks = new ArrayList<>(List.of(CARVED));
            filters.with(binding.filter(), "__EventFilter").stream().flatMap(List::stream)
                    .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("select ")).findFirst()
                    .ifPresentOrElse(query -> remarks.add("It waits for: " + Limits.cut(query)),
                            () -> remarks.add("Its filter is " + binding.filter() + "."));
            String kind = binding.kind() + "EventConsumer";
            List<List<String>> variants = consumers.with(binding.consumer(), kind);
            EntryDetails details = new EntryDetails("", EntryState.ENABLED, kind, remarks);
            return variants.isEmpty() ? starts(binding, List.of(), details) : variants.stream().flatMap(variant -> starts(binding,
                    variant.stream().filter(text -> !text.equals(binding.consumer())).toList(), details).stream()).distinct().toList();
        }

        private static List<FileStart> starts(Binding binding, List<String> values, EntryDetails details) {
            return switch (binding.kind()) {
                case "CommandLine" -> values.isEmpty()
                        ? List.of(decided(binding, TargetOutcome.UNPARSED, "the consumer's command was not found", details))
                        : commands(binding, values, details);
                case "ActiveScript" -> values.isEmpty()
                        ? List.of(decided(binding, TargetOutcome.UNPARSED, "the consumer's script was not found", details))
                        : script(binding, values, details);
                default -> List.of(decided(binding, TargetOutcome.NONE, binding.consumer(), details));
            };
        }

        /**
         * The template is the command line. A path of an executable, which may stand before or behind it, is what runs instead (Microsoft
         * Learn, "CommandLineEventConsumer"), so it comes first; which of them there are is not told by their bytes.
         */
        private static List<FileStart> commands(Binding binding, List<String> values, EntryDetails details) {
            String template = values.stream().filter(text -> text.indexOf(' ') > 0).findFirst().orElse(values.getFirst());
            List<FileStart> starts = new ArrayList<>();
            values.stream().filter(text -> !text.equals(template) && ProgramName.endsAsProgram(text)).distinct().limit(MAX_OTHER_COUNT)
                    .forEach(text -> starts.add(FileStart.of(binding.consumer(), text, details).otherwise()));
            starts.add(FileStart.of(binding.consumer(), template, details));
            return starts;
        }

        /** A script's text besides for the files that it names. */
        private static List<FileStart> script(Binding binding, List<String> values, EntryDetails details) {
            String text = values.stream().filter(value -> !isEngine(value)).findFirst().orElse("");
            boolean file = text.length() < MAX_NAME_LENGTH && ProgramName.endsAsProgram(text) && text.indexOf('\n') < 0;
            return file ? List.of(FileStart.of(binding.consumer(), text, details))
                    : List.of(decided(binding, TargetOutcome.INLINE_SCRIPT, text, details),
                            new FileStart(binding.consumer(), Limits.cut(text), new Start.Mentions(Limits.cut(text)), details));
        }

        private static boolean isEngine(String text) {
            return text.equalsIgnoreCase("VBScript") || text.equalsIgnoreCase("JScript");
        }

        private static FileStart decided(Binding binding, TargetOutcome outcome, String command, EntryDetails details) {
            return new FileStart(binding.consumer(), Limits.cut(command), new Start.Decided(outcome), details);
        }
    }
}
