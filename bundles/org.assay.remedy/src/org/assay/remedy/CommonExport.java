package org.assay.remedy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Csv;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;

/**
 * Writes the scripts of many hosts as one, for machines that nobody examined: what the hosts have in common is done once, each step only
 * where what was judged is found, so that nothing is done on a clean machine. Where hosts have other contents at one place, that of most
 * hosts is in it; the others, and what only a host's own export can do, are told.
 */
public final class CommonExport {

    /**
     * What was written.
     *
     * @param files in the order in which they were written
     * @param steps how many steps the scripts have
     * @param left how many distinct steps are in the exports of single hosts only
     */
    public record Outcome(List<Path> files, int steps, int left) {
    }

    /** What tells two steps of different hosts apart: what is done where, from which state to which. */
    private record Key(Class<? extends Action> kind, Location location, List<Object> before, List<Object> after) {

        static Key of(Action action) {
            List<Object> held = action instanceof Action.RemoveKey remove ? remove.held().stream().<Object>map(Key::withPlace).toList()
                    : List.of();
            List<Object> before = new ArrayList<>(state(action.before()));
            before.addAll(held);
            return new Key(action.getClass(), action.location(), before, state(action.after()));
        }

        private static List<Object> withPlace(Item item) {
            return List.of(item.location(), state(Optional.of(item)));
        }

        private static List<Object> state(Optional<? extends Item> item) {
            return item.<List<Object>>map(one -> switch (one) {
                case FileItem file -> List.of(file.kind(), file.sha256(), file.target());
                case ValueItem value -> List.of(value.type(), value.data());
                case KeyItem _ -> List.of("key");
            }).orElse(List.of());
        }
    }

    /** Of one step: its first action, and the hosts that have it. */
    private record Common(Step step, Set<String> hosts, Set<String> carriers) {
    }

    private static final String README = """
            What the examined hosts have in common, as one set of scripts. Each step is done only where what was judged is found:
            on a clean machine, and on one that was cleaned before, nothing is done. steps.csv lists the steps, and the hosts that
            have each.

            remedy.sh   for Linux and other systems with a POSIX shell, and for mounted disks: sh remedy.sh shows how it is called
            remedy.cmd  for Windows NT and later: remedy.cmd shows how it is called

            Both only show what would happen unless they are told to do it, log what they do, and can take it back. Try them on a
            few machines first; docs/roll-out.md of Assay has the rings. A machine on which a step is left has another state than
            those that were examined: examine it, too. What only one host's export can do is in the folder of that host.
            """;

    private final Map<Key, Common> common = new LinkedHashMap<>();
    private final Set<Key> alone = new HashSet<>();

    private CommonExport() {
    }

    /**
     * Writes into a new or empty folder; fails with {@code OUTPUT} when it holds anything or cannot be written.
     *
     * @param hosts what each host's own export was made from
     */
    public static Outcome write(List<ExportContents> hosts, Path folder) {
        CommonExport steps = new CommonExport();
        hosts.forEach(steps::gather);
        steps.leaveOutOthers();
        try (ExportFolder export = ExportFolder.create(folder)) {
            return steps.write(hosts, export);
        }
    }

    private void gather(ExportContents contents) {
        Routing work = Routing.of(contents);
        String host = contents.suspect().host();
        work.shell().forEach(step -> add(step, host, "remedy.sh"));
        work.batch().forEach(step -> add(step, host, "remedy.cmd"));
        work.guarded().forEach(step -> add(step, host, "registry"));
        contents.plan().steps().stream().filter(step -> work.byHand().containsKey(step.number())).map(Step::action).map(Key::of)
                .forEach(alone::add);
    }

    private void add(Step step, String host, String carrier) {
        Key key = Key.of(step.action());
        switch (step.action()) {
            case Action.Quarantine _, Action.RestoreFile _, Action.StopProcesses _, Action.StopManaged _, Action.RestoreValue _,
                    Action.RemoveValue _,
                    Action.RestoreKey _, Action.RemoveKey _ -> {
                Common one = common.computeIfAbsent(key, _ -> new Common(step, new HashSet<>(), new HashSet<>()));
                one.hosts().add(host);
                one.carriers().add(carrier);
            }
            case Action.MoveBack _, Action.RestoreAttributes _, Action.ManualStep _, Action.Restart _ -> alone.add(key);
        }
    }

    /** Of steps of one kind at one place those of most hosts stay: a script knows one state of a place. */
    private void leaveOutOthers() {
        Map<List<Object>, List<Key>> byPlace = common.keySet().stream()
                .collect(Collectors.groupingBy(key -> List.of(key.kind(), key.location())));
        for (List<Key> keys : byPlace.values()) {
            keys.stream().sorted(Comparator.comparing((Key key) -> common.get(key).hosts().size()).reversed()).skip(1).forEach(key -> {
                common.remove(key);
                alone.add(key);
            });
        }
    }

    private Outcome write(List<ExportContents> hosts, ExportFolder export) {
        Map<Integer, Common> numbered = new LinkedHashMap<>();
        common.values().stream().sorted(Comparator.comparing(one -> one.step().action().phase()))
                .forEach(one -> numbered.put(numbered.size() + 1, one));
        gold(hosts, numbered, export);
        export.write("steps.csv", out -> out.write(list(numbered).getBytes(StandardCharsets.UTF_8)));
        String plan = export.written().getLast().sha256();
        List<Step> shell = carried(numbered, "remedy.sh");
        List<Step> batch = carried(numbered, "remedy.cmd");
        List<Step> registry = carried(numbered, "registry");
        if (!shell.isEmpty()) {
            export.write("remedy.sh", out -> ShellScript.write(shell, plan, out));
        }
        if (!registry.isEmpty()) {
            RegistrySteps.write(registry, export);
        }
        if (!registry.isEmpty() || !batch.isEmpty()) {
            BatchScript.write(registry, batch, plan, export);
        }
        export.write("README.txt", out -> out.write(README.getBytes(StandardCharsets.US_ASCII)));
        String sums = export.written().stream().map(file -> file.sha256() + "  " + file.name() + "\n").collect(Collectors.joining());
        export.write(RemediationExport.SUMS, out -> out.write(sums.getBytes(StandardCharsets.US_ASCII)));
        export.finish();
        return new Outcome(export.written().stream().map(export::path).toList(), numbered.size(), alone.size());
    }

    private static void gold(List<ExportContents> hosts, Map<Integer, Common> numbered, ExportFolder export) {
        Map<String, GoldSource> sources = new HashMap<>();
        hosts.forEach(contents -> sources.put(contents.suspect().host(), contents.gold()));
        GoldCopies copies = GoldCopies.none();
        numbered.values().forEach(one -> one.hosts().stream().sorted().findFirst().ifPresent(host ->
                copies.add(one.step().action(), sources.get(host), export)));
    }

    private static List<Step> carried(Map<Integer, Common> numbered, String carrier) {
        return numbered.entrySet().stream().filter(one -> one.getValue().carriers().contains(carrier)).map(one ->
                new Step(one.getKey(), one.getValue().step().action(), one.getValue().step().reason())).toList();
    }

    private static String list(Map<Integer, Common> numbered) {
        StringBuilder lines = new StringBuilder(Csv.line(List.of("number", "phase", "action", "location", "hosts", "done_by", "reason")));
        numbered.forEach((number, one) -> lines.append(Csv.line(List.of(String.valueOf(number), one.step().action().phase().name(),
                one.step().action().getClass().getSimpleName(), one.step().action().location().text(),
                one.hosts().stream().sorted().collect(Collectors.joining(" ")), one.carriers().stream().sorted()
                        .collect(Collectors.joining(" ")), one.step().reason()))));
        return lines.toString();
    }
}
