package org.assay.model.custody;

/**
 * Who works on a case.
 *
 * @param user the name of the operating system's user
 * @param machine the name of the machine
 * @param examiner the name under which the examiner answers for the work; empty where none was given
 */
public record Operator(String user, String machine, String examiner) {

    /** Nobody says who it is. */
    public static final Operator UNKNOWN = new Operator("", "", "");

    /** The examiner's name, or that of the user where none was given. */
    public String name() {
        return examiner.isEmpty() ? user : examiner;
    }
}
