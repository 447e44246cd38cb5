package org.assay.content;

import java.util.List;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;

/** Reads the attributes of a signer, signed and unsigned ones alike. */
final class SignerAttributes {

    private SignerAttributes() {
    }

    /** The values of the attribute of {@code type}; none without attributes. */
    static List<ASN1Encodable> values(AttributeTable attributes, ASN1ObjectIdentifier type) {
        Attribute attribute = attributes == null ? null : attributes.get(type);
        return attribute == null ? List.of() : List.of(attribute.getAttributeValues());
    }
}
