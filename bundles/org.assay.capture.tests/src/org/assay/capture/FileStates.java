package org.assay.capture;

/** Makes one state of another. */
final class FileStates {

    private FileStates() {
    }

    static FileState withIdentity(FileState state, Object identity) {
        return new FileState(state.kind(), state.sizeBytes(), state.times(), state.mode(), state.owner(),
                state.group(), state.device(), identity);
    }

    static FileState onDevice(FileState state, long device) {
        return new FileState(state.kind(), state.sizeBytes(), state.times(), state.mode(), state.owner(),
                state.group(), device, state.identity());
    }
}
