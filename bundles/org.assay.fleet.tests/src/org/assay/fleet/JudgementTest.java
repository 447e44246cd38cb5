package org.assay.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Decision;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.fleet.HostAnswer;
import org.assay.model.fleet.HostState;
import org.assay.testkit.Items;

class JudgementTest {

    private static Machines infected(Machines machines, String host, String variant, int minute) {
        String time = "2000-05-04T08:%02d:00Z".formatted(minute);
        IntStream.rangeClosed(1, 4).forEach(number -> machines.added(host, Severity.HIGH,
                Machines.file("C:/WINDOWS/" + variant + number + ".vbs", variant + number, time)));
        return machines.added(host, Severity.HIGH, Machines.file("C:/WINDOWS/dropper.exe", "dropper", "1999-01-01T00:00:00Z"));
    }

    private static HostAnswer of(FleetHosts answers, String host) {
        return answers.hosts().stream().filter(answer -> answer.host().name().equals(host)).findFirst().orElseThrow();
    }

    private static Machines twoVariants() {
        Machines machines = new Machines();
        List.of("a1", "a2", "a3", "b1", "b2", "part", "clean").forEach(machines::host);
        infected(machines, "a1", "love", 30);
        infected(machines, "a2", "love", 10);
        infected(machines, "a3", "love", 20);
        infected(machines, "b1", "joke", 40);
        infected(machines, "b2", "joke", 50);
        return machines.added("part", Severity.HIGH, Machines.file("C:/WINDOWS/dropper.exe", "dropper", "1999-01-01T00:00:00Z"));
    }

    @Test
    void variantsAreToldApartAndAHostWithFewMarksHasItPartly() {
        FleetHosts answers = Judgement.of(twoVariants().read());
        assertEquals(List.of("A", "B"), answers.variants().stream().map(variant -> variant.name()).toList());
        assertEquals(List.of(3, 2), answers.variants().stream().map(variant -> variant.hosts().count()).toList());
        assertEquals(Optional.of("A"), of(answers, "a3").variant());
        assertEquals(Optional.of("B"), of(answers, "b2").variant());
        assertEquals(HostState.INFECTED, of(answers, "b1").state());
        assertEquals(HostState.PARTLY, of(answers, "part").state());
        assertEquals("has 1 of the 5 marks of variant A", of(answers, "part").why());
        assertEquals(HostState.CLEAN, of(answers, "clean").state());
    }

    @Test
    void theOrderFollowsTimesThatAreOfTheHostAndNotThoseThatCameWithTheFile() {
        FleetHosts answers = Judgement.of(twoVariants().read());
        assertEquals(OptionalInt.of(1), of(answers, "a2").order());
        assertEquals(OptionalInt.of(2), of(answers, "a3").order());
        assertEquals(OptionalInt.of(5), of(answers, "b2").order());
        assertTrue(of(answers, "part").order().isEmpty(), "it has nothing but what came with its time");
        assertTrue(of(answers, "clean").trace().isEmpty());
    }

    @Test
    void nothingIsCalledCleanWhereOthersHaveAMarkAndNobodyLooked() {
        Machines machines = twoVariants().host("denied").gap("denied", Location.file("C:", "WINDOWS", "joke1.vbs"))
                .notCompared("unknown");
        FleetHosts answers = Judgement.of(machines.read());
        assertEquals(HostState.NOT_JUDGED, of(answers, "denied").state());
        assertEquals(1, of(answers, "denied").untold());
        assertEquals("has no mark, but 1 of the 9 marks lie where nothing is known of it", of(answers, "denied").why());
        assertEquals(HostState.NOT_JUDGED, of(answers, "unknown").state());
        assertEquals("it is not compared", of(answers, "unknown").why());
    }

    @Test
    void namesThatAreMadeUpOnEachHostMakeNoVariants() {
        Machines machines = new Machines();
        for (int host = 0; host < 4; host++) {
            String name = "h" + host;
            machines.host(name).added(name, Severity.HIGH, Items.file("C:/common.exe", "worm"));
            for (int copy = 0; copy < 5; copy++) {
                machines.added(name, Severity.HIGH, Items.file("C:/" + host + "random" + copy + ".exe", "worm"));
            }
        }
        assertEquals(1, Judgement.of(machines.read()).variants().size());
    }

    @Test
    void whatIsAcceptedIsNoMarkAndWhatIsTaggedIsOne() {
        Machines machines = new Machines().host("a").host("b").tagged("a", Decision.REPAIR, Items.file("C:/a", "a"))
                .tagged("b", Decision.ACCEPT, Items.file("C:/b", "b"));
        FleetHosts answers = Judgement.of(machines.read());
        assertEquals(List.of(HostState.INFECTED, HostState.CLEAN), answers.hosts().stream().map(HostAnswer::state).toList());
    }

    @Test
    void theNearestHostIsTheOneWithTheSameMarks() {
        FleetHosts answers = Judgement.of(twoVariants().read());
        assertEquals("b2", of(answers, "b1").nearest().orElseThrow().host().name());
        assertEquals(0, of(answers, "b1").nearest().orElseThrow().distance());
        assertEquals(0.8, of(answers, "part").nearest().orElseThrow().distance(), 1e-9);
    }
}
