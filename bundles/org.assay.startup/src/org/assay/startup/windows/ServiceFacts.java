package org.assay.startup.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.LittleEndian;
import org.assay.startup.text.StringValue;

/** What the registry says of services and drivers (Microsoft Learn, "HKLM\SYSTEM\CurrentControlSet\Services Registry Tree"). */
public final class ServiceFacts {

    private static final String CURRENT = "CURRENTCONTROLSET";
    /** What a failure action does: runs the failure command (Microsoft Learn, "SC_ACTION"). */
    private static final int RUN_COMMAND = 3;
    private static final int FIRST_ACTION = 20;
    private static final int MAX_ACTION_COUNT = 64;

    private final Map<String, Service> services = new LinkedHashMap<>();
    private String currentSet = CURRENT;

    /** One service of one control set. Zero or more of its facts may be unknown. */
    public static final class Service {

        private final Location key;
        private Optional<String> command = Optional.empty();
        private Optional<String> library = Optional.empty();
        private Optional<String> ownLibrary = Optional.empty();
        private Optional<String> user = Optional.empty();
        private Optional<Integer> start = Optional.empty();
        private Optional<Integer> type = Optional.empty();
        private Optional<Boolean> runsFailureCommand = Optional.empty();

        private Service(Location key) {
            this.key = key;
        }

        public Location key() {
            return key;
        }

        public Optional<String> command() {
            return command;
        }

        /** What {@code svchost} loads: the parameters' library before the key's own. */
        public Optional<String> library() {
            return library.or(() -> ownLibrary);
        }

        /** The account that it runs as. */
        public Optional<String> user() {
            return user;
        }

        public boolean isDisabled() {
            return start.filter(number -> number == 4).isPresent();
        }

        /** Whether it is a driver, which needs no command: its file then is {@code System32\drivers\<name>.sys}. */
        boolean isDriver() {
            return type.filter(number -> (number & 0x0b) != 0).isPresent();
        }

        public boolean neverRunsFailureCommand() {
            return runsFailureCommand.map(runs -> !runs).orElse(true);
        }

        /** When it starts; empty when the registry does not say. */
        public Optional<String> when() {
            return start.map(number -> switch (number) {
                case 0 -> "It is loaded with the kernel.";
                case 1 -> "It starts while the system starts.";
                case 2 -> "It starts automatically.";
                case 3 -> "It starts when something asks for it.";
                case 4 -> "It is disabled.";
                default -> "Its start type is " + number + ".";
            });
        }

        private void see(ValueItem value, boolean parameters) {
            String name = RegistryName.fold(value.location().name());
            Optional<String> text = StringValue.of(value);
            if (parameters) {
                library = name.equals("SERVICEDLL") ? text : library;
                return;
            }
            switch (name) {
                case "IMAGEPATH" -> command = text;
                case "SERVICEDLL" -> ownLibrary = text;
                case "OBJECTNAME" -> user = text;
                case "START" -> start = number(value);
                case "TYPE" -> type = number(value);
                case "FAILUREACTIONS" -> runsFailureCommand = Optional.of(runsCommand(LittleEndian.of(value.data().toArray())));
                default -> {
                }
            }
        }

        private static Optional<Integer> number(ValueItem value) {
            return value.type() == ValueType.DWORD && value.data().length() == Integer.BYTES
                    ? Optional.of((int) LittleEndian.of(value.data().toArray()).u32(0)) : Optional.empty();
        }

        /** SERVICE_FAILURE_ACTIONS as it is stored: the count at offset 12, eight bytes an action from offset 20. */
        private static boolean runsCommand(LittleEndian actions) {
            long count = Math.min(actions.u32(12), MAX_ACTION_COUNT);
            for (int number = 0; number < count; number++) {
                if (actions.u32(FIRST_ACTION + 8L * number) == RUN_COMMAND) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Takes notice of a value of the service's key, or of its parameters. */
    void see(ValueItem value, boolean parameters) {
        List<String> names = value.location().components();
        Location key = Location.key(names.subList(0, 5).toArray(String[]::new));
        services.computeIfAbsent(key(names.get(2), names.get(4)), _ -> new Service(key)).see(value, parameters);
    }

    /** Takes notice of a value that tells which control set the system used last. */
    void select(ValueItem value) {
        if (RegistryName.fold(value.location().name()).equals("CURRENT")) {
            Service.number(value).ifPresent(number -> currentSet = "CONTROLSET%03d".formatted(number));
        }
    }

    /** The service {@code name} of the control set {@code set}, or of the current one when {@code set} is empty; else of any. */
    public Optional<Service> service(String name, String set) {
        List<String> sets = new ArrayList<>(List.of(set, CURRENT, currentSet, "CONTROLSET001", "CONTROLSET002", "CONTROLSET003"));
        return sets.stream().map(each -> services.get(key(each, name))).filter(each -> each != null).findFirst();
    }

    /** Whether {@code where} lies in a control set that the system did not use last. */
    public boolean isInactive(Location where) {
        List<String> names = where.components();
        if (names.size() < 3 || !RegistryName.fold(names.get(1)).equals("SYSTEM") || currentSet.equals(CURRENT)) {
            return false;
        }
        String set = RegistryName.fold(names.get(2));
        return set.startsWith("CONTROLSET") && !set.equals(currentSet);
    }

    /** The drivers without a command, which Windows looks for by their name. */
    public List<Service> driversWithoutCommand() {
        return services.values().stream().filter(service -> service.isDriver() && service.start.isPresent()
                && service.command.filter(text -> !text.isBlank()).isEmpty())
                .sorted(Comparator.comparing(Service::key, Location.ORDER)).toList();
    }

    private static String key(String set, String name) {
        return RegistryName.fold(set) + "\\" + RegistryName.fold(name);
    }
}
