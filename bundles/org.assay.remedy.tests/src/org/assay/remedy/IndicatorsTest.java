package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.addedKey;
import static org.assay.remedy.Changes.contents;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.moved;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.untagged;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.sha256;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Bytes;
import org.assay.remedy.Indicator.Content;
import org.assay.remedy.Indicator.FilePlace;
import org.assay.remedy.Indicator.Key;
import org.assay.remedy.Indicator.Sign;
import org.assay.remedy.Indicator.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {

    private static final String RUN = "HKLM\\Software\\Run";
    private static final String LONG_RUN = "HKEY_LOCAL_MACHINE\\Software\\Run";

    private static List<Sign> signs(ExportContents contents) {
        return Indicators.of(contents).all().stream().map(Indicator::sign).toList();
    }

    private static List<Sign> signs(Change change) {
        return signs(contents(tagged(Decision.QUARANTINE, change)));
    }

    private static Content content(String text) {
        return new Content(sha256(text).hex(), text.length());
    }

    private static ExportContents started(TaggedChange change) {
        Location location = change.change().location();
        StartupEntry entry = new StartupEntry("run-hklm", "Run", "Run", "T1547.001", Severity.HIGH, location, "evil", "evil.exe",
                TargetOutcome.MISSING, "", Optional.empty(), false, false, Optional.empty(), EntryDetails.NONE);
        return contents(List.of(change), List.of(new StartupRow(entry, EntryChange.ADDED, Optional.empty(), TargetVerdict.MISSING,
                Severity.HIGH, "", 600)), List.of(), List.of());
    }

    @Test
    void anAddedFileIsKnownByItsContentAndItsPlace() {
        assertEquals(List.of(content("worm"), new FilePlace("C:\\WINDOWS", "evil.exe")),
                signs(added(1, file("C:/WINDOWS/evil.exe", "worm"))));
        assertEquals(List.of(content("worm"), new FilePlace("C:\\", "evil.exe")), signs(added(1, file("C:/evil.exe", "worm"))));
        assertEquals(List.of(new FilePlace("C:\\a", "link")), signs(added(1, link("C:/a/link", "x"))));
    }

    @Test
    void whatTheBaselineHasIsNoIndicator() {
        assertEquals(List.of(content("worm")), signs(modified(1, file("C:/a.exe", "good"), file("C:/a.exe", "worm"), Attribute.CONTENT)));
        assertEquals(List.of(new FilePlace("C:\\b", "svchost.exe")),
                signs(moved(1, file("C:/nc.exe", "nc"), file("C:/b/svchost.exe", "nc"))));
        assertEquals(List.of(new FilePlace("C:\\b", "sethc.exe")), signs(contents(
                tagged(Decision.QUARANTINE, added(1, file("C:/b/sethc.exe", "cmd"))), untagged(removed(2, file("C:/cmd.exe", "cmd"))))));
        assertEquals(List.of(new FilePlace("C:\\", "empty")), signs(added(1, file("C:/empty", ""))));
        assertEquals(List.of(), signs(removed(1, file("C:/a.exe", "good"))));
    }

    @Test
    void aContentAtSeveralPlacesIsListedOnce() {
        assertEquals(List.of(content("worm"), new FilePlace("C:\\", "a"), new FilePlace("C:\\", "b")), signs(contents(
                tagged(Decision.QUARANTINE, added(1, file("C:/a", "worm"))), tagged(Decision.QUARANTINE, added(2, file("C:/b", "worm"))))));
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT", "INVESTIGATE", "REPAIR"})
    void onlyQuarantineMakesAFileAnIndicator(Decision decision) {
        assertEquals(List.of(), signs(contents(tagged(decision, added(1, file("C:/a", "worm"))))));
    }

    @Test
    void aStartupEntryIsAnIndicatorWhenItIsTaggedToGo() {
        TaggedChange run = tagged(Decision.REPAIR, added(1, string(RUN, "evil", "evil.exe")));
        assertEquals(List.of(new Value(LONG_RUN, "evil", Optional.of("evil.exe"))), signs(started(run)));
        assertEquals(List.of(), signs(contents(run)));
        assertEquals(List.of(), signs(started(untagged(run.change()))));
        TaggedChange ini = tagged(Decision.REPAIR, modified(1, file("C:/win.ini", "a"), file("C:/win.ini", "b"), Attribute.CONTENT));
        assertEquals(List.of(), signs(started(ini)));
    }

    @Test
    void aValueThatCleanMachinesHaveIsAnIndicatorWithItsDataOnly() {
        Bytes one = Bytes.ofHex("01000000");
        ValueItem number = new ValueItem(keyPlace(RUN).value("n"), ValueType.DWORD, one);
        assertEquals(List.of(new Value(LONG_RUN, "n", Optional.empty())), signs(added(1, number)));
        assertEquals(List.of(), signs(modified(1, string(RUN, "n", "x"), number, Attribute.VALUE_DATA)));
        ValueItem halfPair = new ValueItem(keyPlace(RUN).value("n"), ValueType.SZ, Bytes.ofHex("00d80000"));
        assertEquals(List.of(), signs(modified(1, string(RUN, "n", "x"), halfPair, Attribute.VALUE_DATA)));
        assertEquals(List.of(new Value(LONG_RUN, "", Optional.of("y"))),
                signs(modified(1, string(RUN, "", "x"), string(RUN, "", "y"), Attribute.VALUE_DATA)));
    }

    @ParameterizedTest
    @CsvSource({"HKLM\\Software\\X, HKEY_LOCAL_MACHINE\\Software\\X", "HKCU\\Software\\X, HKEY_CURRENT_USER\\Software\\X",
            "HKU\\ann\\Software\\X, HKEY_CURRENT_USER\\Software\\X", "HKU\\S-1-5-21-7-8-9-1001\\X, HKEY_CURRENT_USER\\X",
            "HKU\\.DEFAULT\\X, HKEY_USERS\\.DEFAULT\\X", "HKU\\S-1-5-18\\X, HKEY_USERS\\S-1-5-18\\X"})
    void keysAreNamedAsOnEveryMachine(String key, String path) {
        assertEquals(List.of(new Key(path)), signs(addedKey(1, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIVE\\Run", "HKLM\\AMCACHE\\X", "HKU\\ann_Classes\\X"})
    void keysWithoutANameOnOtherMachinesAreTold(String key) {
        Indicators indicators = Indicators.of(contents(tagged(Decision.QUARANTINE, addedKey(7, key))));
        assertEquals(List.of(), indicators.all());
        assertEquals(List.of(7), indicators.without());
    }

    @Test
    void aNameThatReadsAsSeveralIsNoPlace() {
        for (String name : List.of("a\\b", "a/b", "..", ".", "", "\ud83d", "\udc80", "\uffff")) {
            Location place = Location.file("C:", name, "x.exe");
            assertEquals(List.of(content("worm")), signs(added(1, file(place, "worm"))), place::text);
        }
        assertEquals(List.of(), signs(added(1, new ValueItem(Changes.keyBelow(RUN, "a\\b").value("x"), ValueType.SZ, Bytes.EMPTY))));
        assertEquals(List.of(content("worm"), new FilePlace("/etc", "a\\b")),
                signs(added(1, file(Location.file("", "etc", "a\\b"), "worm"))));
        assertEquals(List.of(content("worm")), signs(added(1, file(Location.file("disk", "etc", "x"), "worm"))));
    }
}
