package org.assay.model;

import java.util.function.ToLongFunction;

/** Says of which files a capture hands on the content besides its digest. */
@FunctionalInterface
public interface KeptContent {

    /** Of no file. */
    KeptContent NONE = _ -> _ -> 0;

    /**
     * What counts for the files directly in {@code directory}: by a file's name, up to which size in bytes its content is handed on; 0 or
     * less for a file whose content is not. It costs least to ask for directories in the order of a walk. The answer is safe for several
     * threads at once.
     */
    ToLongFunction<String> in(Location directory);
}
