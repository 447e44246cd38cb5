package org.assay.startup.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.item.ValueItem;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.StringValue;

/**
 * What the registry says of class ids. A user's own class comes before the machine's (Microsoft Learn, "Merged View of
 * HKEY_CLASSES_ROOT"), and a 32-bit program sees classes of its own first ("Shared Registry Keys").
 */
public final class ClassFacts {

    private final Map<String, ClassEntry> userClasses = new HashMap<>();
    private final Map<String, ClassEntry> machineClasses = new HashMap<>();
    private final Map<String, ClassEntry> userClasses32 = new HashMap<>();
    private final Map<String, ClassEntry> machineClasses32 = new HashMap<>();
    private final Map<String, String> localServices = new HashMap<>();
    private final Map<String, List<String>> classesOfApplication = new HashMap<>();

    /** The values below one class id, by the subkey's folded name; {@code KEY\VALUE} where it is not the default value. */
    private record ClassEntry(Map<String, String> values) {

        Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name)).filter(text -> !text.isBlank());
        }
    }

    /** What a class id stands for. */
    public sealed interface Server {

        /** A library, loaded into whoever asks. */
        record Library(String name) implements Server {
        }

        /** A command of its own, or an address. */
        record Command(String text) implements Server {
        }

        /** A service. */
        record Service(String name) implements Server {
        }
    }

    /** Takes notice of a value directly below a class id's key, or one key further down. */
    void see(ValueItem value) {
        List<String> names = value.location().components();
        int id = idAt(names);
        Optional<String> text = StringValue.of(value);
        if (id < 0 || text.isEmpty()) {
            return;
        }
        boolean is32Bit = names.subList(0, id).stream().anyMatch(name -> RegistryName.fold(name).equals("WOW6432NODE"));
        String root = RegistryName.fold(names.getFirst());
        boolean machine = root.equals("HKLM") || root.equals("HKCR");
        Map<String, ClassEntry> classes = machine ? is32Bit ? machineClasses32 : machineClasses
                : is32Bit ? userClasses32 : userClasses;
        String folded = RegistryName.fold(names.get(id));
        String name = RegistryName.fold(names.getLast());
        boolean own = id == names.size() - 2;
        String key = own ? "\\" + name : RegistryName.fold(names.get(id + 1)) + (name.isEmpty() ? "" : "\\" + name);
        classes.computeIfAbsent(folded, _ -> new ClassEntry(new HashMap<>(2))).values().putIfAbsent(key, text.get());
        if (key.equals("\\APPID")) {
            classesOfApplication.computeIfAbsent(RegistryName.fold(text.get()), _ -> new ArrayList<>(1)).add(names.get(id));
        }
    }

    /** Takes notice of a value of an application id. */
    void application(ValueItem value) {
        List<String> names = value.location().components();
        if (RegistryName.fold(names.getLast()).equals("LOCALSERVICE")) {
            StringValue.of(value).ifPresent(text -> localServices.putIfAbsent(RegistryName.fold(names.get(names.size() - 2)), text));
        }
    }

    private static int idAt(List<String> names) {
        for (int at = names.size() - 2; at > 0 && at >= names.size() - 3; at--) {
            if (RegistryName.fold(names.get(at - 1)).equals("CLSID")) {
                return at;
            }
        }
        return -1;
    }

    /** What {@code classId} stands for; {@code is32Bit} when a 32-bit program on 64-bit Windows asks. TreatAs is followed once. */
    public Optional<Server> server(String classId, boolean is32Bit) {
        Optional<ClassEntry> entry = find(RegistryName.fold(classId), is32Bit);
        Optional<String> other = entry.flatMap(each -> each.value("TREATAS"));
        return (other.isPresent() ? find(RegistryName.fold(other.get().strip()), is32Bit) : entry).flatMap(this::server);
    }

    /** The class ids that the application {@code id} hosts. */
    public List<String> classesOf(String id) {
        return classesOfApplication.getOrDefault(RegistryName.fold(id), List.of());
    }

    /** Whether a user's own class takes the place of a machine's class. */
    public boolean isShadowed(String classId) {
        String folded = RegistryName.fold(classId);
        return userClasses.containsKey(folded) && machineClasses.containsKey(folded)
                || userClasses32.containsKey(folded) && machineClasses32.containsKey(folded);
    }

    private Optional<ClassEntry> find(String folded, boolean is32Bit) {
        List<Map<String, ClassEntry>> order = is32Bit ? List.of(userClasses32, machineClasses32, userClasses, machineClasses)
                : List.of(userClasses, machineClasses, userClasses32, machineClasses32);
        return order.stream().map(classes -> classes.get(folded)).filter(each -> each != null && isServer(each)).findFirst();
    }

    private boolean isServer(ClassEntry entry) {
        return entry.value("TREATAS").isPresent() || server(entry).isPresent();
    }

    /** A scriptlet's and an assembly's host is a system library, so what it hosts comes first. */
    private Optional<Server> server(ClassEntry entry) {
        Optional<String> library = entry.value("INPROCSERVER32");
        String host = library.map(RegistryName::fold).orElse("");
        Optional<Server> hosted = host.isEmpty() || host.endsWith("SCROBJ.DLL")
                ? entry.value("SCRIPTLETURL").map(Server.Command::new)
                : host.endsWith("MSCOREE.DLL") ? entry.value("INPROCSERVER32\\CODEBASE").map(Server.Library::new) : Optional.empty();
        return hosted.or(() -> library.map(Server.Library::new))
                .or(() -> entry.value("LOCALSERVER32").map(Server.Command::new))
                .or(() -> entry.value("LOCALSERVER32\\SERVEREXECUTABLE").map(Server.Command::new))
                .or(() -> entry.value("INPROCHANDLER32").map(Server.Library::new))
                .or(() -> entry.value("\\APPID").flatMap(id -> Optional.ofNullable(localServices.get(RegistryName.fold(id))))
                        .map(Server.Service::new));
    }
}
