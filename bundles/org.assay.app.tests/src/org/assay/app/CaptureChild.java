package org.assay.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.SourceKind;

/**
 * Captures a tree into a case, or goes on with what was begun, and prints a dot at the beginning and one every {@value #STEP} items. At the
 * end it prints {@code !}, or what is wrong.
 */
final class CaptureChild {

    static final int STEP = 50;

    private CaptureChild() {
    }

    public static void main(String[] arguments) {
        print('.');
        try (Case openCase = Case.open(Path.of(arguments[0]))) {
            if (arguments.length > 1) {
                capture(Path.of(arguments[1])).run(openCase, dots());
            } else {
                ResumeCapture.latest(openCase).run(openCase, dots());
            }
            print('!');
        } catch (AssayException e) {
            System.out.print(e.getMessage());
            System.out.flush();
        }
    }

    /** Many digests make large blocks, which are stored sooner. */
    static CaptureSnapshot capture(Path tree) {
        return new CaptureSnapshot("pc", Role.BASELINE, "", List.of(new Evidence(SourceKind.TREE, "C", tree.toString())),
                CatalogueFiles.NONE,
                new CaptureOptions(EnumSet.allOf(DigestAlgorithm.class), false, 2, RegistryOptions.USUAL, ScopeFilter.ALL,
                        CaptureOptions.USUAL_TIMEOUT));
    }

    private static Progress dots() {
        return new QuietProgress() {

            private long items;

            @Override
            public void begin(String task) {
                print('.');
            }

            @Override
            public synchronized void advance(long more, long bytes) {
                long before = items;
                items += more;
                if (items / STEP > before / STEP) {
                    print('.');
                }
            }
        };
    }

    private static void print(char sign) {
        System.out.print(sign);
        System.out.flush();
    }
}
