package org.assay.capture;

import java.util.Optional;

import org.assay.model.Inode;

/** Makes one state of another. */
final class FileStates {

    private FileStates() {
    }

    static FileState withIdentity(FileState state, FileState.Identity identity) {
        Inode inode = state.inode().orElseThrow();
        return new FileState(state.kind(), state.sizeBytes(), state.times(), state.mode(), state.owner(), state.group(),
                Optional.of(new Inode(identity.device(), identity.number(), inode.links(), inode.allocatedBytes(), inode.uid(),
                        inode.gid())), state.flags(), state.mountPoint());
    }

    static FileState onDevice(FileState state, long device) {
        return withIdentity(state, new FileState.Identity(device, state.inode().orElseThrow().number()));
    }
}
