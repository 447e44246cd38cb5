package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;

/** Says in words when a scheduled task starts. */
public final class TaskTriggers {

    private static final int MAX_TRIGGER_COUNT = 8;
    private static final int MAX_SHOWN_LENGTH = 80;

    private TaskTriggers() {
    }

    /** {@code at boot, when a user logs on}; empty without a trigger. */
    static String words(XmlElement task) {
        List<XmlElement> triggers = task.at("Triggers").map(XmlElement::children).orElse(List.of());
        List<String> words = new ArrayList<>(triggers.stream().limit(MAX_TRIGGER_COUNT).map(TaskTriggers::word).toList());
        if (triggers.size() > MAX_TRIGGER_COUNT) {
            words.add("and on " + (triggers.size() - MAX_TRIGGER_COUNT) + " more triggers");
        }
        return String.join(", ", words);
    }

    private static String word(XmlElement trigger) {
        String when = switch (trigger.name()) {
            case "BootTrigger" -> "at boot";
            case "LogonTrigger" -> trigger.textAt("UserId").isEmpty() ? "when a user logs on"
                    : "when " + cut(trigger.textAt("UserId")) + " logs on";
            case "RegistrationTrigger" -> "when it is registered";
            case "IdleTrigger" -> "when the machine is idle";
            case "TimeTrigger" -> "once" + from(trigger);
            case "CalendarTrigger" -> calendar(trigger) + from(trigger);
            case "EventTrigger" -> "on an event";
            case "SessionStateChangeTrigger" -> "on a session's " + cut(trigger.textAt("StateChange"));
            case "WnfStateChangeTrigger" -> "on a state change of Windows";
            default -> "on " + cut(trigger.name());
        };
        String interval = trigger.textAt("Repetition", "Interval");
        boolean disabled = trigger.textAt("Enabled").equalsIgnoreCase("false");
        return when + (interval.isEmpty() ? "" : " and then every " + cut(interval)) + (disabled ? " (this trigger is disabled)" : "");
    }

    private static String calendar(XmlElement trigger) {
        return trigger.at("ScheduleByDay").isPresent() ? "by day" : trigger.at("ScheduleByWeek").isPresent() ? "by week"
                : trigger.at("ScheduleByMonth").isPresent() || trigger.at("ScheduleByMonthDayOfWeek").isPresent() ? "by month"
                : "by calendar";
    }

    private static String from(XmlElement trigger) {
        return trigger.textAt("StartBoundary").isEmpty() ? "" : " from " + cut(trigger.textAt("StartBoundary"));
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN_LENGTH ? text : text.substring(0, MAX_SHOWN_LENGTH);
    }
}
