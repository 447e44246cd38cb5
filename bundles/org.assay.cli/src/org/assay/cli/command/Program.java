package org.assay.cli.command;

import org.assay.cli.output.Terminal;
import org.assay.model.casefile.CaseWait;

/** What the program has for each of its commands. */
public interface Program {

    String WAIT = "How long to wait for a case that another process writes; 0 fails at once. By default 30. Lists show what"
            + " was there when they began and need not wait.";
    String WAIT_SECONDS = "30";

    Terminal terminal();

    /** Remembers what was put into the case, a sentence for the case that the command fails afterwards. */
    void stored(String what);

    /** As {@code --wait} says; a request to stop ends it, too. */
    CaseWait waiting(int seconds);

    /** Progress on a line of the terminal, or none in a pipe; close it before anything else is written. */
    Watch watch();
}
