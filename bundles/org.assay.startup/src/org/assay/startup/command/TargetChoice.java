package org.assay.startup.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.command.TargetSearch.Candidate;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.ProgramName;
import org.assay.startup.windows.WindowsEnvironment;

/** Says which of the files that a command may mean it starts, once it is known which of them there are. */
public final class TargetChoice {

    /** What is said of a file that counts because everything in its folder does. */
    public static final String IN_FOLDER = "It lies in the folder that is named, from which everything is started.";
    /** What is said of a file that is named somewhere in a text. */
    public static final String MENTIONED = "It is named there by its path; what is done with it is for a person to judge.";
    private static final String UNQUOTED = "The command's path has blanks and no quotes, so that this file answers to it, too.";
    private static final int MAX_TARGET_COUNT = 16;

    private final WindowsEnvironment environment;

    TargetChoice(WindowsEnvironment environment) {
        this.environment = environment;
    }

    /** The files that {@code launchTargets} mean, the main one first; at least one. */
    List<Target> targets(List<LaunchTarget> launchTargets) {
        Map<Target, Target> targets = new LinkedHashMap<>();
        for (LaunchTarget launch : launchTargets) {
            List<Target> each = switch (launch) {
                case LaunchTarget.Decided decided -> List.of(Target.without(decided.outcome(), decided.path()).with(decided.remark()));
                case LaunchTarget.Program program -> targets(program);
                case LaunchTarget.Folder folder -> targets(folder);
                case LaunchTarget.Mentioned mentioned -> targets(mentioned);
            };
            each.forEach(target -> targets.putIfAbsent(target.with(""), target));
        }
        if (targets.size() > 1) {
            targets.remove(Target.without(TargetOutcome.NONE, ""));
        }
        return targets.isEmpty() ? List.of(Target.without(TargetOutcome.NONE, ""))
                : targets.values().stream().limit(launchTargets.stream().anyMatch(LaunchTarget.Folder.class::isInstance)
                        ? TargetSearch.MAX_FOLDER_COUNT + 1 : MAX_TARGET_COUNT).toList();
    }

    private static List<Target> targets(LaunchTarget.Mentioned mentioned) {
        return mentioned.candidates().stream().filter(Candidate::isFound).findFirst().map(candidate -> target(candidate).with(MENTIONED))
                .stream().toList();
    }

    private static List<Target> targets(LaunchTarget.Folder folder) {
        List<Target> targets = new ArrayList<>(folder.files().files().stream().map(file -> Target.of(file).with(IN_FOLDER)).toList());
        if (targets.isEmpty() || folder.files().isCut()) {
            boolean unknown = folder.files().isUnknown() || folder.files().isCut();
            targets.add(Target.without(unknown ? TargetOutcome.UNPARSED : TargetOutcome.NONE, unknown ? folder.path() : ""));
        }
        return targets;
    }

    private List<Target> targets(LaunchTarget.Program program) {
        List<Target> extras = new ArrayList<>();
        LaunchTarget.Reading chosen = null;
        for (LaunchTarget.Reading reading : program.readings()) {
            Optional<Candidate> there = reading.candidates().stream().filter(Candidate::isFound).findFirst();
            if (chosen == null && (there.isPresent() || reading.host())) {
                chosen = reading;
            } else {
                there.ifPresent(candidate -> extras.add(target(candidate).with(UNQUOTED)));
            }
        }
        List<Target> targets = chosen == null ? List.of(missing(program)) : chosen(chosen);
        List<Target> all = new ArrayList<>(targets);
        all.addAll(extras);
        return all;
    }

    private List<Target> chosen(LaunchTarget.Reading reading) {
        Optional<Target> itself = reading.candidates().stream().filter(Candidate::isFound).findFirst()
                .map(candidate -> target(candidate).with(FoundBy.remark(reading, candidate)));
        List<Target> targets = new ArrayList<>(targets(reading.payload()).stream().map(target -> target.file().isEmpty() ? target
                : target.with(FoundBy.behind(reading.name(), target.remark()))).toList());
        if (targets.stream().allMatch(target -> target.outcome() == TargetOutcome.NONE && target.path().isEmpty())) {
            return List.of(itself.orElseGet(() -> Target.without(outcomeOfNone(reading), reading.name())));
        }
        boolean suspicious = itself.isPresent() && itself.get().file().map(file -> !environment.isSystem(systemPath(file))).orElse(true);
        if (reading.both()) {
            targets.addFirst(itself.orElseGet(() -> Target.without(outcomeOfNone(reading), reading.name())));
        } else if (suspicious) {
            itself.ifPresent(targets::add);
        }
        return targets;
    }

    private static boolean isOfVolume(String name) {
        return name.startsWith("\\Device\\");
    }

    private String systemPath(FileItem file) {
        List<String> components = file.location().components();
        return (DriveName.isOne(components.getFirst()) ? components.getFirst() : environment.systemDrive() + ":") + "\\"
                + String.join("\\", components.subList(1, components.size()));
    }

    private static Target target(Candidate candidate) {
        return candidate.file().map(Target::of).orElseGet(() -> Target.without(TargetOutcome.AMBIGUOUS, candidate.path()));
    }

    /** The reading that a person would choose stands for all: the shortest that ends as a program does, else the whole. */
    private static Target missing(LaunchTarget.Program program) {
        List<LaunchTarget.Reading> readings = program.readings();
        LaunchTarget.Reading shown = readings.stream().filter(reading -> ProgramName.endsAsProgram(reading.name()))
                .min(Comparator.comparingInt(reading -> reading.name().length())).orElse(readings.getFirst());
        if (program.script() && shown.name().indexOf('/') < 0) {
            return Target.without(TargetOutcome.INLINE_SCRIPT, "");
        }
        boolean single = shown.candidates().size() == 1 && !isOfVolume(shown.name());
        return Target.without(outcomeOfNone(shown), single ? shown.candidates().getFirst().path() : shown.name());
    }

    private static TargetOutcome outcomeOfNone(LaunchTarget.Reading reading) {
        return reading.candidates().stream().anyMatch(Candidate::isUnknown) ? TargetOutcome.UNPARSED
                : reading.candidates().stream().anyMatch(Candidate::isFolder) ? TargetOutcome.NONE : TargetOutcome.MISSING;
    }
}
