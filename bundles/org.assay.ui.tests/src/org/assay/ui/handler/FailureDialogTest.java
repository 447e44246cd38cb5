package org.assay.ui.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.junit.jupiter.api.Test;

class FailureDialogTest {

    private static String sentence(String message, Throwable cause) {
        return FailureDialog.sentence(new Status(IStatus.ERROR, "org.assay.ui", message, cause));
    }

    @Test
    void aUsersMistakeIsToldInItsOwnWords() {
        AssayException mistake = new AssayException(ErrorCode.CASE_FILE, "There is no case at x\u202e: check the path.");

        assertEquals("There is no case at x\\u{202e}: check the path.", sentence(mistake.getMessage(), null));
        assertEquals("There is no case at x\\u{202e}: check the path.", sentence("An internal error", mistake));
    }

    @Test
    void whatNobodyExpectedNamesTheLogAndShowsNoStack() {
        String sentence = sentence("An internal error", new IllegalStateException("boom"));

        assertTrue(sentence.startsWith("Assay met an unexpected error: java.lang.IllegalStateException: boom. Please report"),
                sentence);
        assertFalse(sentence.contains("\n") || sentence.contains("\tat "), sentence);
    }
}
