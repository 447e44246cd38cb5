package org.assay.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserProfilesTest {

    private static List<String> names(Map<String, String> folders) {
        return UserProfiles.of(folders).all().stream().map(profile -> profile.sid() + " " + profile.name()).toList();
    }

    @Test
    void aUserIsCalledLikeTheFolderOfTheProfile() {
        assertEquals(List.of("S-1-5-21-1-1001 ann", "S-1-5-21-1-1002 bob.PC"),
                names(Map.of("S-1-5-21-1-1002", "%SystemDrive%\\Users\\bob.PC", "S-1-5-21-1-1001", "D:\\People/ann")));
    }

    @Test
    void ofTwoUsersWithFoldersOfOneNameTheFirstBySidHasIt() {
        assertEquals(List.of("S-1-5-21-1-1001 ANN"), names(Map.of("S-1-5-21-1-1002", "C:\\ann", "S-1-5-21-1-1001", "D:\\ANN")));
    }

    @ParameterizedTest
    @CsvSource({"S-1-5-18, C:\\Windows\\system32\\config\\systemprofile", "S-1-5-19, C:\\x\\LocalService", "S-1-5-20, C:\\x",
        "S-1-5-21-1-1001, C:\\Users\\", "S-1-5-21-1-1001, C:\\Users\\.Default", "S-1-5-21-1-1001, C:\\Users\\S-1-5-19",
        "S-1-5-21-1-1001, ''", "S-1-5-21-1-1001, C:\\*"})
    void someHaveNoNameOfTheirOwn(String sid, String folder) {
        assertEquals(List.of(), names(Map.of(sid, folder)));
    }

    @ParameterizedTest
    @CsvSource({"S-1-5-21-1-1001, ProfileImagePath, S-1-5-21-1-1001", "s-1-5-18, PROFILEIMAGEPATH, s-1-5-18", "S-1-5-21-1-1001, Sid,",
        "S-1-5-21-1-1001.bak, ProfileImagePath,", "ann, ProfileImagePath,"})
    void onlyTheFolderOfASidTellsAUser(String key, String value, String sid) {
        assertEquals(Optional.ofNullable(sid), UserProfiles.sidOf(UserProfiles.LIST.child(key).value(value)));
        assertEquals(Optional.empty(), UserProfiles.sidOf(UserProfiles.LIST.child("x").child(key).value(value)));
        assertEquals(Optional.empty(), UserProfiles.sidOf(Location.key("HKLM", "a", "b", "c", "d", "e", key).value(value)));
    }

    @Test
    void aUserIsFoundWhateverTheCase() {
        assertEquals("S-1-5-21-1-1001", UserProfiles.of(Map.of("S-1-5-21-1-1001", "C:\\Ann")).named("aNN").orElseThrow().sid());
        assertEquals(Optional.empty(), UserProfiles.of(Map.of()).named("ann"));
    }
}
