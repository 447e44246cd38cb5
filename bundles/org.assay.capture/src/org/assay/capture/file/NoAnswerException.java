package org.assay.capture.file;

import java.io.IOException;
import java.time.Duration;

/** A call on evidence did not return within the time limit. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    public NoAnswerException(Duration limit) {
        super("the system did not answer within " + seconds(limit));
    }

    private static String seconds(Duration limit) {
        String number = limit.toMillis() % 1000 == 0 ? Long.toString(limit.toSeconds()) : Double.toString(limit.toMillis() / 1000.0);
        return number + (number.equals("1") ? " second" : " seconds");
    }
}
