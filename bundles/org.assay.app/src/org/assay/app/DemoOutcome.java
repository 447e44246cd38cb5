package org.assay.app;

import java.nio.file.Path;

/** What the demo made: the case, closed again, and what was seen and written on the way. */
public record DemoOutcome(Path caseFile, ChangeList changes, StartupList startup, Export export) {
}
