package org.assay.capture.registry;

import java.util.List;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryRemnant;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;

/** Takes no notice of anything, for a first look at a source; what it leaves out is told when the source is read for good. */
class SilentRegistrySink implements RegistrySink {

    @Override
    public void key(RegistryKey key) {
    }

    @Override
    public void value(RegistryValue value) {
    }

    @Override
    public void deletedKey(List<String> path) {
    }

    @Override
    public void deletedValue(List<String> key, String name) {
    }

    @Override
    public void remnant(RegistryRemnant remnant) {
    }

    @Override
    public void problem(RegistryProblem problem) {
    }
}
