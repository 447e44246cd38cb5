package org.assay.remedy.plan;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.tagged;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedItemsTest {

    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services";

    private static List<Managed> stopped(TaggedChange... changes) {
        return Planner.plan(List.of(changes), _ -> true, List.of()).actions().stream().filter(Action.StopManaged.class::isInstance)
                .map(action -> ((Action.StopManaged) action).managed()).toList();
    }

    private static List<Managed> stoppedBy(Item... items) {
        List<TaggedChange> changes = new ArrayList<>();
        for (Item item : items) {
            changes.add(tagged(Decision.QUARANTINE, added(changes.size() + 1, item)));
        }
        return stopped(changes.toArray(TaggedChange[]::new));
    }

    @ParameterizedTest
    @CsvSource({"2,0x10,0,auto", "2,0x10,1,delayed-auto", "3,0x20,1,demand", "4,0x110,0,disabled", "0,0x10,0,boot", "1,0x60,0,system"})
    void anAddedServiceIsStoppedWithTheStartTypeThatUndoingGivesBack(int start, String type, int delayed, String word) {
        String path = SERVICES + "\\evil & more";
        List<Item> held = List.of(dword(path, "DelayedAutostart", delayed), string(path, "ImagePath", "evil.exe"), dword(path, "Start",
                start),
                dword(path, "Type", Integer.decode(type)));
        List<Item> all = new ArrayList<>(List.of(key(path)));
        all.addAll(held);
        assertEquals(List.of(new Managed.WindowsService("evil & more", key(path), word, held)), stoppedBy(all.toArray(Item[]::new)));
    }

    @Test
    void driversAndKeysWithoutTheirTypesAndKeysBelowAServiceAreNoServices() {
        String path = SERVICES + "\\evil";
        assertEquals(List.of(), stoppedBy(key(path), dword(path, "Start", 2), dword(path, "Type", 1)), "a driver is not stopped");
        assertEquals(List.of(), stoppedBy(key(path), dword(path, "Start", 2)));
        assertEquals(List.of(), stoppedBy(key(path), dword(path, "Start", 5), dword(path, "Type", 0x10)));
        assertEquals(List.of(), stoppedBy(key(path), dword(path, "Start", -1), dword(path, "Type", 0x10)));
        assertEquals(List.of(), stoppedBy(key(path + "\\a"), dword(path + "\\a", "Start", 2), dword(path + "\\a", "Type", 0x10)));
        assertEquals(List.of(), stoppedBy(key(path), dword(path + "\\a", "Start", 2), dword(path + "\\a", "Type", 0x10),
                key(path + "\\a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/systemd/system/e.service", "/run/systemd/system/e@.service", "/usr/lib/systemd/system/e.timer",
        "/lib/systemd/system/a\\x2db.socket"})
    void anAddedUnitIsStopped(String path) {
        assertEquals(List.of(new Managed.SystemdUnit(path.substring(path.lastIndexOf('/') + 1), file(path, "[Unit]"))),
                stoppedBy(file(path, "[Unit]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/systemd/system/e.service.d/x.conf", "/etc/systemd/system/a b.service", "/etc/systemd/system/e.target",
        "/etc/systemd/system/$(x).service", "/etc/systemd/user/e.service", "/srv/etc/systemd/system/e.service",
                "/etc/systemd/system/*.service",
        "/Library/LaunchAgents/a.plist", "C:/Windows/System32/Tasks", "C:/Windows/Tasks/a.job"})
    void whatDefinesNothingThatTheSystemRunsByThatNameIsNotStopped(String path) {
        assertEquals(List.of(), stoppedBy(file(path, "x")));
    }

    @Test
    void tasksAndDaemonsAreKnownByTheirPlace() {
        assertEquals(List.of(new Managed.ScheduledTask("\\Microsoft\\evil & more", file("C:/WINNT/system32/tasks/Microsoft/evil & more",
                "x")),
                new Managed.ScheduledTask("\\a", file("C:/Windows/System32/Tasks/a", "y")),
                new Managed.LaunchdDaemon("a.plist", file("/Library/LaunchDaemons/a.plist", "z"))),
                stoppedBy(file("C:/WINNT/system32/tasks/Microsoft/evil & more", "x"), file("C:/Windows/System32/Tasks/a", "y"),
                        file("/Library/LaunchDaemons/a.plist", "z")));
    }

    @Test
    void whatTheBaselineHasTooAndALinkGoOn() {
        String ssh = "/etc/systemd/system/ssh.service";
        assertEquals(List.of(), stopped(tagged(Decision.REPAIR, modified(1, file(ssh, "a"), file(ssh, "b"), Attribute.CONTENT)),
                tagged(Decision.QUARANTINE, modified(2, file("/lib/systemd/system/a.service", "a"), file("/lib/systemd/system/a.service",
                        "b"),
                        Attribute.CONTENT))));
        assertEquals(List.of(), stoppedBy(link("/etc/systemd/system/e.service", "/dev/null")));
    }
}
