package org.assay.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The workbench's own texts, from {@code texts.properties} beside this class; a translation is {@code texts_de.properties} and so on. */
public final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Texts.class.getPackageName() + ".texts", Locale.getDefault(),
            Texts.class.getClassLoader());

    private Texts() {
    }

    /** The text with this key and {@code values} in its places, as {@link MessageFormat} says; numbers get their thousands apart. */
    public static String of(String key, Object... values) {
        return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(values);
    }
}
