package org.assay.model.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

class ExtendedAttributeTest {

    @Test
    void anAccessListReadsAsItsEntries() {
        Bytes value = Bytes.ofHex("02000000" + "01000600ffffffff" + "02000500e8030000" + "04000400ffffffff" + "10000500ffffffff"
                + "20000000ffffffff");
        assertEquals("user::rw-,user:1000:r-x,group::r--,mask::r-x,other::---", ExtendedAttribute.text("system.posix_acl_access", value));
    }

    @Test
    void capabilitiesReadAsTheirNames() {
        assertEquals("cap_net_raw=ep", ExtendedAttribute.text("security.capability",
                Bytes.ofHex("0100000200200000000000000000000000000000")));
        assertEquals("cap_chown=p,cap_checkpoint_restore=i for root 1000", ExtendedAttribute.text("security.capability",
                Bytes.ofHex("0000000301000000000000000000000000010000e8030000")));
        assertEquals("none", ExtendedAttribute.text("security.capability", Bytes.ofHex("0100000200000000000000000000000000000000")));
    }

    @Test
    void permittedCapabilitiesAreThoseThatStartingGives() {
        assertEquals(Set.of("cap_setuid", "cap_63"), ExtendedAttribute.permittedCapabilities(
                Bytes.ofHex("0100000280000000ffffffff0000008000000000")));
        assertEquals(Set.of(), ExtendedAttribute.permittedCapabilities(Bytes.ofHex("010000028000")));
        assertEquals(Set.of(), ExtendedAttribute.permittedCapabilities(Bytes.EMPTY));
    }

    @Test
    void textReadsAsItIsAndOtherBytesAsDigits() {
        assertEquals("unconfined_u:object_r:etc_t:s0", text("unconfined_u:object_r:etc_t:s0\0"));
        assertEquals("0x610a62", text("a\nb"));
        assertEquals("0xff00", ExtendedAttribute.text("user.x", Bytes.ofHex("ff00")));
        assertEquals("0x0200000001", ExtendedAttribute.text("system.posix_acl_access", Bytes.ofHex("0200000001")));
        assertEquals("", text(""));
    }

    @Property
    void anyBytesMakeOneLineThatIsSafeToShow(@ForAll byte[] value, @ForAll boolean acl) {
        String text = ExtendedAttribute.text(acl ? "system.posix_acl_default" : "security.capability", Bytes.copyOf(value));
        assertFalse(text.chars().anyMatch(unit -> unit < ' ' || unit == 0x202e || Character.isSurrogate((char) unit)
                && !Character.isValidCodePoint(unit)), text);
    }

    private static String text(String value) {
        return ExtendedAttribute.text("user.x", Bytes.copyOf(value.getBytes(StandardCharsets.UTF_8)));
    }
}
