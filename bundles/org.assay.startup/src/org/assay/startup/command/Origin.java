package org.assay.startup.command;

import java.util.List;

import org.assay.model.Location;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.tree.Owner;

/**
 * Where a command stands, as far as it matters for finding what it starts.
 *
 * @param system the system that runs it
 * @param is32Bit whether a 32-bit program on 64-bit Windows runs it
 * @param service the service whose command it is; empty when it is none's
 * @param controlSet the control set that it belongs to; empty when it belongs to none
 * @param tree the tree that it stands in; empty in the registry
 * @param user whose it is; empty when it is the machine's
 * @param context what the command finds around it
 */
public record Origin(OperatingSystem system, boolean is32Bit, String service, String controlSet, String tree, String user,
        LaunchContext context) {

    /** The same place, for the command of {@code other}. */
    Origin ofService(String other) {
        return new Origin(system, is32Bit, other, controlSet, tree, user, context);
    }

    /** The same place, with {@code folders} as further working folders. */
    Origin orIn(List<String> folders) {
        return folders.isEmpty() ? this : with(context.orIn(folders));
    }

    /** The same place, for a command that finds something else around it. */
    Origin with(LaunchContext other) {
        return new Origin(system, is32Bit, service, controlSet, tree, user, other);
    }

    /** The same place, for a command that runs with another root. */
    Origin rooted(String root) {
        return with(context.rooted(root));
    }

    /** The origin of a command at {@code where} that finds {@code context} around it. */
    public static Origin of(OperatingSystem system, Location where, LaunchContext context) {
        boolean is32Bit = false;
        String service = "";
        String set = "";
        if (!where.space().isFile()) {
            int last = where.components().size() - 1;
            for (int at = 0; at < last; at++) {
                String key = RegistryName.fold(where.components().get(at));
                is32Bit |= key.equals("WOW6432NODE");
                if (key.equals("SERVICES") && service.isEmpty()) {
                    service = where.components().get(at + 1);
                }
                if (at == 1 && key.equals("SYSTEM")) {
                    set = where.components().get(2);
                }
            }
        }
        return new Origin(system, is32Bit, service, set, where.space() == Space.FILE ? where.components().getFirst() : "",
                Owner.of(where), context);
    }
}
