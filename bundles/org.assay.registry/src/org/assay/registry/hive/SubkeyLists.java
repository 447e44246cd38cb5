package org.assay.registry.hive;

import java.util.ArrayList;
import java.util.List;

import org.assay.registry.file.CorruptRecordException;

/**
 * The lists of a key's subkeys, changed: leaves in the order of the names, one or several under an index root (M. Suhanov, "Windows
 * registry file format specification", sections Index leaf, Fast leaf, Hash leaf and Index root).
 */
final class SubkeyLists {

    private static final int HEAD = 4;
    /** The elements of 8 bytes that Windows puts into one leaf, which then fills a page. */
    private static final int MAX_ELEMENT_COUNT = 506;
    private static final int FIRST_WITH_FAST_LEAVES = 3;
    private static final int FIRST_WITH_HASH_LEAVES = 5;

    private final HiveSpace space;
    private final int minorVersion;

    SubkeyLists(HiveSpace space, int minorVersion) {
        this.space = space;
        this.minorVersion = minorVersion;
    }

    /** The offsets of a key's subkeys, in the order of the lists. */
    List<Integer> subkeys(int key) throws CorruptRecordException {
        List<Integer> subkeys = new ArrayList<>();
        for (int leaf : leaves(key)) {
            subkeys.addAll(elements(leaf));
        }
        return subkeys;
    }

    void add(int key, int subkey) throws CorruptRecordException {
        CellName name = KeyNode.name(space, subkey);
        List<Integer> leaves = leaves(key);
        int place = 0;
        while (place + 1 < leaves.size() && startsBefore(leaves.get(place + 1), name)) {
            place++;
        }
        List<Integer> elements = leaves.isEmpty() ? new ArrayList<>() : elements(leaves.get(place));
        int at = 0;
        while (at < elements.size() && KeyNode.name(space, elements.get(at)).compareTo(name) < 0) {
            at++;
        }
        elements.add(at, subkey);
        String mark = leaves.isEmpty() ? newest() : mark(leaves.get(place));
        if (!leaves.isEmpty()) {
            space.free(leaves.remove(place));
        }
        int half = elements.size() > MAX_ELEMENT_COUNT ? elements.size() / 2 : 0;
        if (half > 0) {
            leaves.add(place++, list(mark, elements.subList(0, half)));
        }
        leaves.add(place, list(mark, elements.subList(half, elements.size())));
        link(key, leaves, 1);
    }

    private boolean startsBefore(int leaf, CellName name) throws CorruptRecordException {
        List<Integer> elements = elements(leaf);
        return !elements.isEmpty() && KeyNode.name(space, elements.getFirst()).compareTo(name) < 0;
    }

    void remove(int key, int subkey) throws CorruptRecordException {
        List<Integer> leaves = leaves(key);
        for (int place = 0; place < leaves.size(); place++) {
            List<Integer> elements = elements(leaves.get(place));
            if (elements.remove(Integer.valueOf(subkey))) {
                String mark = mark(leaves.get(place));
                space.free(leaves.remove(place));
                if (!elements.isEmpty()) {
                    leaves.add(place, list(mark, elements));
                }
                link(key, leaves, -1);
                return;
            }
        }
        throw new CorruptRecordException(HiveCells.position(key), "A key is not in the list of the key above it.");
    }

    /** Frees the lists of a key that goes. */
    void free(int key) throws CorruptRecordException {
        for (int leaf : leaves(key)) {
            space.free(leaf);
        }
        link(key, List.of(), -space.i32(key, KeyNode.SUBKEY_COUNT));
    }

    /** Makes these the key's leaves, and its subkeys so many more. */
    private void link(int key, List<Integer> leaves, int more) throws CorruptRecordException {
        int list = space.i32(key, KeyNode.SUBKEY_LIST);
        if (list != HiveCells.NONE && space.i32(key, KeyNode.SUBKEY_COUNT) > 0 && isRoot(list)) {
            space.free(list);
        }
        space.put(key, KeyNode.SUBKEY_LIST,
                leaves.isEmpty() ? HiveCells.NONE : leaves.size() == 1 ? leaves.getFirst() : list("ri", leaves));
        space.put(key, KeyNode.SUBKEY_COUNT, space.i32(key, KeyNode.SUBKEY_COUNT) + more);
    }

    private List<Integer> leaves(int key) throws CorruptRecordException {
        if (space.i32(key, KeyNode.SUBKEY_COUNT) == 0) {
            return new ArrayList<>();
        }
        int list = space.i32(key, KeyNode.SUBKEY_LIST);
        return isRoot(list) ? elements(list) : new ArrayList<>(List.of(list));
    }

    /** Whether the list, which may be a leaf that was freed just now, is an index root. */
    private boolean isRoot(int list) throws CorruptRecordException {
        return space.isInUse(list) && space.isMarked(list, "ri");
    }

    private List<Integer> elements(int list) throws CorruptRecordException {
        int stride = isHashed(mark(list)) ? 2 * Integer.BYTES : Integer.BYTES;
        List<Integer> elements = new ArrayList<>();
        for (int left = space.u16(list, 2); left > 0; left--) {
            elements.add(space.i32(list, HEAD + elements.size() * stride));
        }
        return elements;
    }

    private String mark(int list) throws CorruptRecordException {
        for (String mark : List.of("lh", "lf", "li", "ri")) {
            if (space.isMarked(list, mark)) {
                return mark;
            }
        }
        throw new CorruptRecordException(HiveCells.position(list), "The subkey list lacks the signature of such a list.");
    }

    private String newest() {
        return minorVersion >= FIRST_WITH_HASH_LEAVES ? "lh" : minorVersion >= FIRST_WITH_FAST_LEAVES ? "lf" : "li";
    }

    private static boolean isHashed(String mark) {
        return mark.equals("lh") || mark.equals("lf");
    }

    private int list(String mark, List<Integer> elements) throws CorruptRecordException {
        int stride = isHashed(mark) ? 2 * Integer.BYTES : Integer.BYTES;
        int list = space.allocate(HEAD + elements.size() * stride);
        space.mark(list, mark);
        space.putU16(list, 2, elements.size());
        for (int at = 0; at < elements.size(); at++) {
            space.put(list, HEAD + at * stride, elements.get(at));
            if (isHashed(mark)) {
                CellName name = KeyNode.name(space, elements.get(at));
                space.put(list, HEAD + at * stride + Integer.BYTES, mark.equals("lh") ? name.hash() : name.hint());
            }
        }
        return list;
    }
}
