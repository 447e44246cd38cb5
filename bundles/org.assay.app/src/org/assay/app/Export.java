package org.assay.app;

import java.nio.file.Path;
import java.util.List;

import org.assay.model.Plan;

/** A written remediation export: its folder, the files in it, and the plan they carry out. */
public record Export(Path folder, List<Path> files, Plan plan) {
}
