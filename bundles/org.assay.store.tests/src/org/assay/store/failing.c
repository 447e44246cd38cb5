/*
 * A file system that passes everything on to a folder until it fails, for tests of what is written to it. Speaks the kernel's own protocol
 * (linux/fuse.h), so it needs no library:
 *
 *   failing FOLDER MOUNT_POINT
 *
 * It serves one folder without folders in it. Into the file FAIL of the mount point (which is in no listing) is written how it is to fail:
 *
 *   CALL ERROR AFTER TIMES PART
 *
 * CALL is write, force or any; after AFTER more such calls the next TIMES ones fail with the number ERROR. A write that fails has written
 * PART of 100 of its bytes. A force of a file that fails drops what was written to it since the last one that did not, as a disk may. Writes
 * a line when it is mounted, and serves until it is unmounted.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define MAX_NODES 65536
#define FAIL_NODE 2
#define LARGEST (1 << 17)

struct undo {
    struct undo *before;
    int file;
    ino_t which;
    off_t position;
    size_t length;
    off_t size;
    char bytes[];
};

static char *names[MAX_NODES];
static int count = FAIL_NODE + 1;
static int device, folder;
static struct undo *unforced;
static char call[16] = "none";
static int failure, after, times, part;

static void reply(uint64_t unique, int error, const void *data, size_t length)
{
    static char buffer[LARGEST + 4096];
    struct fuse_out_header *header = (struct fuse_out_header *) buffer;
    header->unique = unique;
    header->error = -error;
    header->len = sizeof *header + (error ? 0 : length);
    if (!error && length)
        memcpy(buffer + sizeof *header, data, length);
    if (write(device, buffer, header->len) < 0 && errno != ENOENT)
        perror("reply");
}

/* Whether this call is one that fails. */
static int fails(const char *what)
{
    if (strcmp(call, "any") && strcmp(call, what))
        return 0;
    if (after > 0) {
        after--;
        return 0;
    }
    return times > 0 && times--;
}

static int node_of(const char *name)
{
    if (!strcmp(name, "FAIL"))
        return FAIL_NODE;
    for (int node = FAIL_NODE + 1; node < count; node++)
        if (names[node] && !strcmp(names[node], name))
            return node;
    if (count == MAX_NODES)
        exit(1);
    names[count] = strdup(name);
    return count++;
}

static void forget_name(const char *name)
{
    for (int node = FAIL_NODE + 1; node < count; node++)
        if (names[node] && !strcmp(names[node], name))
            names[node] = NULL;
}

static int attributes(int node, int file, struct fuse_attr *all)
{
    struct stat stat;
    memset(all, 0, sizeof *all);
    if (node == FAIL_NODE) {
        *all = (struct fuse_attr) {.ino = node, .nlink = 1, .mode = S_IFREG | 0600, .blksize = 4096};
        return 0;
    }
    if (file ? fstat(file, &stat) : node == FUSE_ROOT_ID ? fstat(folder, &stat)
            : names[node] ? fstatat(folder, names[node], &stat, AT_SYMLINK_NOFOLLOW) : (errno = ENOENT, -1))
        return errno;
    *all = (struct fuse_attr) {.ino = stat.st_ino, .size = stat.st_size, .blocks = stat.st_blocks, .mtime = stat.st_mtim.tv_sec,
        .mtimensec = stat.st_mtim.tv_nsec, .ctime = stat.st_ctim.tv_sec, .ctimensec = stat.st_ctim.tv_nsec, .mode = stat.st_mode,
        .nlink = stat.st_nlink, .uid = stat.st_uid, .gid = stat.st_gid, .blksize = 4096};
    return 0;
}

static void entry(uint64_t unique, const char *name, int file)
{
    struct fuse_entry_out out = {.nodeid = node_of(name)};
    int error = attributes(out.nodeid, file, &out.attr);
    reply(unique, error, &out, sizeof out);
}

/* What the file held where it is written to, so that it can be taken back. */
static void remember(int file, off_t position, size_t length)
{
    struct stat stat;
    struct undo *undo = malloc(sizeof *undo + length);
    fstat(file, &stat);
    *undo = (struct undo) {unforced, dup(file), stat.st_ino, position, 0, stat.st_size};
    ssize_t had = pread(file, undo->bytes, length, position);
    undo->length = had < 0 ? 0 : had;
    unforced = undo;
}

/* Ends what is not forced of a file: it stays, or it is as if it had never been. */
static void settle(int file, int taken_back)
{
    struct stat stat;
    struct undo **at = &unforced;
    fstat(file, &stat);
    while (*at) {
        struct undo *undo = *at;
        if (undo->which != stat.st_ino) {
            at = &undo->before;
            continue;
        }
        if (taken_back && (pwrite(undo->file, undo->bytes, undo->length, undo->position) < 0 || ftruncate(undo->file, undo->size)))
            perror("take back");
        *at = undo->before;
        close(undo->file);
        free(undo);
    }
}

static void write_file(struct fuse_in_header *in, struct fuse_write_in *to)
{
    struct fuse_write_out out = {.size = to->size};
    char *bytes = (char *) (to + 1);
    if (in->nodeid == FAIL_NODE) {
        bytes[to->size] = 0;
        if (sscanf(bytes, "%15s %d %d %d %d", call, &failure, &after, &times, &part) != 5)
            strcpy(call, "none");
        reply(in->unique, 0, &out, sizeof out);
        return;
    }
    int failing = fails("write");
    size_t length = failing ? to->size * (size_t) part / 100 : to->size;
    remember(to->fh, to->offset, length);
    if (pwrite(to->fh, bytes, length, to->offset) != (ssize_t) length)
        reply(in->unique, errno ? errno : EIO, NULL, 0);
    else
        reply(in->unique, failing ? failure : 0, &out, sizeof out);
}

static void set_attributes(struct fuse_in_header *in, struct fuse_setattr_in *to)
{
    int node = in->nodeid, file = to->valid & FATTR_FH ? (int) to->fh : 0;
    struct fuse_attr_out out = {0};
    int error = 0;
    if (node == FAIL_NODE || node == FUSE_ROOT_ID) {
        attributes(node, 0, &out.attr);
        reply(in->unique, 0, &out, sizeof out);
        return;
    }
    int own = file ? file : openat(folder, names[node], O_RDWR);
    if (own < 0)
        error = errno;
    if (!error && to->valid & FATTR_SIZE) {
        remember(own, to->size, 0);
        error = ftruncate(own, to->size) ? errno : 0;
    }
    if (!error && to->valid & FATTR_MODE)
        error = fchmod(own, to->mode & 07777) ? errno : 0;
    if (!error && to->valid & (FATTR_UID | FATTR_GID))
        error = fchown(own, to->valid & FATTR_UID ? to->uid : -1u, to->valid & FATTR_GID ? to->gid : -1u) ? errno : 0;
    if (!error)
        error = attributes(node, own, &out.attr);
    if (!file && own >= 0)
        close(own);
    reply(in->unique, error, &out, sizeof out);
}

static void list(struct fuse_in_header *in, struct fuse_read_in *from)
{
    static char buffer[LARGEST];
    size_t length = 0;
    uint64_t at = 0;
    int own = openat(folder, ".", O_RDONLY | O_DIRECTORY);
    DIR *directory = fdopendir(own);
    for (struct dirent *found; directory && (found = readdir(directory)); at++) {
        size_t name = strlen(found->d_name), size = FUSE_DIRENT_ALIGN(FUSE_NAME_OFFSET + name);
        if (at < from->offset)
            continue;
        if (length + size > from->size || length + size > sizeof buffer)
            break;
        struct fuse_dirent *entry = (struct fuse_dirent *) (buffer + length);
        memset(entry, 0, size);
        entry->ino = found->d_ino;
        entry->off = at + 1;
        entry->namelen = name;
        entry->type = found->d_type;
        memcpy(entry->name, found->d_name, name);
        length += size;
    }
    if (directory)
        closedir(directory);
    reply(in->unique, 0, buffer, length);
}

static void rename_file(struct fuse_in_header *in, const char *from, const char *to)
{
    int error = renameat(folder, from, folder, to) ? errno : 0;
    if (!error) {
        int node = node_of(from);
        forget_name(to);
        free(names[node]);
        names[node] = strdup(to);
    }
    reply(in->unique, error, NULL, 0);
}

static void open_file(struct fuse_in_header *in, int flags)
{
    struct fuse_open_out out = {0};
    if (in->nodeid == FAIL_NODE) {
        out.open_flags = FOPEN_DIRECT_IO;
        reply(in->unique, 0, &out, sizeof out);
        return;
    }
    int file = names[in->nodeid] ? openat(folder, names[in->nodeid], (flags & ~(O_CREAT | O_EXCL | O_NOCTTY)) | O_NOFOLLOW) : -1;
    out.fh = file;
    reply(in->unique, file < 0 ? errno : 0, &out, sizeof out);
}

static void create_file(struct fuse_in_header *in, struct fuse_create_in *how)
{
    struct {
        struct fuse_entry_out entry;
        struct fuse_open_out open;
    } out = {0};
    const char *name = (char *) (how + 1);
    int file = openat(folder, name, (how->flags & ~O_NOCTTY) | O_CREAT, how->mode & 07777);
    if (file < 0) {
        reply(in->unique, errno, NULL, 0);
        return;
    }
    out.entry.nodeid = node_of(name);
    attributes(out.entry.nodeid, file, &out.entry.attr);
    out.open.fh = file;
    reply(in->unique, 0, &out, sizeof out);
}

static void force(struct fuse_in_header *in, struct fuse_fsync_in *what)
{
    int failing = fails("force");
    settle(what->fh, failing);
    reply(in->unique, failing ? failure : 0, NULL, 0);
}

static void read_file(struct fuse_in_header *in, struct fuse_read_in *from)
{
    static char buffer[LARGEST];
    ssize_t length = in->nodeid == FAIL_NODE ? 0
        : pread(from->fh, buffer, from->size < sizeof buffer ? from->size : sizeof buffer, from->offset);
    reply(in->unique, length < 0 ? errno : 0, buffer, length < 0 ? 0 : length);
}

static void serve(struct fuse_in_header *in, void *body)
{
    switch (in->opcode) {
    case FUSE_INIT: {
        struct fuse_init_out out = {.major = FUSE_KERNEL_VERSION, .minor = FUSE_KERNEL_MINOR_VERSION, .flags = FUSE_BIG_WRITES,
            .max_write = 1 << 16, .max_readahead = 1 << 16, .max_background = 64, .congestion_threshold = 64};
        reply(in->unique, 0, &out, sizeof out);
        break;
    }
    case FUSE_LOOKUP:
        if (strcmp(body, "FAIL") && faccessat(folder, body, F_OK, AT_SYMLINK_NOFOLLOW))
            reply(in->unique, ENOENT, NULL, 0);
        else
            entry(in->unique, body, 0);
        break;
    case FUSE_GETATTR: {
        struct fuse_getattr_in *which = body;
        struct fuse_attr_out out = {0};
        int file = in->nodeid > FAIL_NODE && which->getattr_flags & FUSE_GETATTR_FH ? (int) which->fh : 0;
        int error = attributes(in->nodeid, file, &out.attr);
        reply(in->unique, error, &out, sizeof out);
        break;
    }
    case FUSE_SETATTR:
        set_attributes(in, body);
        break;
    case FUSE_OPEN:
        open_file(in, ((struct fuse_open_in *) body)->flags);
        break;
    case FUSE_CREATE:
        create_file(in, body);
        break;
    case FUSE_READ:
        read_file(in, body);
        break;
    case FUSE_WRITE:
        write_file(in, body);
        break;
    case FUSE_FSYNC:
        force(in, body);
        break;
    case FUSE_READDIR:
        list(in, body);
        break;
    case FUSE_UNLINK: {
        int error = unlinkat(folder, body, 0) ? errno : 0;
        if (!error)
            forget_name(body);
        reply(in->unique, error, NULL, 0);
        break;
    }
    case FUSE_RENAME: {
        char *from = (char *) ((struct fuse_rename_in *) body + 1);
        rename_file(in, from, from + strlen(from) + 1);
        break;
    }
    case FUSE_RENAME2: {
        char *from = (char *) ((struct fuse_rename2_in *) body + 1);
        if (((struct fuse_rename2_in *) body)->flags)
            reply(in->unique, EINVAL, NULL, 0);
        else
            rename_file(in, from, from + strlen(from) + 1);
        break;
    }
    case FUSE_RELEASE:
        if (in->nodeid != FAIL_NODE)
            close(((struct fuse_release_in *) body)->fh);
        reply(in->unique, 0, NULL, 0);
        break;
    case FUSE_OPENDIR: {
        struct fuse_open_out out = {0};
        reply(in->unique, 0, &out, sizeof out);
        break;
    }
    case FUSE_RELEASEDIR:
    case FUSE_FSYNCDIR:
    case FUSE_FLUSH:
    case FUSE_ACCESS:
        reply(in->unique, 0, NULL, 0);
        break;
    case FUSE_STATFS: {
        struct fuse_statfs_out out = {.st = {.bsize = 4096, .frsize = 4096, .blocks = 1 << 20, .bfree = 1 << 19, .bavail = 1 << 19,
            .namelen = 255}};
        reply(in->unique, 0, &out, sizeof out);
        break;
    }
    case FUSE_FORGET:
    case FUSE_BATCH_FORGET:
    case FUSE_INTERRUPT:
        break;
    default:
        reply(in->unique, ENOSYS, NULL, 0);
    }
}

int main(int arguments, char **values)
{
    static char request[LARGEST + 4096];
    char options[100];
    if (arguments != 3 || (folder = open(values[1], O_RDONLY | O_DIRECTORY)) < 0) {
        fprintf(stderr, "failing FOLDER MOUNT_POINT\n");
        return 1;
    }
    umask(0);
    device = open("/dev/fuse", O_RDWR | O_CLOEXEC);
    snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=0,allow_other,default_permissions", device);
    if (device < 0 || mount("failing", values[2], "fuse", MS_NOSUID | MS_NODEV, options)) {
        perror("failing: cannot mount");
        return 1;
    }
    puts("mounted");
    fflush(stdout);
    for (;;) {
        ssize_t length = read(device, request, sizeof request - 1);
        if (length > 0)
            serve((struct fuse_in_header *) request, request + sizeof(struct fuse_in_header));
        else if (errno == ENODEV)
            return 0;
        else if (errno != EINTR && errno != ENOENT)
            return 1;
    }
}
