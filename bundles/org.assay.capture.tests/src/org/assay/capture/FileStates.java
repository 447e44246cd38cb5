package org.assay.capture;

import java.util.Optional;

import org.assay.capture.file.FileState;
import org.assay.model.item.Inode;

/** Makes one state of another. */
public final class FileStates {

    private FileStates() {
    }

    public static FileState withIdentity(FileState state, FileState.Identity identity) {
        Inode inode = state.inode().orElseThrow();
        return new FileState(state.kind(), state.sizeBytes(), state.times(), state.mode(), state.owner(), state.group(),
                Optional.of(new Inode(identity.device(), identity.number(), inode.links(), inode.allocatedBytes(), inode.uid(),
                        inode.gid())), state.flags(), state.mountPoint());
    }

    public static FileState onDevice(FileState state, long device) {
        return withIdentity(state, new FileState.Identity(device, state.inode().orElseThrow().number()));
    }
}
