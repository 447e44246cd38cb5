package org.assay.model.item;

/**
 * Where a file lies in its file system. All but {@code links} differs between two copies of the same machine, so it is evidence to read
 * and is not compared.
 *
 * @param device the file system's number as the capturing system gave it ({@code st_dev}); means something within one snapshot only
 * @param number the file's number in its file system, unsigned
 * @param links how many names the file has, 1 or more; 0 for one that was just removed
 * @param allocatedBytes how much room it takes; less than its size where it is sparse or compressed
 * @param uid the owner's number, 0 to 2^32 - 1
 * @param gid the group's number, 0 to 2^32 - 1
 */
public record Inode(long device, long number, long links, long allocatedBytes, long uid, long gid) {
}
