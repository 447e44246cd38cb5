package org.assay.ui;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;

/** What a picture of the screen shows. */
final class Pixels {

    private Pixels() {
    }

    /** Whether more than a few dots of {@code image} have the colour. */
    static boolean show(ImageData image, RGB colour) {
        int[] pixels = new int[image.width];
        int found = 0;
        for (int line = 0; line < image.height; line++) {
            image.getPixels(0, line, image.width, pixels, 0);
            for (int pixel : pixels) {
                found += image.palette.getRGB(pixel).equals(colour) ? 1 : 0;
            }
        }
        return found > 100;
    }
}
