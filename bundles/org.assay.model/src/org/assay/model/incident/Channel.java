package org.assay.model.incident;

/** How people were told. Stored by name, so a constant is never renamed. */
public enum Channel {
    IN_PERSON, PHONE, VOICE_MAIL, PUBLIC_ADDRESS, PAPER, TEXT_MESSAGE, CHAT, MAIL, WEB_PAGE, OTHER
}
