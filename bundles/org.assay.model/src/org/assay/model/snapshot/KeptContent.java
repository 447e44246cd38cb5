package org.assay.model.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.assay.model.Location;

/** Says of which files a capture hands on the content besides its digest. */
@FunctionalInterface
public interface KeptContent {

    /** The answer for a directory of which nothing is handed on. */
    ToLongFunction<String> NOTHING = _ -> 0;

    /** Of no file. */
    KeptContent NONE = _ -> NOTHING;

    /** Of each file as much as that of {@code all} which takes most of it. */
    static KeptContent mostOf(KeptContent... all) {
        return new KeptContent() {
            @Override
            public ToLongFunction<String> in(Location directory) {
                List<ToLongFunction<String>> here = new ArrayList<>(all.length);
                for (KeptContent one : all) {
                    ToLongFunction<String> in = one.in(directory);
                    if (in != NOTHING) {
                        here.add(in);
                    }
                }
                return mostOf(here);
            }

            @Override
            public List<Location> includes(Location as, Location file, byte[] content) {
                return Stream.of(all).flatMap(one -> one.includes(as, file, content).stream()).toList();
            }
        };
    }

    private static ToLongFunction<String> mostOf(List<ToLongFunction<String>> here) {
        return switch (here.size()) {
            case 0 -> NOTHING;
            case 1 -> here.getFirst();
            default -> name -> most(here, name);
        };
    }

    private static long most(List<ToLongFunction<String>> all, String name) {
        long most = 0;
        for (ToLongFunction<String> one : all) {
            most = Math.max(most, one.applyAsLong(name));
        }
        return most;
    }

    /**
     * What counts for the files directly in {@code directory}: by a file's name, up to which size in bytes its content is handed on; 0 or
     * less for a file whose content is not, and best {@link #NOTHING} where that is every file. It costs least to ask for directories in
     * the order of a walk. The answer is safe for several threads at once.
     */
    ToLongFunction<String> in(Location directory);

    /**
     * The further files that {@code file} includes, as its {@code content} says; their names may have wildcards as {@link Glob} reads them,
     * and one may be a directory, whose files are meant. What is kept of them is for the capture to say.
     *
     * @param as the file by whose place it is read: of one that was included itself, the file that includes it
     */
    default List<Location> includes(Location as, Location file, byte[] content) {
        return List.of();
    }
}
