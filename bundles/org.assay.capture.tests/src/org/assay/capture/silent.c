/*
 * A file system that does not answer some questions, for tests. Speaks the kernel's own protocol (linux/fuse.h), so it needs no library,
 * and is mounted by fusermount3, so it needs no root:
 *
 *   silent never|interrupted MOUNT_POINT NAME[=SILENCE] ...
 *
 * A name that ends with / is a directory; names with / in between lie in directories that were named before. Every file holds "abc". SILENCE
 * is lookup, open, read or list: no such question about the name is answered, or only when who asks is to end (interrupted). Else Linux lets
 * not even a process end that was killed. Writes a line when it is mounted, and serves until it is killed: then all who wait get an error.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_NODES 4096

struct node {
    int parent;
    int directory;
    const char *name;
    const char *silence;
};

static struct node nodes[MAX_NODES];
static int count = FUSE_ROOT_ID + 1;
static int device;
static int polite;

static void reply(uint64_t unique, int error, const void *data, size_t length)
{
    static char buffer[1 << 17];
    struct fuse_out_header *header = (struct fuse_out_header *) buffer;
    header->unique = unique;
    header->error = -error;
    header->len = sizeof *header + (error ? 0 : length);
    if (!error && length)
        memcpy(buffer + sizeof *header, data, length);
    if (write(device, buffer, header->len) < 0 && errno != ENOENT)
        perror("reply");
}

static int child(int parent, const char *name)
{
    for (int node = FUSE_ROOT_ID + 1; node < count; node++)
        if (nodes[node].parent == parent && !strcmp(nodes[node].name, name))
            return node;
    return 0;
}

static void add(char *spec)
{
    char *silence = strchr(spec, '=');
    if (silence)
        *silence++ = 0;
    size_t length = strlen(spec);
    int directory = spec[length - 1] == '/';
    if (directory)
        spec[length - 1] = 0;
    int parent = FUSE_ROOT_ID;
    char *slash;
    while ((slash = strchr(spec, '/'))) {
        *slash = 0;
        parent = child(parent, spec);
        spec = slash + 1;
    }
    nodes[count++] = (struct node) {parent, directory, spec, silence ? silence : ""};
}

static struct fuse_attr attributes(int node)
{
    struct fuse_attr all = {.ino = node, .nlink = 1, .blksize = 4096, .mtime = 1000000000, .ctime = 1000000000, .atime = 1000000000};
    all.mode = nodes[node].directory ? S_IFDIR | 0755 : S_IFREG | 0644;
    all.size = nodes[node].directory ? 4096 : 3;
    return all;
}

static void list(struct fuse_in_header *in, struct fuse_read_in *from)
{
    char buffer[1 << 16];
    size_t length = 0;
    for (int node = from->offset ? from->offset + 1 : FUSE_ROOT_ID + 1; node < count; node++) {
        if (nodes[node].parent != (int) in->nodeid)
            continue;
        size_t name = strlen(nodes[node].name);
        size_t size = FUSE_DIRENT_ALIGN(FUSE_NAME_OFFSET + name);
        if (length + size > from->size || length + size > sizeof buffer)
            break;
        struct fuse_dirent *entry = (struct fuse_dirent *) (buffer + length);
        memset(entry, 0, size);
        entry->ino = node;
        entry->off = node;
        entry->namelen = name;
        entry->type = nodes[node].directory ? 4 : 8;
        memcpy(entry->name, nodes[node].name, name);
        length += size;
    }
    reply(in->unique, 0, buffer, length);
}

static int is(int node, const char *silence)
{
    return !strcmp(nodes[node].silence, silence);
}

static void serve(struct fuse_in_header *in, void *body)
{
    int node = in->nodeid;
    switch (in->opcode) {
    case FUSE_INIT: {
        struct fuse_init_out out = {.major = FUSE_KERNEL_VERSION, .minor = FUSE_KERNEL_MINOR_VERSION, .flags = FUSE_PARALLEL_DIROPS, .max_write = 4096,
            .max_readahead = 4096, .max_background = 64, .congestion_threshold = 64};
        reply(in->unique, 0, &out, sizeof out);
        break;
    }
    case FUSE_LOOKUP: {
        int found = child(node, body);
        if (found && is(found, "lookup"))
            break;
        struct fuse_entry_out out = {.nodeid = found, .attr = attributes(found)};
        reply(in->unique, found ? 0 : ENOENT, &out, sizeof out);
        break;
    }
    case FUSE_GETATTR: {
        struct fuse_attr_out out = {.attr = attributes(node)};
        reply(in->unique, 0, &out, sizeof out);
        break;
    }
    case FUSE_OPEN:
    case FUSE_OPENDIR: {
        struct fuse_open_out out = {.open_flags = in->opcode == FUSE_OPEN ? FOPEN_DIRECT_IO : 0};
        if (!is(node, "open"))
            reply(in->unique, 0, &out, sizeof out);
        break;
    }
    case FUSE_READ: {
        struct fuse_read_in *from = body;
        if (!is(node, "read"))
            reply(in->unique, 0, "abc", from->offset < 3 ? 3 - from->offset : 0);
        break;
    }
    case FUSE_READDIR:
        if (!is(node, "list"))
            list(in, body);
        break;
    case FUSE_RELEASE:
    case FUSE_RELEASEDIR:
    case FUSE_FLUSH:
    case FUSE_ACCESS:
        reply(in->unique, 0, NULL, 0);
        break;
    case FUSE_STATFS: {
        struct fuse_statfs_out out = {.st = {.bsize = 4096, .namelen = 255}};
        reply(in->unique, 0, &out, sizeof out);
        break;
    }
    case FUSE_INTERRUPT:
        if (polite)
            reply(((struct fuse_interrupt_in *) body)->unique, EINTR, NULL, 0);
        break;
    case FUSE_FORGET:
    case FUSE_BATCH_FORGET:
        break;
    default:
        reply(in->unique, ENOSYS, NULL, 0);
    }
}

/* Mounts by fusermount3, which any user may run, and gives the device through which the kernel asks; -1 when it cannot be done. */
static int mounted(const char *place)
{
    int pair[2];
    char number[16];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
        return -1;
    snprintf(number, sizeof number, "%d", pair[1]);
    pid_t helper = fork();
    if (!helper) {
        setenv("_FUSE_COMMFD", number, 1);
        close(pair[0]);
        execlp("fusermount3", "fusermount3", "-o", "nosuid,nodev,fsname=silent", "--", place, (char *) NULL);
        _exit(127);
    }
    close(pair[1]);
    char byte;
    struct iovec bytes = {&byte, 1};
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control;
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    int found = -1;
    if (recvmsg(pair[0], &message, MSG_CMSG_CLOEXEC) > 0 && CMSG_FIRSTHDR(&message))
        memcpy(&found, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof found);
    waitpid(helper, NULL, 0);
    return found;
}

int main(int arguments, char **values)
{
    static char request[1 << 17];
    nodes[FUSE_ROOT_ID] = (struct node) {0, 1, "", ""};
    polite = arguments > 1 && !strcmp(values[1], "interrupted");
    for (int at = 3; at < arguments && count < MAX_NODES; at++)
        add(values[at]);
    device = arguments < 3 ? -1 : mounted(values[2]);
    if (device < 0) {
        puts("fusermount3 cannot mount");
        return 1;
    }
    puts("mounted");
    fflush(stdout);
    for (;;) {
        ssize_t length = read(device, request, sizeof request);
        if (length > 0)
            serve((struct fuse_in_header *) request, request + sizeof(struct fuse_in_header));
        else if (errno == ENODEV)
            return 0;
        else if (errno != EINTR && errno != ENOENT)
            return 1;
    }
}
