package org.assay.model.snapshot;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.assay.model.Location;

/** Says of which files a capture hands on the content besides its digest. */
@FunctionalInterface
public interface KeptContent {

    /** Of no file. */
    KeptContent NONE = _ -> _ -> 0;

    /** Of each file as much as that of {@code all} which takes most of it. */
    static KeptContent mostOf(KeptContent... all) {
        return directory -> {
            List<ToLongFunction<String>> here = Stream.of(all).map(one -> one.in(directory)).toList();
            return name -> {
                long most = 0;
                for (ToLongFunction<String> one : here) {
                    most = Math.max(most, one.applyAsLong(name));
                }
                return most;
            };
        };
    }

    /**
     * What counts for the files directly in {@code directory}: by a file's name, up to which size in bytes its content is handed on; 0 or
     * less for a file whose content is not. It costs least to ask for directories in the order of a walk. The answer is safe for several
     * threads at once.
     */
    ToLongFunction<String> in(Location directory);
}
